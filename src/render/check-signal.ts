/** Checks the option `signal`. */
import type { AbortSignalLike } from '../common/abort.js'

/**
 * Throws the reason of a signal that is aborted.
 * @throws {TypeError} when `signal` is not an AbortSignal
 */
export function checkSignal(signal: AbortSignalLike | undefined): void {
  if (signal !== undefined && typeof signal?.throwIfAborted !== 'function')
    throw new TypeError('signal is not an AbortSignal; of an AbortController, give its `signal`')
  signal?.throwIfAborted()
}
