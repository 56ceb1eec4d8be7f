/** Sessions, as bots take them. */
import type { Clock } from '../common/clock.js'

/** Carries what a bot needs of sessions, so that a bot without them loads none of it. */
export const SESSIONS: unique symbol = Symbol.for('fukidashi.sessions')

/** The event that a session is for. */
export interface SessionEvent {
  /** User id of the bot that the event is for; empty if `bot.handle` does not say. */
  readonly destination: string
  readonly type: string
  readonly userId: string | undefined
  readonly chatId: string | undefined
  /** Environment that the platform passed with the request. */
  readonly env: unknown
  /** Throws if another process may handle the event by now. */
  readonly guard: { guard(): void } | undefined
  /** Makes the event wait for a promise, and fail with its error if nothing else gets it. */
  own<T>(result: Promise<T>): Promise<T>
}

/** The bot that sessions belong to. */
export interface SessionBot {
  /** Option `store`: a store, or a function of `env`. Without it, sessions are kept in memory. */
  readonly store: unknown
  readonly clock: Clock
  readonly random: (() => number) | undefined
  /** Milliseconds that a call of the store may take. One second by default. */
  readonly timeout: number | undefined
  /** Passes a warning to the author of the bot, each code once. */
  readonly warn: (code: 'store_not_shared' | 'store_unavailable', message: string) => void
}

/** Sessions for a bot: made by `session({ … })` of `fukidashi/session`. `S` is the type of `ctx.session`. */
export interface SessionSource<S> {
  /** @internal */
  readonly [SESSIONS]: (bot: SessionBot) => (event: SessionEvent) => S
}

/** Type of `ctx.session` with these sessions: `type CartSession = SessionOf<typeof sessions>`. */
export type SessionOf<Source> = Source extends SessionSource<infer S> ? S : never
