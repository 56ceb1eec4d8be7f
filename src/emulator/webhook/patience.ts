/** The time limit for the answer to a webhook. */
import { systemClock } from '../../common/clock.js'

/** Milliseconds that LINE waits for an answer. */
export const PATIENCE = 2_000
/** In steps, so that a program that a debugger has paused is not late when it continues. */
const STEPS = 20

/**
 * Calls back when LINE's time is over by the machine's clock, independent of the emulator's: that one may not move, or be moved
 * by a bot that is about to answer. Returns a function that cancels it.
 */
export function afterPatience(callback: () => void): () => void {
  let left = STEPS
  const step = (): void => {
    if (--left === 0) callback()
    else cancel = systemClock.after(PATIENCE / STEPS, step)
  }
  let cancel = systemClock.after(PATIENCE / STEPS, step)
  return () => cancel()
}
