/** Shows webhooks, API calls and failures in the terminal: one line each, and problems in full. */
import { styleText } from 'node:util'
import type {
  CallRecord,
  Emulator,
  FailureRecord,
  Problem,
  WebhookRecord,
} from '../../emulator/index.js'

type Style = Parameters<typeof styleText>[0]

/** @param print - prints one or more lines */
export function showTraffic(line: Emulator, print: (text: string) => void, colors: boolean): void {
  const paint = (style: Style, text: string) => (colors ? styleText(style, text) : text)
  line.watch((record) => {
    if (record.type === 'webhook' && record.reason !== undefined) print(webhookLine(record, paint))
    else if (record.type === 'call') print(callLines(record, paint))
    else if (record.type === 'failure') print(failureLines(record, paint))
  })
}

type Paint = (style: Style, text: string) => string

const statusOf = (status: number, paint: Paint): string =>
  paint(status >= 200 && status < 300 ? 'green' : 'red', String(status))

/** `webhook  message text "hi" → 200  12 ms`. */
function webhookLine(record: WebhookRecord, paint: Paint): string {
  const { body, status, reason = '', ms = 0, redelivery } = record
  const { events } = JSON.parse(body) as { events: EventLike[] }
  const what = events.map(eventWords).join(', ') || 'verification'
  const result = status === undefined ? paint('red', reason) : statusOf(status, paint)
  return `webhook  ${what}${redelivery ? ' (again)' : ''} → ${result}  ${ms} ms`
}

interface EventLike {
  type: string
  message?: { type: string; text?: string }
  postback?: { data?: string }
}

function eventWords({ type, message, postback }: EventLike): string {
  const text = message?.text ?? postback?.data
  const words = [type, message?.type, text === undefined ? undefined : quoted(text)]
  return words.filter(Boolean).join(' ')
}

const quoted = (text: string): string =>
  JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** `call     replyMessage → 200  3 ms`, with LINE's words and the problems of a refusal. */
function callLines(record: CallRecord, paint: Paint): string {
  const { operation, method, path, status, ms, answer, problems } = record
  const first = `call     ${operation ?? `${method} ${path.split('?')[0]}`} → ${statusOf(status, paint)}  ${ms} ms`
  const why = status >= 400 ? [indented(String(answer))] : []
  return [first, ...why, ...problems.map((problem) => problemLine(problem, paint))].join('\n')
}

function problemLine(
  { severity, path, component, source, message }: Problem,
  paint: Paint,
): string {
  const place = [path, component, source].filter(Boolean).join('  ')
  return indented(`${paint(severity === 'error' ? 'red' : 'yellow', place)}\n  ${message}`)
}

function failureLines(record: FailureRecord, paint: Paint): string {
  const { severity, name, message, place, frame, stack, hint } = record
  const style = severity === 'error' ? 'red' : 'yellow'
  const where = place
    ? [`at ${[place.file, place.line, place.column].filter(Boolean).join(':')}`]
    : []
  const code = place && frame ? [frameLines(frame, place.line, paint)] : []
  const way = frame ? [] : stack.slice(0, 5).map((text) => `at ${text}`)
  const parts = [...where, ...code, ...way, ...(hint === undefined ? [] : [paint('bold', hint)])]
  return [`${paint(style, name)}: ${message}`, ...parts.map(indented)].join('\n')
}

function frameLines(
  { firstLine, lines }: NonNullable<FailureRecord['frame']>,
  marked: number,
  paint: Paint,
): string {
  const width = String(firstLine + lines.length).length
  return lines
    .map((text, i) => {
      const number = firstLine + i
      const row = `${number === marked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`
      return number === marked ? row : paint('dim', row)
    })
    .join('\n')
}

const indented = (text: string): string => text.replace(/^/gm, '  ')
