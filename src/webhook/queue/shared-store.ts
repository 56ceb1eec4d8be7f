/** A dedupe store that several processes share. It may be slow or away: that must not stop the bot. */
import type { Clock } from '../../common/clock.js'
import type { Leases, Taken } from '../../store/leases.js'
import { Patience } from '../../store/patience.js'
import type { Dedupe, DedupeStore } from './dedupe.js'
import { isThenable, promiseOf } from '../base/thenable.js'
import type { Warn } from '../base/warnings.js'

export class SharedStore implements Leases {
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

  /** Looks for an event that another process has handled. Another process may handle the event at the same time. */
  async take(id: string): Promise<Taken> {
    const { prefix, ttl } = this.#options
    const key = prefix + id
    if (await this.#call(() => this.#store.get(key))) return { state: 'done' }
    const done = async () => {
      await this.#call(() => this.#store.set(key, true, ttl))
      return 'done' as const
    }
    return {
      state: 'mine',
      lease: { holds: () => true, done, release: () => undefined, lostMessage: String },
    }
  }

  #call(operation: () => unknown): Promise<unknown> {
    return this.#patience.call(() => {
      const result = operation()
      return isThenable(result) ? promiseOf(result) : Promise.resolve(result)
    })
  }
}
