/** The one clock: client, bot, emulator and tests take time from here. */

/** A source of time. Tests and the emulator pass their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Milliseconds since any fixed moment, never going back. Durations are measured by it, so that setting the machine's
   * clock ends or prolongs nothing. `now` where it is missing.
   */
  monotonic?(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back once after `ms`, unless the returned function was called before. Made of `sleep` where it is missing. */
  after?(ms: number, callback: () => void): () => void
}

/** The clocks of this module have every part. */
export type FullClock = Required<Clock>

/** The longest delay of `setTimeout`, in milliseconds: 2³¹ − 1. A longer one would fire at once. */
const longestDelay = 2_147_483_647

/**
 * `setTimeout` for any delay: longer than 24.8 days in several steps, `Infinity` never.
 *
 * @param background - the timer does not keep the process alive
 * @returns a function that cancels
 */
function startTimer(ms: number, callback: () => void, background: boolean): () => void {
  let timer: unknown
  const start = (left: number) => {
    const step = Math.min(left, longestDelay)
    timer = setTimeout(() => (left > step ? start(left - step) : callback()), step)
    if (background && typeof timer === 'object') (timer as { unref?: () => void } | null)?.unref?.()
  }
  if (ms !== Infinity) start(ms)
  return () => clearTimeout(timer as number | undefined)
}

/** `sleep` made of `after`. */
export function sleepBy(
  after: (ms: number, callback: () => void) => () => void,
  ms: number,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const abort = () => {
      cancel()
      reject(signal!.reason as Error)
    }
    const cancel = after(ms, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}

function machineClock(background: boolean): FullClock {
  const after = (ms: number, callback: () => void) => startTimer(ms, callback, background)
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => sleepBy(after, ms, signal),
    after,
  }
}

/** The machine's time. Its timers keep a process alive. */
export const systemClock: FullClock = machineClock(false)

/** The machine's time. Its timers keep no process alive. */
export const backgroundClock: FullClock = machineClock(true)

/** `clock.after`, or the same made of `clock.sleep`; for any delay, `Infinity` included. */
export function after(clock: Clock, ms: number, callback: () => void): () => void {
  if (ms === Infinity) return () => undefined
  if (ms > longestDelay) {
    // The clock may be made of `setTimeout`.
    let cancel = after(clock, longestDelay, () => {
      cancel = after(clock, ms - longestDelay, callback)
    })
    return () => cancel()
  }
  if (clock.after) return clock.after(ms, callback)
  const controller = new AbortController()
  const { signal } = controller
  const fire = () => {
    if (!signal.aborted) callback()
  }
  clock.sleep(ms, signal).then(fire, () => undefined)
  return () => controller.abort()
}

/** `clock.monotonic()`, or `clock.now()` where it is missing. Only differences mean something. */
export const monotonic = (clock: Clock): number => clock.monotonic?.() ?? clock.now()
