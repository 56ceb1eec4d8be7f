/** What was under way when the state was kept goes on. */
import type { World } from '../state/world.js'
import { resumeNarrowcasts } from './narrowcasts.js'
import { resumeBatches } from './rich-menu-batches.js'

export function resume(world: World): void {
  resumeNarrowcasts(world)
  resumeBatches(world)
}
