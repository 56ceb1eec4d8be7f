/** Single conditions of filters. */
import {
  POSTBACK,
  type PostbackReader,
  type PostbackRefusal,
  type PostbackResult,
} from '../../postback/index.js'
import type { MessageContentType, WebhookEventType } from '../../spec/webhook/index.js'
import { isThenable, promiseOf } from '../base/thenable.js'
import type { BotContext } from '../event/bot-context.js'
import { isContentType, isEventType, type Place } from '../event/event-places.js'
import { mentionsBot } from '../event/mentions.js'
import type { RawMessage } from '../event/raw-event.js'
import { noFilter } from './filter-errors.js'
import type { EventFilter, Predicate, TextFilter } from './filter.js'

/** Result of a check that an event passes. */
export interface MatchResult {
  readonly payload?: { readonly value: unknown }
  readonly match?: RegExpExecArray
}

/** The parts of an event that checks read. Anything may be missing. */
export interface Checked {
  readonly source?: { readonly type?: unknown; readonly userId?: unknown } | undefined
  readonly message?: { readonly text?: unknown } | undefined
  readonly postback?: { readonly data?: unknown } | undefined
}

/** The context of an event, as far as checks need it, and a way to report postback data that is refused. */
export interface Examination {
  /** Arrival of the delivery, as a date. */
  readonly receivedAt: number
  /** Environment of the platform. */
  readonly env: unknown
  postbackRefusal: PostbackRefusal | undefined
}

/** Result for an event; `undefined` if it does not pass. */
export type CheckResult = MatchResult | undefined | Promise<MatchResult | undefined>

export type Check = (event: Checked, examination: Examination) => CheckResult

/** A condition as data, with a check for what the data does not say. */
export interface Condition {
  readonly types?: readonly WebhookEventType[]
  readonly content?: MessageContentType
  readonly place?: Place
  readonly postback?: string
  readonly standby?: true
  readonly check?: Check
}

/** Passed, with nothing to pass on. */
export const passed: MatchResult = {}

/**
 * Reads a condition.
 * @throws {WebhookError} `filter_invalid`
 */
export function condition(filter: EventFilter): Condition {
  if (typeof filter === 'string') return named(filter)
  if (filter instanceof RegExp) return text(filter)
  if (typeof filter === 'function' || (typeof filter === 'object' && filter !== null)) {
    if (POSTBACK in filter) return postback(filter)
    if (typeof filter === 'function') return { check: predicate(filter) }
    if ('text' in filter) return text(filter.text)
  }
  throw noFilter(filter)
}

function named(filter: string): Condition {
  if (filter === 'standby') return { standby: true }
  if (filter === 'user' || filter === 'group' || filter === 'room') {
    return {
      place: filter,
      check: ({ source }) => (source?.type === filter ? passed : undefined),
    }
  }
  if (filter === 'mention') {
    return {
      types: ['message'],
      content: 'text',
      check: ({ message }) => (mentionsBot(message as RawMessage) ? passed : undefined),
    }
  }
  if (isEventType(filter)) return { types: [filter] }
  const content = filter.startsWith('message:') ? filter.slice('message:'.length) : ''
  if (isContentType(content)) return { types: ['message'], content }
  throw noFilter(filter)
}

function predicate(test: Predicate): Check {
  return (_, examination) => {
    const result = test(examination as unknown as BotContext)
    return isThenable(result)
      ? promiseOf(result).then((later) => (later ? passed : undefined))
      : result
        ? passed
        : undefined
  }
}

function text(expected: TextFilter['text']): Condition {
  if (typeof expected !== 'string' && !(expected instanceof RegExp))
    throw noFilter({ text: expected })
  const check: Check =
    typeof expected === 'string'
      ? ({ message }) => (message?.text === expected ? passed : undefined)
      : ({ message }) => find(expected, message?.text)
  return { types: ['message'], content: 'text', check }
}

function find(expression: RegExp, received: unknown): MatchResult | undefined {
  if (typeof received !== 'string') return undefined
  // A global or sticky expression would continue after its last match.
  expression.lastIndex = 0
  const match = expression.exec(received)
  return match ? { match } : undefined
}

function postback({ [POSTBACK]: definition }: PostbackReader<unknown>): Condition {
  const { name } = definition
  const resultOf = (
    result: PostbackResult<unknown>,
    examination: Examination,
  ): MatchResult | undefined => {
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
        ? result.then((later) => resultOf(later, examination))
        : resultOf(result, examination)
    },
  }
}
