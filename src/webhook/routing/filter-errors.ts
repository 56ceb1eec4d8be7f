/** Errors for filters that match no event. */
import { closest, either } from '../../common/words.js'
import { POSTBACK } from '../../postback/index.js'
import { contentTypes, eventPlaces } from '../event/event-places.js'
import { WebhookError } from '../base/errors.js'
import type { EventFilter } from './filter.js'

const eventNames = Object.keys(eventPlaces)
const messageNames = Object.keys(contentTypes).map((content) => `message:${content}`)
const chatNames = ['user', 'group', 'room']
const filterNames = [...eventNames, ...messageNames, ...chatNames, 'mention', 'standby']

/**
 * Error for an invalid filter.
 * @param reason - what is wrong with it, where that is not its kind or its name
 */
export function noFilter(filter: unknown, reason?: string): WebhookError {
  if (reason) return invalid(reason)
  const empty = Array.isArray(filter) && filter.length === 0
  const hint = typeof filter === 'string' ? hintFor(filter) : ''
  return invalid(
    empty
      ? 'An empty array matches nothing.'
      : `${show(filter as EventFilter)} is not a valid filter.${hint}`,
  )
}

function hintFor(filter: string): string {
  const message = `message:${filter}`
  const near = messageNames.includes(message) ? message : closest(filter, filterNames)
  if (near !== undefined) return ` Did you mean '${near}'?`
  // A few words are the text of a message; anything else may be a name that is no event.
  return /^\S+(?:\s\S+){1,5}$/.test(filter)
    ? ` To match messages with this text, use { text: ${show(filter as EventFilter)} }.`
    : ''
}

/** Error for conditions that no event can meet together. */
export function impossible(filters: readonly EventFilter[]): WebhookError {
  const where = filters.flatMap((one) => {
    const places =
      typeof one === 'string' && Object.hasOwn(eventPlaces, one)
        ? eventPlaces[one as keyof typeof eventPlaces]
        : undefined
    if (!places || places.length === chatNames.length) return []
    return [`${show(one)} comes from ${either(places) || 'no chat'}`]
  })
  const why = where.length > 0 ? ` (${where.join(', ')})` : ''
  return invalid(
    `No event is ${filters.map(show).join(' and ')}${why}. All conditions of an array must hold; for either of two, use anyOf(…).`,
  )
}

const invalid = (what: string) =>
  new WebhookError(
    'filter_invalid',
    [
      what,
      'Permitted are:',
      `  events    ${eventNames.join(', ')}`,
      `  messages  ${messageNames.join(', ')}`,
      `  chats     ${chatNames.join(', ')}; standby`,
      '  mention   texts that mention the bot',
      "  texts     a RegExp, or { text: 'exactly this' }",
      '  postbacks the result of definePostback',
      '  anyOf(…)  several of these, one of which must hold',
      '  a function of the context that returns true or false',
      '  an array of these, all of which must hold',
    ].join('\n'),
  )

function show(filter: EventFilter): string {
  if (typeof filter === 'string')
    return filter.length > 40 ? `'${filter.slice(0, 40)}…'` : `'${filter}'`
  if (filter instanceof RegExp) return filter.toString()
  if (typeof filter !== 'object' && typeof filter !== 'function') return typeof filter
  if (filter === null) return 'null'
  if (POSTBACK in filter) return `the postback '${filter[POSTBACK].name}'`
  if (typeof filter === 'function') return 'a function'
  if ('anyOf' in filter)
    return `anyOf(${filter.anyOf.map((one) => show(one as EventFilter)).join(', ')})`
  if (Array.isArray(filter)) return `[${filter.map((one) => show(one as EventFilter)).join(', ')}]`
  return 'text' in filter ? `{ text: ${String(filter.text)} }` : 'an object without text'
}
