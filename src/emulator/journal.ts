/** What happened, in order: calls, webhooks, messages. For inspectors, and for reports of failed tests. */
import type { OperationId } from '../endpoints/index.js'
import type { Problem } from '../validation/index.js'
import type { Entry } from './state/people.js'

/** A call of the API. */
export interface CallRecord {
  type: 'call'
  number: number
  at: number
  operation: OperationId | undefined
  method: string
  /** Path and query. */
  path: string
  headers: Readonly<Record<string, string>>
  /** Text as it came; the number of bytes where it is none. */
  request: string | number
  status: number
  answerHeaders: Readonly<Record<string, string>>
  answer: string | number
  requestId: string
  ms: number
  /** What our own validators say of its messages. */
  problems: readonly Problem[]
  /** A fault that was asked for. */
  fault?: string
}

/** A webhook that was sent. */
export interface WebhookRecord {
  type: 'webhook'
  number: number
  at: number
  /** Where it went. */
  to: string
  /** As it was signed. */
  body: string
  signature: string
  /** What the bot answered; absent while it has not. */
  status?: number
  /** `OK`, or LINE's word for what went wrong. */
  reason?: string
  detail?: string
  ms?: number
  redelivery: boolean
}

/** A line was added to a chat, or changed. */
export interface MessageRecord {
  type: 'message'
  chatId: string
  entry: Entry
}

/** People, groups, menus or settings changed. */
export interface ChangeRecord {
  type: 'change'
  what: string
}

export type JournalRecord = CallRecord | WebhookRecord | MessageRecord | ChangeRecord

/** Calls and webhooks that are remembered. */
const KEPT = 1_000
/** Characters of them in all: a body may have millions. */
const KEPT_TEXT = 64 * 1024 * 1024

const lengthOf = (text: string | number): number => (typeof text === 'string' ? text.length : 0)

const sizeOf = (record: CallRecord | WebhookRecord): number =>
  record.type === 'webhook'
    ? record.body.length
    : record.path.length + lengthOf(record.request) + lengthOf(record.answer)

export class Journal {
  readonly #records: (CallRecord | WebhookRecord)[] = []
  readonly #listeners = new Set<(record: JournalRecord) => void>()
  #number = 0
  #size = 0

  /** The newest calls and webhooks, oldest first. */
  get records(): readonly (CallRecord | WebhookRecord)[] {
    return this.#records
  }

  /** How many calls and webhooks there were, forgotten ones among them. */
  get count(): number {
    return this.#number
  }

  next(): number {
    return ++this.#number
  }

  keep(record: CallRecord | WebhookRecord): void {
    this.#records.push(record)
    this.#size += sizeOf(record)
    if (this.#records.length > KEPT * 1.1) this.#forget(this.#records.length - KEPT)
    while (this.#size > KEPT_TEXT && this.#records.length > 1) this.#forget(1)
    this.tell(record)
  }

  tell(record: JournalRecord): void {
    if (this.#listeners.size > 0) for (const listener of this.#listeners) listener(record)
  }

  watch(listener: (record: JournalRecord) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  clear(): void {
    this.#forget(this.#records.length)
  }

  #forget(count: number): void {
    for (const record of this.#records.splice(0, count)) this.#size -= sizeOf(record)
  }
}
