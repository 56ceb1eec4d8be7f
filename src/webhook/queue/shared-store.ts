/** A dedupe store that several processes share. It may be slow or away: that must not stop the bot. */
import type { Clock } from '../../common/clock.js'
import { Patience } from '../../store/patience.js'
import type { Dedupe, DedupeStore } from './dedupe.js'
import { isThenable, promiseOf } from '../base/thenable.js'
import type { Warn } from '../base/warnings.js'

export class SharedStore {
  readonly #store: DedupeStore
  readonly #options: Dedupe
  readonly #patience: Patience

  constructor(store: DedupeStore, options: Dedupe, clock: Clock, warn: Warn) {
    this.#store = store
    this.#options = options
    const onAway = (why: string) =>
      warn(
        'store_unavailable',
        `The dedupe store ${why}. Events are handled without it, perhaps twice.`,
      )
    this.#patience = new Patience({ clock, timeout: options.timeout, onAway })
  }

  /** Looks for an event that another process has handled. `false` if the store does not answer. */
  async has(id: string): Promise<boolean> {
    const { prefix } = this.#options
    return Boolean(await this.#call(() => this.#store.get(prefix + id)))
  }

  /** Remembers an event. Resolves even if the store does not answer. */
  async add(id: string): Promise<void> {
    const { prefix, ttl } = this.#options
    await this.#call(() => this.#store.set(prefix + id, true, ttl))
  }

  #call(operation: () => unknown): Promise<unknown> {
    return this.#patience.call(() => {
      const result = operation()
      return isThenable(result) ? promiseOf(result) : Promise.resolve(result)
    })
  }
}
