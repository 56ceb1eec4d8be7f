/** What a bot adds to the calls of its client. */
import type { OperationId } from '../endpoints/index.js'
import type { Outcome } from './ended.js'
import type { CallOptions } from './options.js'

/** Options of a call, with its retry key. */
export interface KeyedCallOptions extends CallOptions {
  retryKey?: string | undefined
}

/** A call that is about to be made. */
export interface Call {
  readonly operationId: OperationId
  /** The body, as a value or as it is sent. */
  readonly input: { readonly body?: unknown; readonly written?: string | Uint8Array }
  readonly options: KeyedCallOptions
}

/** Runs around every call, with all its attempts. */
export type AroundCall = <T>(
  call: Call,
  next: (options: KeyedCallOptions) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>

/** Functions that a client calls. */
export interface CallHooks {
  /** Called before each attempt; what it throws ends the call. */
  guard?: (() => void) | undefined
  /** Called instead of each call, which `next` makes. */
  around?: AroundCall | undefined
}
