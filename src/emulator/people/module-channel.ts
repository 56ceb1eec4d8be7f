import type { World } from '../state/world.js'
import * as modules from './modules.js'
import type { Turn, TurnOptions } from './turn.js'

/**
 * What happens to a module channel, if the bot is one. What happens to a single chat is told by people: `aki.activates()`.
 *
 * @example
 * const line = createEmulator({ bot })
 * await line.module.attaches({ scopes: ['message:send'] })
 * await line.module.suspends()
 */
export class ModuleChannel {
  readonly #world: World

  /** @internal */
  constructor(world: World) {
    this.#world = world
  }

  get isAttached(): boolean {
    return this.#world.state.modules.attached
  }

  /** The account's administrator agrees on LINE's page: gives the code that the channel exchanges, once. */
  permits(scopes?: readonly string[]): string {
    return modules.permit(this.#world, scopes)
  }

  /** The channel is attached to the account. */
  attaches(options: modules.ModuleOptions = {}): Promise<Turn> {
    return modules.attach(this.#world, options)
  }

  detaches(options: TurnOptions = {}): Promise<Turn> {
    return modules.detach(this.#world, options)
  }

  /** LINE suspends the account. */
  suspends(options: TurnOptions = {}): Promise<Turn> {
    return modules.suspend(this.#world, true, options)
  }

  /** LINE no longer suspends the account. */
  resumes(options: TurnOptions = {}): Promise<Turn> {
    return modules.suspend(this.#world, false, options)
  }
}
