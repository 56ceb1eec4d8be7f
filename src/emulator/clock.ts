/** Time comes in from outside, and can be moved. */

/** Where time comes from: the client's and the bot's clocks have the same shape. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted before. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** Calls back once after `ms`, unless the function that it returns was called. */
  after?(ms: number, callback: () => void): () => void
}

/** The platform's timers fire at once when they are to wait longer. */
const LONGEST_TIMER = 0x7fff_ffff

/** The machine's own time. Its timers keep no process alive. */
export const systemClock: Clock & Required<Pick<Clock, 'after'>> = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleepWith(systemClock, ms, signal),
  after: (ms, callback) => {
    let timer: unknown
    const wait = (left: number) => {
      timer = setTimeout(
        () => (left > LONGEST_TIMER ? wait(left - LONGEST_TIMER) : callback()),
        Math.min(left, LONGEST_TIMER),
      )
      if (typeof timer === 'object') (timer as { unref?: () => void }).unref?.()
    }
    wait(ms)
    return () => clearTimeout(timer as number)
  },
}

function sleepWith(
  clock: Required<Pick<Clock, 'after'>>,
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
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}

/**
 * A clock that is another one, moved forward. What was to happen meanwhile is up to the emulator's agenda; timers that
 * others have set run by the clock below.
 */
export class MovableClock implements Clock {
  readonly #below: Clock
  offset = 0

  constructor(below: Clock) {
    this.#below = below
  }

  now = (): number => this.#below.now() + this.offset

  sleep = (ms: number, signal?: AbortSignal): Promise<void> => this.#below.sleep(ms, signal)

  after = (ms: number, callback: () => void): (() => void) => {
    if (this.#below.after) return this.#below.after(ms, callback)
    const controller = new AbortController()
    this.#below.sleep(ms, controller.signal).then(
      () => controller.signal.aborted || callback(),
      () => undefined,
    )
    return () => controller.abort()
  }
}
