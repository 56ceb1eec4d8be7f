/** Waits for bots that answer a webhook first and work later. */
import { systemClock } from '../../common/clock.js'
import { EmulatorError } from '../errors.js'
import type { Journal } from '../journal.js'

/** Milliseconds without an API call after which a bot at a URL is considered finished. */
export const USUAL_QUIET = 100

/** Milliseconds after which a bot that keeps calling is considered finished. */
const MOST_WAIT = 2_000

/** @throws {EmulatorError} `option_invalid` */
export function checkQuiet(quiet: number | undefined): void {
  if (quiet !== undefined && !(quiet >= 0 && quiet < Infinity))
    throw new EmulatorError(
      'option_invalid',
      `quiet must be a number of milliseconds, 0 or more, not ${String(quiet)}.`,
    )
}

/**
 * Resolves when there has been no API call for `ms` milliseconds and none is in progress, after two seconds (or `ms`) at the
 * latest. It is real time: the bot is another program.
 */
export function untilQuiet(journal: Journal, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel()
      cancelLast()
      unwatch()
      resolve()
    }
    const wait = () =>
      systemClock.after(ms, () => {
        if (journal.callsInProgress === 0) end()
        else cancel = wait()
      })
    let cancel = wait()
    const cancelLast = systemClock.after(Math.max(MOST_WAIT, ms), end)
    const unwatch = journal.watch(({ type }) => {
      if (type !== 'call') return
      cancel()
      cancel = wait()
    })
  })
}
