/** A limit on how often something is done. */
import { type Clock, monotonic } from '../common/clock.js'

/** A token bucket: so many at once, so many a second. What comes too soon waits for its turn, up to a second. */
export class Bucket {
  readonly #clock: Clock
  readonly #perSecond: number
  #tokens: number
  #filledAt: number

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock
    this.#perSecond = perSecond
    this.#tokens = perSecond
    this.#filledAt = monotonic(clock)
  }

  /** Resolves when it is time; with `false` at once if that takes more than a second. */
  async take(): Promise<boolean> {
    const now = monotonic(this.#clock)
    const filled = ((now - this.#filledAt) / 1_000) * this.#perSecond
    this.#filledAt = now
    this.#tokens = Math.min(this.#perSecond, this.#tokens + filled)
    if (this.#tokens - 1 < -this.#perSecond) return false
    this.#tokens--
    if (this.#tokens < 0) await this.#clock.sleep((-this.#tokens / this.#perSecond) * 1_000)
    return true
  }
}
