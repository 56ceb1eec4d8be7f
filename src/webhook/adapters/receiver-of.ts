import { optionInvalid } from '../base/checks.js'
import type { ReceivingBot, WebhookReceiver } from '../wire/receiver.js'

/**
 * The part of a bot that takes requests.
 * @throws {WebhookError} `option_invalid` for something that is not a bot, `secret_missing`, `token_missing`
 */
export function receiverOf(name: string, bot: ReceivingBot): WebhookReceiver {
  const receiver = (bot as { receiver?: Partial<WebhookReceiver> } | null | undefined)?.receiver
  if (typeof receiver?.accept === 'function') {
    bot.receiver.check()
    return bot.receiver
  }
  throw optionInvalid(`${name} needs a bot: ${name}(createBot({ … })).`)
}
