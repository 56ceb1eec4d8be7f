/** What a bot adds to the calls of its client. */
import type { OperationId } from '../endpoints/index.js'
import type { Outcome } from './ended.js'
import type { InnerOptions } from './inner-options.js'
import type { Input } from './request/request.js'

/** A call that is about to be made. */
export interface Call {
  readonly operationId: OperationId
  readonly input: Input
  readonly options: InnerOptions
}

/** Runs around every call, with all its attempts. */
export type AroundCall = <T>(
  call: Call,
  next: (options: InnerOptions) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>

/** Functions that a client calls. */
export interface CallHooks {
  /** Called before each attempt; what it throws ends the call. */
  guard?: (() => void) | undefined
  /** Called instead of each call, which `next` makes. */
  around?: AroundCall | undefined
}
