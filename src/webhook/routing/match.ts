/** Turns a filter into a check, and refuses one that no event can pass. */
import {
  POSTBACK,
  type PostbackReader,
  type PostbackRefusal,
  type PostbackResult,
} from '../../postback/index.js'
import type { MessageContentType, WebhookEventType } from '../../spec/webhook/index.js'
import { eventPlaces, isContentType, isEventType, type Place } from '../event/event-places.js'
import { impossible, noFilter } from './filter-errors.js'
import type { EventFilter, Filter, TextFilter } from './filter.js'

/** What a check finds in an event. */
export interface Found {
  readonly payload?: { readonly value: unknown }
  readonly match?: RegExpExecArray
}

/** The parts of an event that checks look at; nothing is taken for granted. */
export interface Checked {
  readonly source?: { readonly type?: unknown; readonly userId?: unknown } | undefined
  readonly message?: { readonly text?: unknown } | undefined
  readonly postback?: { readonly data?: unknown } | undefined
}

/** Facts for checks beside the event, and a way to report postback data that is refused. */
export interface Examination {
  /** Arrival of the delivery, as a date. */
  readonly receivedAt: number
  /** Environment of the platform. */
  readonly env: unknown
  postbackRefusal: PostbackRefusal | undefined
}

type Check = (
  event: Checked,
  examination: Examination,
) => Found | undefined | Promise<Found | undefined>

/** A filter, ready for use. */
export interface Matcher {
  readonly types: ReadonlySet<string>
  /** Kinds of message; all, when undefined. */
  readonly contents: ReadonlySet<string> | undefined
  readonly standby: boolean
  /** What is left to check when type and content fit. */
  readonly checks: readonly Check[]
}

/** What one condition says. */
interface Condition {
  types?: readonly WebhookEventType[]
  content?: MessageContentType
  place?: Place
  postback?: string
  standby?: true
  check?: Check
}

const emptyMatch: Found = {}

/**
 * Prepares a filter.
 * @throws {WebhookError} `filter_invalid` when a condition is unknown, or no event can meet all of them
 */
export function matcher(filter: Filter): Matcher {
  const filters = Array.isArray(filter) ? (filter as readonly EventFilter[]) : [filter]
  if (filters.length === 0) throw noFilter([])
  const conditions = filters.map((one) => condition(one as EventFilter))
  const contents = distinct(conditions.map(({ content }) => content))
  const places = distinct(conditions.map(({ place }) => place))
  const postbacks = distinct(conditions.map(({ postback }) => postback))

  const types = (Object.keys(eventPlaces) as WebhookEventType[]).filter(
    (type) =>
      conditions.every((one) => !one.types || one.types.includes(type)) &&
      places.every((place) => eventPlaces[type].includes(place)),
  )
  if (types.length === 0 || contents.length > 1 || places.length > 1 || postbacks.length > 1) {
    throw impossible(filters as readonly EventFilter[])
  }
  return {
    types: new Set(types),
    contents: contents.length ? new Set<string>(contents) : undefined,
    standby: conditions.some(({ standby }) => standby),
    checks: conditions.flatMap(({ check }) => check ?? []),
  }
}

const distinct = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

function condition(filter: EventFilter): Condition {
  if (typeof filter === 'string') return named(filter)
  if (filter instanceof RegExp) return text(filter)
  if (typeof filter === 'function' || (typeof filter === 'object' && filter !== null)) {
    if (POSTBACK in filter) return postback(filter)
    if ('text' in filter) return text(filter.text)
  }
  throw noFilter(filter)
}

function named(filter: string): Condition {
  if (filter === 'standby') return { standby: true }
  if (filter === 'user' || filter === 'group' || filter === 'room') {
    return {
      place: filter,
      check: ({ source }) => (source?.type === filter ? emptyMatch : undefined),
    }
  }
  if (isEventType(filter)) return { types: [filter] }
  const content = filter.startsWith('message:') ? filter.slice('message:'.length) : ''
  if (isContentType(content)) return { types: ['message'], content }
  throw noFilter(filter)
}

function text(wanted: TextFilter['text']): Condition {
  const check: Check =
    typeof wanted === 'string'
      ? ({ message }) => (message?.text === wanted ? emptyMatch : undefined)
      : ({ message }) => find(wanted, message?.text)
  return { types: ['message'], content: 'text', check }
}

function find(wanted: RegExp, said: unknown): Found | undefined {
  if (typeof said !== 'string') return undefined
  // A global or sticky expression would go on from its last find.
  wanted.lastIndex = 0
  const match = wanted.exec(said)
  return match ? { match } : undefined
}

function postback({ [POSTBACK]: definition }: PostbackReader<unknown>): Condition {
  const { name } = definition
  const foundIn = (
    result: PostbackResult<unknown>,
    examination: Examination,
  ): Found | undefined => {
    if (!result) return undefined
    if (result.refused === undefined) return { payload: { value: result.payload } }
    // The reason for genuine data says more than that of another definition of the name, for which it looks forged.
    const before = examination.postbackRefusal
    if (!before || before.reason === 'forged')
      examination.postbackRefusal = { postback: name, reason: result.refused }
    return undefined
  }
  return {
    types: ['postback'],
    postback: name,
    check: ({ postback, source }, examination) => {
      if (typeof postback?.data !== 'string') return undefined
      const userId = typeof source?.userId === 'string' ? source.userId : undefined
      const { receivedAt: now, env } = examination
      const result = definition.inspect(postback.data, { userId, now, env })
      return result instanceof Promise
        ? result.then((later) => foundIn(later, examination))
        : foundIn(result, examination)
    },
  }
}
