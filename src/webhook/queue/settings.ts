/** The options that hold for a bot as a whole, with all defaults. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { Dedupe } from './dedupe.js'

export interface Settings {
  readonly clock: Clock
  readonly ack: 'after' | 'before'
  readonly dedupe: Dedupe | undefined
  readonly push: readonly PushPolicy[]
  readonly validate: boolean | undefined
  readonly context: ((ctx: BotContext) => Context | Promise<Context>) | undefined
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly maxAge: number
  readonly handlerTimeout: number
  /** What is started for one request ends with it, even if another request waits for it: so it is on Workers. */
  readonly requestBound: boolean
  /** Work that was started and has not ended. */
  readonly underway: Set<Promise<unknown>>
  /** Warns the bot's author; each key only once. Never throws. */
  readonly warn: (key: string, message: string) => void
}
