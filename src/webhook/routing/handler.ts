import type { UnknownEvent } from '../../spec/webhook/index.js'
import type { BotContext } from '../event/bot-context.js'
import type { EventOf, Filter, MatchOf, PayloadOf } from './filter.js'

/** Calls the next middleware, or the next handler whose filter matches. */
export type Next = () => Promise<void>

/** Handles the events that pass a filter. With a typed postback in the filter, its payload comes second. */
export type Handler<F extends Filter> = (
  ctx: ContextOf<F>,
  ...rest: [...payload: PayloadOf<F>, next: Next]
) => unknown

/** First argument of a handler with this filter. */
export type ContextOf<F extends Filter> = BotContext<EventOf<F>> & MatchOf<F>

/** Runs around all handlers, for every event. */
export type Middleware = (ctx: BotContext, next: Next) => unknown

/** Handles events that no filter matched. */
export type DefaultHandler = (ctx: BotContext) => unknown

/** Called with errors of handlers. If it returns `'handled'`, the event counts as handled; otherwise LINE is asked to redeliver it. */
export type ErrorHandler = (error: unknown, ctx: BotContext) => unknown

/** Gets events that this version does not know. */
export type UnknownHandler = (event: UnknownEvent, about: UnknownDetails) => unknown

/** Details of an event that this version does not know. */
export interface UnknownDetails {
  /** User id of the bot that the event is for. */
  readonly destination: string
}
