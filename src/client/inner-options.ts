import type { Locate } from './errors/error-of.js'
import type { CallOptions } from './options.js'

/** Options of a call that the client itself passes on. */
export interface InnerOptions extends CallOptions {
  /** Retry key to use instead of a new one. */
  retryKey?: string | undefined
  /** Finds the component of a path in LINE's error. */
  locate?: Locate | undefined
}
