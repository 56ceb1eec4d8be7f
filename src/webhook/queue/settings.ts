/** Options of a bot, with defaults filled in. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { BotWarning, OnFailure, Warn } from '../base/warnings.js'
import type { SessionEvent } from '../../session/session-source.js'
import type { Leases } from '../../store/leases.js'
import type { Dedupe } from './dedupe.js'
import type { Observer } from './observer.js'

export interface Settings {
  readonly clock: Clock
  readonly ack: 'after' | 'before'
  readonly dedupe: Dedupe | undefined
  /** The leases of events in the store, for the `env` of a request. */
  readonly leases: ((env: unknown) => Leases) | undefined
  /** Makes the session of an event. */
  readonly session: ((event: SessionEvent) => unknown) | undefined
  /** The store, or a function of `env`, as it was passed. */
  readonly store: unknown
  readonly whenStoreIsAway: 'handle' | 'refuse'
  readonly push: readonly PushPolicy[]
  readonly context: ((ctx: BotContext) => Context | Promise<Context>) | undefined
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly maxAge: number
  readonly handlerTimeout: number
  /** Work that was started for a request ends with that request, even if another request waits for it. True on Workers. */
  readonly requestBound: boolean
  /** Pending work. */
  readonly underway: Set<Promise<unknown>>
  /** Passes a warning to the bot's author, once for each code and place. Never throws. */
  readonly onWarning: (warning: BotWarning) => void
  /** Called with each error of a handler. Returns `true` if it is shown. Never throws. */
  readonly onFailure: OnFailure | undefined
  readonly observers: readonly (Observer | undefined)[]
  /** Passes a warning about the set-up. */
  readonly warn: Warn
}
