/** Where time comes from. Tests and the emulator bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after so many milliseconds. Ends at once, in whatever way, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back once after `ms`, unless the function that it returns was called. Made of `sleep` where it is missing. */
  after?(ms: number, callback: () => void): () => void
}

/** The time of the machine. It keeps no process alive. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const cancel = after(systemClock, signal?.aborted ? 0 : ms, done)
      signal?.addEventListener('abort', done, { once: true })
      function done() {
        cancel()
        signal?.removeEventListener('abort', done)
        resolve()
      }
    }),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
    return () => clearTimeout(timer)
  },
}

/** `clock.after`, or the same made of `clock.sleep`. */
export function after(clock: Clock, ms: number, callback: () => void): () => void {
  if (clock.after) return clock.after(ms, callback)
  const end = new AbortController()
  const due = () => {
    if (!end.signal.aborted) callback()
  }
  clock.sleep(ms, end.signal).then(due, () => undefined)
  return () => end.abort()
}
