import type { UnknownEvent, WebhookEvent } from '../../spec/webhook/index.js'
import type { BotContext } from '../event/bot-context.js'
import type { EventOf, Filter, MatchOf, PayloadOf } from './filter.js'

/** Calls the next middleware, or the next handler whose filter matches. */
export type Next = () => Promise<void>

/** Handles the events that pass a filter. With a typed postback in the filter, its payload comes second. */
export type Handler<F extends Filter<never>, S = unknown> = (
  ctx: ContextOf<F, S>,
  ...rest: [...payload: PayloadOf<F>, next: Next]
) => unknown

/** First argument of a handler with this filter. */
export type ContextOf<F extends Filter<never>, S = unknown> = BotContext<EventOf<F>, S> & MatchOf<F>

/** Runs around all handlers, for every event. */
export type Middleware<S = unknown> = (ctx: BotContext<WebhookEvent, S>, next: Next) => unknown

/** Handles events that no filter matched. */
export type DefaultHandler<S = unknown> = (ctx: BotContext<WebhookEvent, S>) => unknown

/** Called with errors of handlers. If it returns `'handled'`, the event counts as handled; otherwise LINE is asked to redeliver it. */
export type ErrorHandler<S = unknown> = (
  error: unknown,
  ctx: BotContext<WebhookEvent, S>,
) => unknown

/** Gets events that this version does not know. */
export type UnknownHandler = (event: UnknownEvent, about: UnknownDetails) => unknown

/** Details of an event that this version does not know. */
export interface UnknownDetails {
  /** User id of the bot that the event is for. */
  readonly destination: string
}
