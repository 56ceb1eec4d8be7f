import type { Clock } from '../emulator/index.js'

interface Timer {
  at: number
  fire: () => void
}

/**
 * Time that stands still until it is told to go on. For the emulator, the bot and clients alike.
 *
 * @example
 * const clock = new FakeClock()
 * const line = createEmulator({ bot, clock })
 * await line.user('Aki').says('hi')
 * clock.advance(60_001) // the reply token has expired
 */
export class FakeClock implements Clock {
  #time: number
  readonly #timers = new Set<Timer>()

  /** @param start - milliseconds since 1970, or a date; 2026-08-01 by default */
  constructor(start: number | Date = Date.UTC(2026, 7, 1)) {
    this.#time = Number(start)
  }

  now = (): number => this.#time

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error)
        return
      }
      const abort = () => {
        cancel()
        reject(signal!.reason as Error)
      }
      const cancel = this.after(ms, () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      })
      signal?.addEventListener('abort', abort, { once: true })
    })

  after = (ms: number, callback: () => void): (() => void) => {
    const timer = { at: this.#time + ms, fire: callback }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** How many wait for their time. */
  get waiting(): number {
    return this.#timers.size
  }

  /** Lets time pass; what is due on the way happens, in order. */
  advance(ms: number): void {
    const end = this.#time + ms
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next)
      this.#time = Math.max(this.#time, next.at)
      next.fire()
    }
    this.#time = end
  }

  #next(end: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers)
      if (timer.at <= end && (!first || timer.at < first.at)) first = timer
    return first
  }
}
