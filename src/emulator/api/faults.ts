/** Simulated failures of API calls. */
import { FukidashiError } from '../../common/error.js'
import type { OperationId } from '../../endpoints/index.js'
import { EmulatorError } from '../errors.js'
import { sentences } from './sentences.js'

/** Which calls fail, and how. */
export interface FaultOptions {
  /** The operation that fails; any by default. */
  operation?: OperationId
  /** How many calls fail; 1 by default. */
  times?: number
  /** How many calls succeed first; 0 by default. */
  after?: number
  /** Milliseconds to wait before the answer. */
  delay?: number
  /** HTTP status of the answer, such as 429, 500 or 503. */
  status?: number
  /** Message of the answer; LINE's message for the status by default. */
  message?: string
  /** Perform the operation although the answer is an error. */
  commit?: boolean
  /** Close the connection without an answer, before or after the operation is performed. */
  reset?: 'before' | 'after'
}

/** A registered fault. */
export interface Fault extends FaultOptions {
  id: number
  /** How many calls it still applies to. */
  left: number
}

const messages: Record<number, string> = {
  401: sentences.authenticationFailed,
  403: sentences.accessUnavailable,
  429: sentences.rateLimit,
}

/** The message of a fault. */
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
        `${name} of a fault must be a number from ${least}${most === Infinity ? '' : ` to ${most}`}, not ${String(value)}.`,
      )
  }
}

export class Faults {
  readonly #list: Fault[] = []
  #lastId = 0

  /**
   * Makes something go wrong.
   * @throws {EmulatorError} `option_invalid` for a status that no answer can have, and invalid numbers
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

  /** The fault that applies to a call. */
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
