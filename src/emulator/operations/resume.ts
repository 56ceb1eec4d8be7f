/** Continues what was pending when the state was saved. */
import type { World } from '../state/world.js'
import { resumeNarrowcasts } from './narrowcasts.js'
import { resumeBatches } from './rich-menu-batches.js'

export function resume(world: World): void {
  resumeNarrowcasts(world)
  resumeBatches(world)
}
