/** What the inspector shows of calls, webhooks and failures. */
import type { CallRecord, FailureRecord, WebhookRecord } from '../../emulator/index.js'
import type { EntryView } from '../../emulator/ui/view.js'
import type { WebhookEvent } from '../../spec/webhook/index.js'
import { words } from '../i18n/language.js'

export type LogRecord = CallRecord | WebhookRecord | FailureRecord

const events = new WeakMap<WebhookRecord, WebhookEvent[]>()

/** Events of a webhook; none if the body is not JSON. */
export function eventsOf(record: WebhookRecord): WebhookEvent[] {
  let list = events.get(record)
  if (!list) {
    try {
      list = (JSON.parse(record.body) as { events: WebhookEvent[] }).events
    } catch {
      list = []
    }
    events.set(record, list)
  }
  return list
}

const bodies = new WeakMap<CallRecord, Readonly<Record<string, unknown>>>()

/** JSON body of a call; empty if it is not an object. */
export function requestOf(record: CallRecord): Readonly<Record<string, unknown>> {
  let body = bodies.get(record)
  if (!body) {
    try {
      const value: unknown = JSON.parse(String(record.request))
      body = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    } catch {
      body = {}
    }
    bodies.set(record, body)
  }
  return body
}

const eventName = (event: WebhookEvent): string => {
  const kind = (event as { message?: { type: string } }).message?.type
  return kind === undefined ? event.type : `${event.type}:${kind}`
}

/** The name that developers know: LINE's operation, the types of events, the name of an error. */
export const nameOf = (record: LogRecord): string =>
  record.type === 'call'
    ? (record.operation ?? `${record.method} ${record.path}`)
    : record.type === 'webhook'
      ? eventsOf(record).map(eventName).join(', ') || 'verify'
      : record.name

export type Outcome = 'good' | 'bad' | 'waiting'

/** Questions that LINE answers with 404 where there is nothing: no default rich menu, none of this user. */
const mayBeNone = ['getDefaultRichMenuId', 'getRichMenuIdOfUser']

const isNone = ({ operation, status }: CallRecord): boolean =>
  status === 404 && operation !== undefined && mayBeNone.includes(operation)

export function outcomeOf(record: LogRecord): Outcome {
  if (record.type === 'call' && isNone(record)) return 'waiting'
  if (record.type === 'failure') return record.severity === 'error' ? 'bad' : 'waiting'
  if (record.type === 'call') return record.status < 400 && record.status !== 0 ? 'good' : 'bad'
  if (record.reason === undefined) return 'waiting'
  return record.reason === 'OK' ? 'good' : 'bad'
}

export function statusOf(record: LogRecord): string {
  if (record.type === 'failure') return record.severity
  if (record.type === 'call') return String(record.status)
  if (record.reason === undefined) return words.value.waiting
  return record.status === undefined ? record.reason : String(record.status)
}

/** Milliseconds, short. */
export const took = (ms: number | undefined): string =>
  ms === undefined ? '' : ms < 1 ? '<1 ms' : `${Math.round(ms)} ms`

export const problemsOf = (record: LogRecord) => (record.type === 'webhook' ? [] : record.problems)

/** Number of the record of an entry: the call that sent it, or the webhook that reported it. */
export function recordOf(
  { id, requestId, from }: EntryView,
  records: Iterable<LogRecord>,
): number | undefined {
  for (const record of records)
    if (
      record.type === 'call'
        ? from === 'bot' && record.requestId === requestId
        : record.type === 'webhook' && from !== 'bot' && record.body.includes(`"${id}"`)
    )
      return record.number
  return undefined
}
