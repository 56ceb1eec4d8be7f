import { after, type Clock } from './clock.js'

/** Milliseconds that an attempt has: in all, or without a byte. */
export interface Patience {
  readonly ms: number
  readonly idle: boolean
}

/** Calls back when an attempt has taken too long. */
export class Watch {
  readonly #clock: Clock
  readonly #patience: Patience
  readonly #late: () => void
  #cancel: (() => void) | undefined
  #touched = 0
  #resting = false

  constructor(clock: Clock, patience: Patience, late: () => void) {
    this.#clock = clock
    this.#patience = patience
    this.#late = late
    this.touch()
    this.#arm(patience.ms)
  }

  /** A byte went or came, or is waited for. */
  touch = (): void => {
    if (!this.#patience.idle) return
    this.#touched = this.#clock.now()
    if (!this.#resting) return
    this.#resting = false
    if (!this.#cancel) this.#arm(this.#patience.ms)
  }

  /** Nobody waits for bytes: a reader that takes its time is not a server that stalls. */
  rest = (): void => {
    this.#resting = true
    this.stop()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }

  #arm(ms: number): void {
    this.#cancel = after(this.#clock, ms, () => {
      this.#cancel = undefined
      const quiet = this.#clock.now() - this.#touched
      if (!this.#patience.idle || quiet >= this.#patience.ms) this.#late()
      else this.#arm(this.#patience.ms - quiet)
    })
  }
}
