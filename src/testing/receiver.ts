import { isObject } from '../common/json.js'
import type { Entry } from '../emulator/index.js'

/** A chat that receives messages: a person's chat with the bot, a group or a room. */
export interface Receiver {
  readonly name: string
  readonly chat: readonly Entry[]
  readonly troubles: readonly string[]
  /** The second argument of the components in the bot's last answer; `undefined` if it is not known. */
  readonly context: object | undefined
}

/** Whether a value is a chat that receives messages. */
export const isReceiver = (value: unknown): value is Receiver =>
  isObject(value) && 'chat' in value && 'troubles' in value
