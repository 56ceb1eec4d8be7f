import type { ReceivingBot, WebhookReceiver } from '../wire/receiver.js'
import { wrongBot } from './wrong-argument.js'

/**
 * The part of a bot that takes requests.
 * @throws {WebhookError} `option_invalid` for something that is not a bot, `secret_missing`, `token_missing`
 */
export function receiverOf(name: string, bot: ReceivingBot): WebhookReceiver {
  const receiver = (bot as { receiver?: Partial<WebhookReceiver> } | null | undefined)?.receiver
  if (typeof receiver?.accept !== 'function') throw wrongBot(name, bot)
  bot.receiver.check()
  return bot.receiver
}
