/** The emulator's clock: another clock that can be moved forward. */
import { after, type Clock, type FullClock, monotonic } from '../common/clock.js'

/**
 * A clock that shows the time of another clock plus an offset. Moving it fires no timers: what the emulator planned is
 * done by its agenda, and timers of the bot and of clients run by the other clock. So does `monotonic`.
 */
export class MovableClock implements FullClock {
  /** The clock that it is ahead of. */
  readonly base: Clock
  /** Milliseconds that this clock is ahead. */
  offset = 0

  constructor(base: Clock) {
    this.base = base
  }

  now = (): number => this.base.now() + this.offset

  monotonic = (): number => monotonic(this.base)

  sleep = (ms: number, signal?: AbortSignal): Promise<void> => this.base.sleep(ms, signal)

  after = (ms: number, callback: () => void): (() => void) => after(this.base, ms, callback)
}
