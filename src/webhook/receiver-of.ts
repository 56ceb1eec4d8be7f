import { optionInvalid } from './checks.js'
import type { Receiver } from './receive.js'

/**
 * The part of a bot that takes requests.
 * @throws {WebhookError} `option_invalid` for something that is not a bot
 */
export function receiverOf(name: string, bot: { readonly receiver: Receiver }): Receiver {
  const receiver = (bot as { receiver?: Partial<Receiver> } | null | undefined)?.receiver
  if (typeof receiver?.accept === 'function') return bot.receiver
  throw optionInvalid(`${name} needs a bot: ${name}(createBot({ … })).`)
}
