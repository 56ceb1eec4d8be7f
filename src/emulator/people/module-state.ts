import type { ModuleSubject } from '../deeds/deed.js'
import type { World } from '../state/world.js'

/**
 * The state of a module channel. What happens to it is in `ModuleChannel`.
 * @public The generated classes extend it.
 */
export class ModuleState {
  readonly #world: World

  /** @internal */
  constructor(world: World) {
    this.#world = world
  }

  /** Whether the channel is attached to the account. */
  get isAttached(): boolean {
    return this.#world.state.modules.attached
  }

  /** @internal */
  protected subject(): ModuleSubject {
    return { world: this.#world }
  }
}
