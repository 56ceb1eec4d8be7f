/** Things that go wrong on demand. */
import { FukidashiError } from '../../common/error.js'
import type { OperationId } from '../../endpoints/index.js'
import { EmulatorError } from '../errors.js'
import { sentences } from './sentences.js'

/** What is to go wrong. */
export interface FaultOptions {
  /** Which operation; any by default. */
  operation?: OperationId
  /** How often; once by default. */
  times?: number
  /** Calls that go well before. */
  after?: number
  /** Milliseconds to wait first. */
  delay?: number
  /** Answer with this status: 429, 500, 503 … */
  status?: number
  /** LINE's sentence for that status by default. */
  message?: string
  /** Do what was asked, though the answer says otherwise. */
  commit?: boolean
  /** End the connection without an answer: before anything is done, or after. */
  reset?: 'before' | 'after'
}

/** A fault that waits for its calls. */
export interface Fault extends FaultOptions {
  id: number
  /** Calls that it still meets. */
  left: number
}

const messages: Record<number, string> = {
  401: sentences.authenticationFailed,
  403: sentences.accessUnavailable,
  429: sentences.rateLimit,
}

/** What a fault says. */
export const faultMessage = ({ status = 500, message }: FaultOptions): string =>
  message ?? messages[status] ?? sentences.internal

/** A fault ended the connection without an answer. */
export class ConnectionReset extends FukidashiError {
  override readonly name = 'ConnectionReset'
  readonly code = 'connection_reset'
}

const limits = {
  status: [200, 599],
  times: [1, Infinity],
  after: [0, Infinity],
  delay: [0, Infinity],
} as const

function check(options: FaultOptions): void {
  for (const [name, [least, most]] of Object.entries(limits)) {
    const value = options[name as keyof typeof limits]
    const fits =
      value === undefined ||
      (value >= least && value <= most && (name !== 'status' || Number.isInteger(value)))
    if (!fits)
      throw new EmulatorError(
        'option_invalid',
        `${name} of a fault has to be a number from ${least}${most === Infinity ? '' : ` to ${most}`}; it is ${String(value)}.`,
      )
  }
}

export class Faults {
  readonly #list: Fault[] = []
  #lastId = 0

  /**
   * Makes something go wrong.
   * @throws {EmulatorError} `option_invalid` for a status that no answer can have, and numbers that are none
   */
  add(options: FaultOptions): Fault {
    check(options)
    const fault: Fault = { ...options, id: ++this.#lastId, left: options.times ?? 1 }
    this.#list.push(fault)
    return fault
  }

  get list(): readonly Fault[] {
    return this.#list
  }

  remove(id: number): boolean {
    const at = this.#list.findIndex((fault) => fault.id === id)
    if (at !== -1) this.#list.splice(at, 1)
    return at !== -1
  }

  clear(): void {
    this.#list.length = 0
  }

  /** The fault that a call meets. */
  meet(operation: OperationId | undefined): Fault | undefined {
    if (this.#list.length === 0) return undefined
    const fault = this.#list.find((one) => !one.operation || one.operation === operation)
    if (!fault) return undefined
    if (fault.after !== undefined && fault.after > 0) {
      fault.after--
      return undefined
    }
    if (--fault.left <= 0) this.remove(fault.id)
    return fault
  }
}
