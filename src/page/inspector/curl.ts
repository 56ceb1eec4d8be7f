/** Calls and webhooks as shell commands. */
import type { CallRecord, WebhookRecord } from '../../emulator/index.js'

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Headers that belong to a connection, not to a call. */
const connectionHeaders = new Set([
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

/** The headers of a call that matter when it is repeated. */
export const headersOf = ({ headers }: CallRecord): [string, string][] =>
  Object.entries(headers).filter(([name]) => !connectionHeaders.has(name.toLowerCase()))

/** @param origin - of LINE's API */
export function curl(record: CallRecord | WebhookRecord, origin: string): string {
  const isCall = record.type === 'call'
  const headers: [string, string][] = isCall
    ? headersOf(record)
    : [
        ['content-type', 'application/json; charset=utf-8'],
        ['x-line-signature', record.signature],
      ]
  const body = isCall ? record.request : record.body
  const url = isCall
    ? origin + record.path
    : /^https?:/.test(record.to)
      ? record.to
      : 'http://127.0.0.1:3000/webhook'
  return [
    `curl -X ${isCall ? record.method : 'POST'} ${quoted(url)}`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(typeof body === 'string' && body !== '' ? [`--data-raw ${quoted(body)}`] : []),
  ].join(' \\\n  ')
}
