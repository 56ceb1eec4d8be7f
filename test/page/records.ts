/** Records of an emulator, for tests of what the inspector makes of them. */
import type { CallRecord, FailureRecord, WebhookRecord } from '../../src/emulator/index.js'

export const AKI = `U${'a'.repeat(32)}`
export const KEN = `U${'b'.repeat(32)}`
export const TEAM = `C${'c'.repeat(32)}`

export const names: Readonly<Record<string, string>> = {
  [AKI]: 'Aki',
  [KEN]: 'Ken',
  [TEAM]: 'Team',
  bot: 'Tea',
}
export const nameOf = (id: string): string => names[id] ?? id

const at = (number: number): number => number * 10

export const webhook = (
  number: number,
  event: object,
  more: Partial<WebhookRecord> = {},
): WebhookRecord => ({
  type: 'webhook',
  number,
  at: at(number),
  to: 'bot',
  body: JSON.stringify({ destination: 'U', events: [event] }),
  signature: 'sig=',
  status: 200,
  reason: 'OK',
  ms: 5,
  redelivery: false,
  ...more,
})

/** Aki writes something. */
export const text = (number: number, words: string, more: object = {}): WebhookRecord =>
  webhook(number, {
    type: 'message',
    replyToken: `token${number}`,
    source: { type: 'user', userId: AKI },
    message: { type: 'text', id: `6000000${number}`, text: words },
    ...more,
  })

export const call = (
  number: number,
  operation: CallRecord['operation'],
  request: object | string,
  more: Partial<CallRecord> = {},
): CallRecord => ({
  type: 'call',
  number,
  at: at(number),
  operation,
  method: 'POST',
  path: '/v2/bot/message/reply',
  headers: {},
  request: typeof request === 'string' ? request : JSON.stringify(request),
  status: 200,
  answerHeaders: {},
  answer: '{}',
  requestId: `request${number}`,
  ms: 1,
  problems: [],
  ...more,
})

export const failure = (number: number, more: Partial<FailureRecord> = {}): FailureRecord => ({
  type: 'failure',
  number,
  at: at(number),
  severity: 'error',
  name: 'TypeError',
  message: 'x is not a function',
  problems: [],
  stack: [],
  ...more,
})
