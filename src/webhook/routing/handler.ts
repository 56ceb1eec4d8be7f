import type { UnknownEvent } from '../../spec/webhook/index.js'
import type { BotContext } from '../event/bot-context.js'
import type { EventOf, Filter, MatchOf, PayloadOf } from './filter.js'

/** Goes on: to the next middleware, or to the next handler whose filter fits. */
export type Next = () => Promise<void>

/** Handles the events that pass a filter. With a typed postback in the filter, its payload comes second. */
export type Handler<F extends Filter> = (
  ctx: ContextOf<F>,
  ...rest: [...payload: PayloadOf<F>, next: Next]
) => unknown

/** What a handler with this filter gets first. */
export type ContextOf<F extends Filter> = BotContext<EventOf<F>> & MatchOf<F>

/** Stands around all handlers, and sees every event. */
export type Middleware = (ctx: BotContext, next: Next) => unknown

/** Handles what no filter wanted. */
export type DefaultHandler = (ctx: BotContext) => unknown

/** Hears of errors. Returns `'handled'` to have the event count as done; otherwise LINE is asked to send it again. */
export type ErrorHandler = (error: unknown, ctx: BotContext) => unknown

/** Gets events that this version does not know. */
export type UnknownHandler = (event: UnknownEvent, about: UnknownDetails) => unknown

/** What is known around an unknown event. */
export interface UnknownDetails {
  /** Whom it is for: user id of the bot. */
  readonly destination: string
}
