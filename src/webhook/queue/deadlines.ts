/** Ends handlers that take too long, with one timer for all handlers of a delivery. */
import { after, type Clock, monotonic } from '../../common/clock.js'

/** A handler that is running. */
export interface Timed<Self> {
  /** Start of the handler, by `monotonic`. */
  readonly since: number
  /** Neighbours in the list of running handlers. */
  earlier: Self | undefined
  later: Self | undefined
  expire(): void
}

export class Deadlines<J extends Timed<J>> {
  readonly #clock: Clock
  /** Milliseconds that each handler may take. */
  readonly #timeout: number
  /** In the order in which they started, so the first is the next to expire. */
  #first: J | undefined
  #last: J | undefined
  #cancel: (() => void) | undefined

  constructor(clock: Clock, timeout: number) {
    this.#clock = clock
    this.#timeout = timeout
  }

  /** The handler that has run for the longest time. */
  get first(): J | undefined {
    return this.#first
  }

  add(job: J): void {
    job.earlier = this.#last
    if (this.#last) this.#last.later = job
    else this.#first = job
    this.#last = job
  }

  /** Does nothing for a handler that is not in the list. */
  remove(job: J): void {
    const { earlier, later } = job
    if (!earlier && !later && this.#first !== job) return
    if (earlier) earlier.later = later
    else this.#first = later
    if (later) later.earlier = earlier
    else this.#last = earlier
    job.earlier = undefined
    job.later = undefined
  }

  /** Starts the timer; events that wait for their turn have not begun to use up their time. */
  watch(): void {
    if (this.#timeout === Infinity) return
    const now = monotonic(this.#clock)
    const due = (this.#first?.since ?? now) + this.#timeout
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
    for (let job = this.#first; job && now - job.since >= this.#timeout; job = this.#first) {
      this.remove(job)
      job.expire()
    }
  }
}
