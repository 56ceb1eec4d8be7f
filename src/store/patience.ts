/** Calls of a store that may be slow or away. */
import { after, type Clock, monotonic } from '../common/clock.js'
import { publicTextOf } from '../common/error-text.js'

/** Milliseconds without calls after one that failed. */
const defaultPause = 5_000

/** Options of {@link Patience}. */
export interface PatienceOptions {
  readonly clock: Clock
  /** Milliseconds that a call may take. */
  readonly timeout: number
  /** Called when a call fails, or takes too long. */
  readonly onAway: (why: string) => void
  /** Milliseconds without calls after one that failed. 5,000 by default. */
  readonly pause?: number
}

/**
 * Limits the time of each call. After a call that failed there is none for 5 s, and then one that tries whether the store is back, so
 * that a store which is away costs little.
 */
export class Patience {
  readonly #options: PatienceOptions
  /** By `monotonic`. */
  #retryAt = -Infinity

  constructor(options: PatienceOptions) {
    this.#options = options
  }

  /**
   * Resolves with what the call answers; with `undefined` if it fails, takes too long, or is not made. Never rejects.
   *
   * @param onLate - gets the answer of a call that was given up: it may have had its effect
   */
  async call<T>(operation: () => Promise<T>, onLate?: (answer: T) => void): Promise<T | undefined> {
    const { clock, timeout, onAway, pause = defaultPause } = this.#options
    const now = monotonic(clock)
    if (now < this.#retryAt) return undefined
    // While one call tries, the others go on without the store.
    if (this.#retryAt !== -Infinity) this.#retryAt = now + pause
    const failed = (why: string) => {
      this.#retryAt = monotonic(clock) + pause
      onAway(why)
    }
    return new Promise((resolve) => {
      let isOver = false
      const cancel = after(clock, timeout, () => {
        isOver = true
        failed(`does not answer within ${timeout} ms`)
        resolve(undefined)
      })
      const answered = (answer: T) => {
        if (isOver) {
          if (!onLate) return
          // What has to be undone can be undone at once: the store answers again.
          this.#retryAt = -Infinity
          onLate(answer)
          return
        }
        this.#retryAt = -Infinity
        cancel()
        resolve(answer)
      }
      const rejected = (error: unknown) => {
        if (isOver) return
        cancel()
        failed(`fails: ${publicTextOf(error)}`)
        resolve(undefined)
      }
      try {
        operation().then(answered, rejected)
      } catch (error) {
        rejected(error)
      }
    })
  }
}
