import { after, type Clock, monotonic } from '../common/clock.js'

/** Time limit of an attempt in milliseconds: in total, or without a byte. */
export interface Patience {
  readonly ms: number
  readonly idle: boolean
}

/** Calls back if no byte moves for too long while bytes are awaited. */
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

  /** A byte was sent or received, or is awaited from now on. */
  touch = (): void => {
    this.#touched = monotonic(this.#clock)
    if (!this.#cancel) this.#arm(this.#ms)
  }

  /** Pauses: no bytes are awaited. A slow reader is not a stalled server. */
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
