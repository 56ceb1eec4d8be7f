/** Short texts for calls and webhooks. */
import type { WebhookEvent } from '../spec/webhook/index.js'
import type { EntryView } from '../emulator/ui/view.js'
import type { LogRecord, Store } from './store.js'

/** Events of a webhook; none if the body is not JSON. */
export function eventsOf(record: LogRecord): WebhookEvent[] {
  if (record.type !== 'webhook') return []
  try {
    return (JSON.parse(record.body) as { events: WebhookEvent[] }).events
  } catch {
    return []
  }
}

const eventName = (event: WebhookEvent): string => {
  const { type } = event
  const kind = (event as { message?: { type: string } }).message?.type
  return kind === undefined ? type : `${type}:${kind}`
}

export const nameOf = (record: LogRecord): string =>
  record.type === 'call'
    ? (record.operation ?? `${record.method} ${record.path}`)
    : eventsOf(record).map(eventName).join(', ') || 'verify'

/** A short summary: the first text, or the recipient. */
export function about(record: LogRecord): string {
  if (record.type === 'call') return `${record.method} ${record.path}`
  const event = eventsOf(record)[0] as
    { message?: { text?: string }; postback?: { data: string } } | undefined
  return event?.message?.text ?? event?.postback?.data ?? record.to
}

type Outcome = 'good' | 'bad' | 'waiting'

export function outcomeOf(record: LogRecord): Outcome {
  if (record.type === 'call') return record.status < 400 ? 'good' : 'bad'
  if (record.reason === undefined) return 'waiting'
  return record.reason === 'OK' ? 'good' : 'bad'
}

export function statusOf(record: LogRecord, store: Store): string {
  if (record.type === 'call') return String(record.status)
  if (record.reason === undefined) return store.words.waiting
  return record.status === undefined ? record.reason : String(record.status)
}

/** Milliseconds, short. */
export const took = (ms: number | undefined): string =>
  ms === undefined ? '' : ms < 1 ? '<1 ms' : `${Math.round(ms)} ms`

export const problemsOf = (record: LogRecord) => (record.type === 'call' ? record.problems : [])

/** Number of the record of an entry: the call that sent it, or the webhook that reported it. */
export function recordOf(
  { id, requestId, from }: EntryView,
  records: Iterable<LogRecord>,
): number | undefined {
  for (const record of records)
    if (
      record.type === 'call'
        ? from === 'bot' && record.requestId === requestId
        : from !== 'bot' && record.body.includes(`"${id}"`)
    )
      return record.number
  return undefined
}

/** Indented JSON; other text unchanged. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Headers that belong to a connection, not to a call. */
const ofConnection = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'transfer-encoding',
  'keep-alive',
  'expect',
  'origin',
  'referer',
])

/** The call as a shell command. */
export function curl(record: LogRecord): string {
  const isCall = record.type === 'call'
  const headers: [string, string][] = isCall
    ? Object.entries(record.headers).filter(([name]) => !ofConnection.has(name.toLowerCase()))
    : [
        ['content-type', 'application/json; charset=utf-8'],
        ['x-line-signature', record.signature],
      ]
  const body = isCall ? record.request : record.body
  const url = isCall
    ? location.origin + record.path
    : /^https?:/.test(record.to)
      ? record.to
      : 'http://127.0.0.1:3000/webhook'
  return [
    `curl -X ${isCall ? record.method : 'POST'} ${quoted(url)}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(typeof body === 'string' && body !== '' ? [`--data-raw ${quoted(body)}`] : []),
  ].join(' \\\n  ')
}

/** Repeats a call. */
export async function replay(record: LogRecord): Promise<void> {
  if (record.type !== 'call' || typeof record.request !== 'string') return
  const headers = Object.entries(record.headers).filter(
    ([name]) => !ofConnection.has(name.toLowerCase()) && !name.toLowerCase().startsWith('sec-'),
  )
  const withBody = record.method !== 'GET' && record.request !== ''
  await fetch(record.path, {
    method: record.method,
    headers: Object.fromEntries(headers),
    ...(withBody && { body: record.request }),
  })
}
