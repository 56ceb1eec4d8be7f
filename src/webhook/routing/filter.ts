/** What `bot.on` can be asked for, and what a handler then knows about its event. */
import type { PostbackReader } from '../../postback/index.js'
import type {
  MessageContentType,
  WebhookEvent,
  WebhookEventType,
} from '../../spec/webhook/index.js'
import type { Place } from '../event/event-places.js'

/** A text message that says exactly this, or matches. */
export interface TextFilter {
  readonly text: string | RegExp
}

/** One condition. */
export type EventFilter =
  | WebhookEventType
  | `message:${MessageContentType}`
  | Place
  | 'standby'
  | RegExp
  | TextFilter
  // `never` payloads are put into every definition's: a reader of anything is a reader.
  | PostbackReader<unknown>

/** One condition, or several that must all hold. */
export type Filter = EventFilter | readonly EventFilter[]

type Active<E> = E extends { mode: 'active' }
  ? E
  : E extends { mode: 'standby' }
    ? never
    : E & { mode: 'active' }

type Standby<E> = E extends { mode: 'standby' }
  ? E
  : E extends { mode: 'active' }
    ? never
    : E & { mode: 'standby' }

/** The events that pass a filter. */
export type EventOf<F extends Filter> = Extract<
  F extends readonly EventFilter[]
    ? 'standby' extends F[number]
      ? All<Standby<WebhookEvent>, F>
      : All<Active<WebhookEvent>, F>
    : F extends 'standby'
      ? Standby<WebhookEvent>
      : One<Active<WebhookEvent>, F>,
  WebhookEvent
>

type All<E, F extends readonly unknown[]> = F extends readonly [infer First, ...infer Rest]
  ? All<One<E, First>, Rest>
  : E

type One<E, F> = F extends `message:${infer Content}`
  ? WithMessage<E, Content>
  : F extends Place
    ? WithSource<E, F>
    : F extends string
      ? F extends 'standby'
        ? E
        : Extract<E, { type: F }>
      : F extends RegExp | TextFilter
        ? WithMessage<E, 'text'>
        : F extends PostbackReader<unknown>
          ? Extract<E, { type: 'postback' }>
          : E

type WithMessage<E, Content> = E extends { type: 'message'; message: infer M }
  ? E & { message: Extract<M, { type: Content }> }
  : never

type WithSource<E, P> = E extends { source: infer S }
  ? [Extract<S, { type: P }>] extends [never]
    ? never
    : E & { source: Extract<S, { type: P }> }
  : never

type Members<F> = F extends readonly (infer Member)[] ? Member : F

/** What the typed postback of a filter carries, in a tuple; an empty one when there is none. */
export type PayloadOf<F> =
  Extract<Members<F>, PostbackReader<unknown>> extends PostbackReader<infer Payload>
    ? [Extract<Members<F>, PostbackReader<unknown>>] extends [never]
      ? []
      : [payload: Payload]
    : []

/** What is known of `ctx.match`. */
export type MatchOf<F> = [Extract<Members<F>, RegExp | { text: RegExp }>] extends [never]
  ? unknown
  : { readonly match: RegExpExecArray }
