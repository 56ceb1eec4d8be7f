/** Says why a filter lets nothing through, and what would. */
import { POSTBACK } from '../../postback/index.js'
import { CONTENT_TYPES, EVENT_PLACES } from '../event/event-places.js'
import { WebhookError } from '../base/errors.js'
import type { EventFilter } from './filter.js'

const EVENTS = Object.keys(EVENT_PLACES)
const MESSAGES = Object.keys(CONTENT_TYPES).map((content) => `message:${content}`)
const CHATS = ['user', 'group', 'room']

/** Something that is no condition at all. */
export function noFilter(filter: unknown): WebhookError {
  const empty = Array.isArray(filter) && filter.length === 0
  const near = typeof filter === 'string' ? nearest(filter) : undefined
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`
  return invalid(
    empty
      ? 'An empty array matches nothing.'
      : `${show(filter as EventFilter)} is no filter.${hint}`,
  )
}

/** Conditions that no event can meet at once. */
export function impossible(filters: readonly EventFilter[]): WebhookError {
  const where = filters.flatMap((one) => {
    const places =
      typeof one === 'string' && Object.hasOwn(EVENT_PLACES, one)
        ? EVENT_PLACES[one as keyof typeof EVENT_PLACES]
        : undefined
    if (!places || places.length === CHATS.length) return []
    return [`${show(one)} comes from ${places.join(' or ') || 'no chat'}`]
  })
  const why = where.length > 0 ? ` (${where.join(', ')})` : ''
  return invalid(
    `No event is ${filters.map(show).join(' and ')}${why}. All conditions of an array must hold; for either of two, call bot.on twice.`,
  )
}

const invalid = (what: string) =>
  new WebhookError(
    'filter_invalid',
    [
      what,
      'Permitted are:',
      `  events    ${EVENTS.join(', ')}`,
      `  messages  ${MESSAGES.join(', ')}`,
      `  chats     ${CHATS.join(', ')}; standby`,
      "  texts     a RegExp, or { text: 'exactly this' }",
      '  postbacks what definePostback gave',
      '  an array of these, all of which must hold',
    ].join('\n'),
  )

/** What was meant, if it is off by little. */
function nearest(filter: string): string | undefined {
  const all = [...EVENTS, ...MESSAGES, ...CHATS, 'standby']
  const [best] = all
    .map((name) => ({ name, off: distance(filter.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)
  return best && best.off <= 2 ? best.name : undefined
}

/** How many letters have to be put in, taken out or changed. */
function distance(a: string, b: string): number {
  // Nothing this long is off by little.
  if (a.length > 40) return Infinity
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

function show(filter: EventFilter): string {
  if (typeof filter === 'string')
    return filter.length > 40 ? `'${filter.slice(0, 40)}…'` : `'${filter}'`
  if (filter instanceof RegExp) return filter.toString()
  if (typeof filter !== 'object' && typeof filter !== 'function') return typeof filter
  if (filter === null) return 'null'
  if (POSTBACK in filter) return `the postback '${filter[POSTBACK].name}'`
  return 'text' in filter ? `{ text: ${String(filter.text)} }` : 'an object without text'
}
