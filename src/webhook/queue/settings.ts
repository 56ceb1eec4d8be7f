/** The options that hold for a bot as a whole, with all defaults. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { BotWarning, Warn } from '../base/warnings.js'
import type { Dedupe } from './dedupe.js'

export interface Settings {
  readonly clock: Clock
  readonly ack: 'after' | 'before'
  readonly dedupe: Dedupe | undefined
  readonly push: readonly PushPolicy[]
  readonly context: ((ctx: BotContext) => Context | Promise<Context>) | undefined
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly maxAge: number
  readonly handlerTimeout: number
  /** What is started for one request ends with it, even if another request waits for it: so it is on Workers. */
  readonly requestBound: boolean
  /** Work that was started and has not ended. */
  readonly underway: Set<Promise<unknown>>
  /** Passes a warning to the bot's author, once for each code and place. Never throws. */
  readonly onWarning: (warning: BotWarning) => void
  /** Passes a warning about the set-up. */
  readonly warn: Warn
}
