/** Filters of `bot.on`, and the types that they give handlers. */
import type { PostbackReader } from '../../postback/index.js'
import type {
  MessageContentType,
  WebhookEvent,
  WebhookEventType,
} from '../../spec/webhook/index.js'
import type { BotContext } from '../event/bot-context.js'
import type { Place } from '../event/event-places.js'

/** A text message with exactly this text, or one that matches. */
export interface TextFilter {
  readonly text: string | RegExp
}

/** A function that decides about events. A type guard (`ctx is BotContext<FollowEvent>`) narrows the types of the handler. */
export type Predicate<S = unknown> = (
  ctx: BotContext<WebhookEvent, S>,
) => boolean | PromiseLike<boolean>

/** Any of several filters, made by `anyOf`. */
export interface AnyOf<Filters extends readonly unknown[] = readonly unknown[]> {
  readonly anyOf: Filters
}

/** A filter inside `anyOf`: one condition, or an array of conditions that must all hold. */
export type AlternativeFilter<S = unknown> =
  Exclude<EventFilter<S>, 'standby'> | readonly Exclude<EventFilter<S>, 'standby'>[]

/** One condition. */
export type EventFilter<S = unknown> =
  | WebhookEventType
  | `message:${MessageContentType}`
  | Place
  | 'standby'
  | 'mention'
  | AnyOf
  | Predicate<S>
  | RegExp
  | TextFilter
  | PostbackReader<unknown>

/** One condition, or several that must all hold. */
export type Filter<S = unknown> = EventFilter<S> | readonly EventFilter<S>[]

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
export type EventOf<F extends Filter<never>> = Extract<
  F extends readonly EventFilter<never>[]
    ? 'standby' extends F[number]
      ? All<Standby<WebhookEvent>, F>
      : All<Active<WebhookEvent>, F>
    : F extends 'standby'
      ? Standby<WebhookEvent>
      : One<Active<WebhookEvent>, F>,
  WebhookEvent
>

type Any<E, Filters> = Filters extends readonly [infer First, ...infer Rest]
  ? (First extends readonly unknown[] ? All<E, First> : One<E, First>) | Any<E, Rest>
  : never

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
        : F extends 'mention'
          ? WithMessage<E, 'text'>
          : Extract<E, { type: F }>
      : F extends AnyOf<infer Filters>
        ? Any<E, Filters>
        : F extends RegExp | TextFilter
          ? WithMessage<E, 'text'>
          : F extends PostbackReader<unknown>
            ? Extract<E, { type: 'postback' }>
            : F extends (
                  ctx: BotContext<WebhookEvent, infer _S>,
                ) => ctx is BotContext<infer Guarded, infer _S>
              ? Narrowed<E, Guarded>
              : E

/** The events that are of a guarded type too. */
type Narrowed<E, Guarded> = Guarded extends { type: infer Type }
  ? E extends { type: Type }
    ? E & Guarded
    : never
  : E

type WithMessage<E, Content> = E extends { type: 'message'; message: infer M }
  ? E & { message: Extract<M, { type: Content }> }
  : never

type WithSource<E, P> = E extends { source: infer S }
  ? [Extract<S, { type: P }>] extends [never]
    ? never
    : E & { source: Extract<S, { type: P }> }
  : never

/** A filter as a tuple of conditions. */
type Conditions<F> = F extends readonly unknown[] ? F : readonly [F]

/** The payloads of the typed postbacks of conditions: `none` for conditions without one. */
type Payload<Filters, None> = Filters extends readonly [infer First, ...infer Rest]
  ? First extends AnyOf<infer Inner>
    ? AnyPayload<Inner, Payload<Rest, None>>
    : First extends PostbackReader<infer Value>
      ? Value
      : Payload<Rest, None>
  : None

type AnyPayload<Filters, None> = Filters extends readonly [infer First, ...infer Rest]
  ? Payload<Conditions<First>, None> | AnyPayload<Rest, None>
  : never

/** Marks that there is no payload, which may be `undefined` itself. */
interface NoPayload {
  readonly '~none': never
}

/** Payload of the typed postback of a filter, in a tuple: empty without one, perhaps `undefined` where `anyOf` has other filters too. */
export type PayloadOf<F> = PayloadTuple<Payload<Conditions<F>, NoPayload>>

type PayloadTuple<Value> = [Exclude<Value, NoPayload>] extends [never]
  ? []
  : [payload: Exclude<Value, NoPayload> | (NoPayload extends Value ? undefined : never)]

type Match<Filters, None> = Filters extends readonly [infer First, ...infer Rest]
  ? First extends AnyOf<infer Inner>
    ? AnyMatch<Inner, Match<Rest, None>>
    : First extends RegExp | { text: RegExp }
      ? RegExpExecArray
      : Match<Rest, None>
  : None

type AnyMatch<Filters, None> = Filters extends readonly [infer First, ...infer Rest]
  ? Match<Conditions<First>, None> | AnyMatch<Rest, None>
  : never

/** Type of `ctx.match`: certain where every event that passes has one. */
export type MatchOf<F> =
  undefined extends Match<Conditions<F>, undefined> ? unknown : { readonly match: RegExpExecArray }
