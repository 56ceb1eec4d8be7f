/** Shapes that the parts of a call hand to each other. */
import type { Endpoint, OperationId } from '../endpoints/index.js'
import type { Clock } from '../common/clock.js'
import type { Refusal } from './errors/answer.js'
import type { LineApiErrorCode } from './errors/code.js'
import type { CallOptions, LineClientOptions } from './options.js'
import type { Input, PreparedRequest } from './request/request.js'
import type { Base, Transport, WireAnswer } from './transport/index.js'
import type { Patience } from './watch.js'

/** How one try ended. */
export type Ended =
  | { ok: true; answer: WireAnswer; json: unknown; repeated: boolean }
  | {
      ok: false
      failure: 'refused' | 'lost' | 'timeout' | 'aborted' | 'unreadable'
      /** Whether the request may have reached LINE. */
      left: boolean
      status?: number
      code?: LineApiErrorCode
      refusal?: Refusal
      header?: WireAnswer['header']
      /** Of `unreadable`: the answer came whole, so the next one would be no better. */
      whole?: boolean
      cause?: unknown
    }

export interface AttemptParts {
  operationId: OperationId
  row: Endpoint
  request: PreparedRequest
  input: Input
  base: Base
  retryKey: string | undefined
  headers: Record<string, string>
  transport: Transport
  clock: Clock
  client: LineClientOptions
  call: CallOptions
}

/** A try that did not succeed. */
export type Failed = Ended & { ok: false }

/** The tries so far, as an error tells of them. */
export interface Tries {
  readonly parts: AttemptParts
  readonly count: number
  /** Whether one of them may have been accepted. */
  readonly doubtful: boolean
  /** Milliseconds that the last one had. */
  readonly patience: Patience
  /** What must not be repeated to anybody. */
  secrets(): string[]
}

/** A call that succeeded. */
export interface Outcome<T> {
  answer: T
  /** `x-line-request-id` of the try that LINE accepted. */
  requestId: string
  retryKey: string | undefined
  attempts: number
  /** Whether an earlier request with this key had been accepted. */
  repeated: boolean
  header: (name: string) => string | undefined
  stream: ReadableStream<Uint8Array> | undefined
}
