/** Ends handlers that take too long, with one timer for all handlers of a delivery. */
import { after, type Clock, monotonic } from '../../common/clock.js'

/** A handler that was started. */
export interface Timed {
  /** Start of the handler, by `monotonic`. */
  readonly since: number
  /** It has ended. */
  readonly done: boolean
  expire(): void
}

export class Deadlines<J extends Timed> {
  readonly #clock: Clock
  /** Milliseconds that each handler may take. */
  readonly #timeout: number
  /** In the order in which they started, so the first that runs is the next to expire. */
  readonly #started: J[] = []
  /** All handlers before this index have ended. */
  #at = 0
  #cancel: (() => void) | undefined

  constructor(clock: Clock, timeout: number) {
    this.#clock = clock
    this.#timeout = timeout
  }

  /** The handler that has run for the longest time. */
  get first(): J | undefined {
    while (this.#started[this.#at]?.done) this.#at++
    return this.#started[this.#at]
  }

  add(job: J): void {
    this.#started.push(job)
  }

  /** Starts the timer; events that wait for their turn have not begun to use up their time. */
  watch(): void {
    if (this.#timeout === Infinity) return
    const now = monotonic(this.#clock)
    const due = (this.first?.since ?? now) + this.#timeout
    this.#cancel = after(this.#clock, due - now, () => {
      this.#expire()
      // Stopped meanwhile, if nothing is left to wait for.
      if (this.#cancel) this.watch()
    })
  }

  /** Calls back after `ms`, before the timer starts. */
  watchAfter(ms: number, callback: () => void): void {
    this.#cancel = after(this.#clock, ms, () => {
      callback()
      this.watch()
    })
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #expire(): void {
    const now = monotonic(this.#clock)
    for (let job = this.first; job && now - job.since >= this.#timeout; job = this.first) {
      this.#at++
      job.expire()
    }
  }
}
