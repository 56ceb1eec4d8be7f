/** Time comes in from outside: tests and the emulator have their own. */

/** The only source of time of whatever takes one. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds; ends at once, in whatever way, when the signal is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back once after `ms`, unless the function that it returns was called. Made of `sleep` where it is missing. */
  after?(ms: number, callback: () => void): () => void
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        reject(signal!.reason as Error)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, ms)
      if (signal?.aborted) stop()
      else signal?.addEventListener('abort', stop, { once: true })
    }),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

/** `clock.after`, or the same made of `clock.sleep`. */
export function after(clock: Clock, ms: number, callback: () => void): () => void {
  if (clock.after) return clock.after(ms, callback)
  const controller = new AbortController()
  const { signal } = controller
  const due = () => {
    if (!signal.aborted) callback()
  }
  clock.sleep(ms, signal).then(due, () => undefined)
  return () => controller.abort()
}
