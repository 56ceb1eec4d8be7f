/** Records of calls, webhooks and messages, in order. Used by the page's inspector and in reports of failed tests. */
import type { OperationId } from '../endpoints/index.js'
import type { Problem } from '../validation/index.js'
import type { Entry } from './state/people.js'

/** An API call. */
export interface CallRecord {
  type: 'call'
  number: number
  at: number
  operation: OperationId | undefined
  method: string
  /** Path and query. */
  path: string
  headers: Readonly<Record<string, string>>
  /** Request body: its text, or its size in bytes if it is binary. */
  request: string | number
  status: number
  answerHeaders: Readonly<Record<string, string>>
  answer: string | number
  requestId: string
  ms: number
  /** Problems that fukidashi's validators find in its messages. */
  problems: readonly Problem[]
  /** The simulated failure, if any. */
  fault?: string
}

/** A webhook that was sent. */
export interface WebhookRecord {
  type: 'webhook'
  number: number
  at: number
  /** Destination. */
  to: string
  /** Body, exactly as it was signed. */
  body: string
  signature: string
  /** Status of the bot's response; absent until it responds. */
  status?: number
  /** `OK`, or LINE's name for the failure. */
  reason?: string
  detail?: string
  ms?: number
  redelivery: boolean
}

/** Something that went wrong, or was warned of, while the bot handled a webhook. */
export interface FailureRecord {
  type: 'failure'
  number: number
  at: number
  severity: 'error' | 'warning'
  /** Number of the webhook that caused it, if that is known. */
  webhook?: number
  /** Chat in which the answer is missing, if that is known. */
  chatId?: string
  /** `LineValidationError`, `TypeError`, or LINE's name for the failure of a webhook. */
  name: string
  message: string
  /** What LINE would refuse, with component, file and line. */
  problems: readonly Problem[]
  /** Where it happened, in a file of the project: its path from the project's folder. */
  place?: { file: string; line: number; column?: number }
  /** The lines around the place. */
  frame?: { firstLine: number; lines: readonly string[] }
  /** Stack frames, those of the project first; empty for bots that run elsewhere. */
  stack: readonly string[]
  /** What to do next. */
  hint?: string
}

/** An entry of a chat was added or changed. */
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

/** A record that stays until newer ones replace it. */
export type KeptRecord = CallRecord | WebhookRecord | FailureRecord

export type JournalRecord = KeptRecord | MessageRecord | ChangeRecord

/** Records that are kept. */
const KEPT = 1_000
/** Characters of all kept records together: a body can have millions. */
const KEPT_TEXT = 64 * 1024 * 1024

const lengthOf = (text: string | number): number => (typeof text === 'string' ? text.length : 0)

function sizeOf(record: KeptRecord): number {
  switch (record.type) {
    case 'webhook':
      return record.body.length
    case 'call':
      return record.path.length + lengthOf(record.request) + lengthOf(record.answer)
    case 'failure':
      return record.message.length + record.stack.length * 100 + record.problems.length * 1_000
  }
}

export class Journal {
  readonly #records: KeptRecord[] = []
  readonly #listeners = new Set<(record: JournalRecord) => void>()
  /** API calls that are not answered yet. */
  callsInProgress = 0
  #number = 0
  #size = 0

  /** The newest records, oldest first. */
  get records(): readonly KeptRecord[] {
    return this.#records
  }

  /** Number of records so far, including removed ones. */
  get count(): number {
    return this.#number
  }

  next(): number {
    return ++this.#number
  }

  keep(record: KeptRecord): void {
    this.#records.push(record)
    this.#size += sizeOf(record)
    if (this.#records.length > KEPT * 1.1) this.#forget(this.#records.length - KEPT)
    while (this.#size > KEPT_TEXT && this.#records.length > 1) this.#forget(1)
    this.publish(record)
  }

  publish(record: JournalRecord): void {
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
