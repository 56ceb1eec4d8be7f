/** Types that the parts of a call share. */
import type { Endpoint, OperationId } from '../endpoints/index.js'
import type { Clock } from '../common/clock.js'
import type { Refusal } from './errors/answer.js'
import type { LineApiErrorCode } from './errors/code.js'
import type { CallOptions, LineClientOptions } from './options.js'
import type { Input, PreparedRequest } from './request/request.js'
import type { Base, Transport, WireAnswer } from './transport/index.js'
import type { Patience } from './watch.js'

/** Result of one attempt. */
export type Ended =
  | { ok: true; answer: WireAnswer; json: unknown; repeated: boolean }
  | {
      ok: false
      failure: 'refused' | 'lost' | 'timeout' | 'aborted' | 'unreadable'
      /** The request may have reached LINE. */
      left: boolean
      status?: number
      code?: LineApiErrorCode
      refusal?: Refusal
      header?: WireAnswer['header']
      /** Of `unreadable`: the answer was complete, so a retry would not help. */
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
  /** Throws if the request must not be sent any more. */
  guard: (() => void) | undefined
}

/** An attempt that failed. */
export type Failed = Ended & { ok: false }

/** The attempts so far, as errors report them. */
export interface Tries {
  readonly parts: AttemptParts
  readonly count: number
  /** One of them may have been accepted. */
  readonly doubtful: boolean
  /** Time limit of the last one. */
  readonly patience: Patience
  /** Secrets that must not appear in errors and logs. */
  secrets(): string[]
}

/** A call that succeeded. */
export interface Outcome<T> {
  answer: T
  /** `x-line-request-id` of the attempt that LINE accepted. */
  requestId: string
  retryKey: string | undefined
  attempts: number
  /** An earlier request with this key had been accepted. */
  repeated: boolean
  header: (name: string) => string | undefined
  stream: ReadableStream<Uint8Array> | undefined
}
