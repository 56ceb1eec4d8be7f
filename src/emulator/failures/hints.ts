/** Advice for webhooks that failed, from LINE's side. */
import type { WebhookRecord } from '../journal.js'
import type { Target } from '../webhook/target.js'

/** Statuses of servers that do not know the path. */
const unknownPath = new Set([404, 405])
/** Statuses of bots that do not accept the signature. */
const wrongSecret = new Set([401, 403])

/** A sentence about a webhook that the bot did not answer with 2xx, and what to do next. */
export function explainWebhook(
  { status, reason, detail = '' }: WebhookRecord,
  { name, isHere, place }: Pick<Target, 'name' | 'isHere' | 'place'>,
  answer: string,
): { message: string; hint: string } {
  const address = place ?? name
  const see = isHere ? "See the bot's output in the terminal." : "See the bot's own terminal."
  const words = answer === '' ? '' : `: ${answer}`
  if (status !== undefined) {
    const message = `The bot answered ${status} instead of 200${words}`
    if (unknownPath.has(status))
      return {
        message,
        hint: `Nothing receives webhooks at ${address}. If the bot is at another path, pass it: --path /callback, or in the URL of --webhook. If the bot warns of response_sent, its server answered first: with Koa, set ctx.respond = false.`,
      }
    if (wrongSecret.has(status))
      return {
        message,
        hint: "The bot's channel secret is not the emulator's. Let the bot read LINE_CHANNEL_SECRET from its environment, and start it with the values that the page shows.",
      }
    if (status >= 300 && status < 400)
      return {
        message,
        hint: `LINE does not follow redirects. Use the URL that the bot redirects to, instead of ${address}.`,
      }
    return { message, hint: `A handler failed. ${see}` }
  }
  if (reason === 'REQUEST_TIMEOUT')
    return {
      message: 'The bot did not answer within two seconds.',
      hint: "LINE waits two seconds. Answer first and work later: createBot({ ack: 'before' }).",
    }
  if (reason === 'COULD_NOT_CONNECT')
    return {
      message: `${address} cannot be reached: ${detail}.`,
      hint: 'Start the bot, and check its port and the webhook URL.',
    }
  return {
    message: `The bot closed the connection without an answer: ${detail}.`,
    hint: `The bot may have crashed. ${see}`,
  }
}
