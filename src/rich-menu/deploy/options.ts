import type { Clock } from '../../common/clock.js'
import { numberProblem, optionNames, optionsProblem } from '../../common/options.js'
import { RichMenuError } from '../errors.js'
import type { Change, KeepChange } from './changes.js'

/** Options of {@link syncRichMenus}. */
export interface SyncOptions {
  /**
   * Milliseconds for which a menu is kept after it was replaced, so that bots with a cached id go on. 600,000 (10 minutes) by default. The
   * next deployment after that time deletes it.
   */
  grace?: number | undefined
  /** Changes aliases and a default menu that belong to menus of other owners. `false` by default. */
  take?: boolean | undefined
  /** Creates every menu anew, although it is as wanted. `false` by default. */
  redraw?: boolean | undefined
  /** Waits when one of LINE's limits per hour is reached, instead of ending with `pending`. `false` by default. */
  wait?: boolean | undefined
  /** Ids of users who get the new menus at once, before the batch: testers. */
  forceLink?: readonly string[] | undefined
  /** Returns the plan and changes nothing. `false` by default. */
  dryRun?: boolean | undefined
  /** Called with each change when it is done. */
  onChange?: ((change: Change) => void) | undefined
  /** Called when the deployment waits, with the reason. */
  onWait?: ((reason: string) => void) | undefined
  /** Ends the deployment between calls and while it waits. */
  signal?: AbortSignal | undefined
  /** Source of time; replace it in tests. */
  clock?: Clock | undefined
}

/** Result of {@link syncRichMenus}. */
export interface SyncResult {
  /** What was done; with `dryRun`, what would be done. */
  changes: Change[]
  /** How many calls changed something. */
  writes: number
  /** What one of LINE's limits per hour left undone. The next deployment does it. */
  pending: Change[]
  /** Old versions that are kept for now. */
  kept: KeepChange[]
  /** What to know about the account. */
  notes: string[]
}

const names = optionNames<SyncOptions>({
  grace: true,
  take: true,
  redraw: true,
  wait: true,
  forceLink: true,
  dryRun: true,
  onChange: true,
  onWait: true,
  signal: true,
  clock: true,
})

export const defaultGrace = 600_000

/** @throws {RichMenuError} `option_invalid` */
export function checkSyncOptions(options: SyncOptions): void {
  const problem =
    optionsProblem(options, names) ??
    (options.grace === undefined
      ? undefined
      : numberProblem('grace', options.grace, { min: 0, unit: 'milliseconds' }))
  if (problem !== undefined) throw new RichMenuError('option_invalid', problem)
}
