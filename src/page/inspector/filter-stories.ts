/** Filters of the inspector. They look at words, never at ids. */
import {
  callInWords,
  failureInWords,
  type NameOf,
  sentInWords,
  webhookInWords,
} from './in-words.js'
import {
  eventsOf,
  type LogRecord,
  nameOf as recordName,
  outcomeOf,
  problemsOf,
  requestOf,
} from './records.js'
import type { Story } from './stories.js'

export const kinds = ['all', 'calls', 'webhooks', 'problems'] as const
export type Kind = (typeof kinds)[number]

export interface Filters {
  kind: Kind
  /** Id of the person or group; empty for everybody. */
  person: string
  /** Words that a row must have. */
  text: string
  /** Only this chat. */
  chatId: string | undefined
}

export const hasProblem = (record: LogRecord): boolean =>
  problemsOf(record).length > 0 || outcomeOf(record) === 'bad' || record.type === 'failure'

const isOfKind = (kind: Kind, record: LogRecord): boolean =>
  kind === 'all' ||
  (kind === 'calls' && record.type === 'call') ||
  (kind === 'webhooks' && record.type === 'webhook') ||
  (kind === 'problems' && hasProblem(record))

/** Properties whose values are ids, tokens or signatures. */
const isId = (key: string): boolean => /(?:id|ids|token|signature|destination|^to)$/i.test(key)

const looksLikeId = (text: string): boolean => /^[UCR]?[0-9a-f]{32}$|^\d{10,}$/.test(text)

/** Texts of a JSON value, without ids. */
function* textsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value === 'string') {
    if (!looksLikeId(value)) yield value
  } else if (typeof value === 'object' && value !== null && depth < 100)
    for (const [key, child] of Object.entries(value))
      if (!isId(key)) yield* textsIn(child, depth + 1)
}

const textCache = new WeakMap<LogRecord, string>()

/** What a record says, in lower case, for a search. Names can change, so they are not part of it. */
function contentText(record: LogRecord): string {
  let text = textCache.get(record)
  if (text === undefined) {
    const parts =
      record.type === 'webhook'
        ? textsIn(eventsOf(record))
        : record.type === 'call'
          ? textsIn(requestOf(record))
          : [record.place?.file ?? '', record.hint ?? '', record.message]
    const problems = problemsOf(record).map(
      ({ path, message, component = '', code }) => `${path} ${message} ${component} ${code}`,
    )
    text = [recordName(record), ...parts, ...problems].join('\n').toLowerCase()
    textCache.set(record, text)
  }
  return text
}

const inWords = (record: LogRecord, story: Story, nameOf: NameOf): string =>
  record.type === 'webhook'
    ? webhookInWords(record, nameOf)
    : record.type === 'call'
      ? [callInWords(record, story, nameOf), ...sentInWords(record)].join('\n')
      : failureInWords(record)

const isAbout = ({ chats, webhook }: Story, id: string): boolean =>
  chats === 'all' ||
  chats.has(id) ||
  (webhook !== undefined &&
    eventsOf(webhook).some(
      ({ source }) => (source as { userId?: string } | undefined)?.userId === id,
    ))

/** A story with the rows that fit; `undefined` if none does. */
export function filterStory(story: Story, filters: Filters, nameOf: NameOf): Story | undefined {
  const { kind, person, text, chatId } = filters
  const { chats, webhook, rows } = story
  if (chatId !== undefined && chats !== 'all' && chats.size > 0 && !chats.has(chatId))
    return undefined
  if (person !== '' && !isAbout(story, person)) return undefined
  const wanted = text.trim().toLowerCase()
  const fits = (record: LogRecord): boolean =>
    isOfKind(kind, record) &&
    (wanted === '' ||
      contentText(record).includes(wanted) ||
      inWords(record, story, nameOf).toLowerCase().includes(wanted))
  const head = webhook !== undefined && fits(webhook)
  const left = rows.filter(fits)
  if (!head && left.length === 0) return undefined
  if (kind === 'calls') return { ...story, webhook: undefined, rows: left }
  if (kind === 'webhooks') return { ...story, rows: [] }
  // What a webhook that fits has caused belongs to it.
  return { ...story, rows: head && kind === 'all' ? rows : left }
}
