/** Time since a moment, where an overestimate is safer than an underestimate. */
import { type Clock, monotonic } from '../common/clock.js'

/** A moment, by both clocks. */
export interface Moment {
  readonly now: number
  readonly monotonic: number
}

export const momentOf = (clock: Clock): Moment => ({
  now: clock.now(),
  monotonic: monotonic(clock),
})

/**
 * Milliseconds since a moment, by the clock that shows more: the machine's clock may be set back, and the monotonic clock does not run
 * while a process on Lambda or a laptop is suspended.
 */
export const elapsed = (since: Moment, clock: Clock): number =>
  Math.max(clock.now() - since.now, monotonic(clock) - since.monotonic)
