/** Creates the world of an emulator: its state, and the settings that are not part of the state. */
import { backgroundClock } from '../common/clock.js'
import { Chance } from './chance.js'
import { MovableClock } from './clock.js'
import { Journal } from './journal.js'
import type { EmulatorOptions } from './options.js'
import { newState } from './state/new-state.js'
import { read } from './state/storage.js'
import { World } from './state/world.js'

/** A new world, or the one that the option `state` describes. It has no webhooks yet. */
export function createWorld(options: EmulatorOptions): World {
  const chance = new Chance(options.random)
  const state = options.state === undefined ? newState(options, chance) : read(options.state)
  return new World(state, {
    clock: new MovableClock(options.clock ?? backgroundClock),
    chance,
    journal: new Journal(),
    rules: {
      replyTokenLife: options.replyTokenLife ?? 60_000,
      burnReplyTokens: options.burnReplyTokens ?? false,
      narrowcastTime: options.narrowcastTime ?? 0,
      audienceTime: options.audienceTime ?? 0,
      batchTime: options.batchTime ?? 0,
      quiet: options.quiet,
      privacy: options.privacy ?? 20,
      smallestAudience: options.smallestAudience ?? 50,
      smallestReach: options.smallestReach ?? 100,
    },
  })
}
