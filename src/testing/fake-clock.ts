import { type FullClock, sleepBy } from '../common/clock.js'

interface Timer {
  at: number
  callback: () => void
}

/**
 * A clock that moves only when {@link advance} is called. Pass it to the emulator, the bot and clients.
 *
 * @example
 * const clock = new FakeClock()
 * const line = createEmulator({ bot, clock })
 * await line.user('Aki').says('hi')
 * clock.advance(60_001) // the reply token has expired; `line.passes` also lets handlers that wait continue
 */
export class FakeClock implements FullClock {
  #time: number
  #elapsed = 0
  /** Sorted by time; timers of the same time in the order in which they were set. */
  readonly #timers: Timer[] = []

  /** @param start - milliseconds since 1970, or a date; 2026-08-01 (UTC) by default */
  constructor(start: number | Date = Date.UTC(2026, 7, 1)) {
    this.#time = Number(start)
  }

  now = (): number => this.#time

  /** Milliseconds that have passed since the clock was created. Never goes back. */
  monotonic = (): number => this.#elapsed

  sleep = (ms: number, signal?: AbortSignal): Promise<void> => sleepBy(this.after, ms, signal)

  after = (ms: number, callback: () => void): (() => void) => {
    if (ms === Infinity) return () => undefined
    const timer = { at: this.#elapsed + Math.max(0, ms), callback }
    this.#timers.splice(this.#indexAfter(timer.at), 0, timer)
    return () => {
      const index = this.#timers.indexOf(timer)
      if (index !== -1) this.#timers.splice(index, 1)
    }
  }

  /** How many timers are pending. */
  get waiting(): number {
    return this.#timers.length
  }

  /** Milliseconds until the next timer fires; `undefined` if none is pending. */
  get next(): number | undefined {
    const timer = this.#timers[0]
    return timer && Math.max(0, timer.at - this.#elapsed)
  }

  /**
   * Lets time pass. Timers that are due on the way fire, in order.
   *
   * @param ms - milliseconds; a negative number sets the date back, as on a machine: no timer fires, and
   * `monotonic` stays
   */
  advance(ms: number): void {
    if (Number.isNaN(ms))
      throw new TypeError('advance() expects a number of milliseconds, not NaN.')
    if (ms < 0) {
      this.#time += ms
      return
    }
    const end = this.#elapsed + ms
    for (let next = this.#timers[0]; next && next.at <= end; next = this.#timers[0]) {
      this.#timers.shift()
      this.#moveTo(next.at)
      next.callback()
    }
    this.#moveTo(end)
  }

  /** Never back: a callback may have called {@link advance} itself. */
  #moveTo(elapsed: number): void {
    const ms = Math.max(0, elapsed - this.#elapsed)
    this.#elapsed += ms
    this.#time += ms
  }

  /** Where a timer belongs: after all that are due at its time or before. */
  #indexAfter(at: number): number {
    let [low, high] = [0, this.#timers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#timers[middle]!.at <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}
