import { after, type Clock, monotonic } from '../common/clock.js'

/** Milliseconds that an attempt has: in all, or without a byte. */
export interface Patience {
  readonly ms: number
  readonly idle: boolean
}

/** Calls back when no byte has moved for too long while somebody waited for one. */
export class Watch {
  readonly #clock: Clock
  readonly #ms: number
  readonly #late: () => void
  #cancel: (() => void) | undefined
  #touched = 0

  constructor(clock: Clock, ms: number, late: () => void) {
    this.#clock = clock
    this.#ms = ms
    this.#late = late
    this.touch()
  }

  /** A byte went or came, or is waited for from now on. */
  touch = (): void => {
    this.#touched = monotonic(this.#clock)
    if (!this.#cancel) this.#arm(this.#ms)
  }

  /** Nobody waits for bytes: a reader that takes its time is not a server that stalls. */
  rest = (): void => {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #arm(ms: number): void {
    this.#cancel = after(this.#clock, ms, () => {
      this.#cancel = undefined
      const left = this.#ms - (monotonic(this.#clock) - this.#touched)
      if (left <= 0) this.#late()
      else this.#arm(left)
    })
  }
}
