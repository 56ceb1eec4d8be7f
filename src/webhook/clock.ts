/** Where time comes from. Tests and the emulator bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after so many milliseconds. Ends at once, in whatever way, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The time of the machine. Its sleep keeps no process alive. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
      signal?.addEventListener('abort', done, { once: true })
      function done() {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
    }),
}
