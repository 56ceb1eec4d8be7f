/** Ends waiting by a signal. */
import type { AbortSignalLike } from '../common/abort.js'

/** The value of a promise. Rejects with the signal's reason if it is aborted before. */
export const untilAborted = <T>(promise: Promise<T>, signal?: AbortSignalLike): Promise<T> =>
  signal
    ? new Promise<T>((resolve, reject) => {
        const stop = () => reject(signal.reason)
        if (signal.aborted) stop()
        signal.addEventListener('abort', stop, { once: true })
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
      })
    : promise
