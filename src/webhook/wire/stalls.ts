/** Ends requests whose body takes too long, with one timer for all of them. */
import { after, monotonic } from '../../common/clock.js'
import type { BodyLimits } from './read-body.js'

/** A body that is being read. */
export interface Watch {
  readonly since: number
  readonly stop: () => void
}

export class Stalls {
  /** In the order of their start, so the first is the next to expire. */
  readonly #watched = new Set<Watch>()
  #waiting = false
  readonly #limits: BodyLimits

  constructor(limits: BodyLimits) {
    this.#limits = limits
  }

  begin(stop: () => void): Watch {
    const { clock, bodyTimeout } = this.#limits
    const watch = { since: monotonic(clock), stop }
    if (bodyTimeout === Infinity) return watch
    this.#watched.add(watch)
    if (!this.#waiting) this.#wait(bodyTimeout)
    return watch
  }

  end(watch: Watch): void {
    this.#watched.delete(watch)
  }

  #wait(ms: number): void {
    this.#waiting = true
    after(this.#limits.clock, ms, () => {
      this.#waiting = false
      this.#sweep()
    })
  }

  #sweep(): void {
    const { clock, bodyTimeout } = this.#limits
    for (const watch of this.#watched) {
      const left = watch.since + bodyTimeout - monotonic(clock)
      if (left > 0) {
        this.#wait(left)
        return
      }
      this.#watched.delete(watch)
      watch.stop()
    }
  }
}
