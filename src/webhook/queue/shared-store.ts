/** A store of handled events that several processes share. It may be slow or away: that must not stop the bot. */
import { after, type Clock, monotonic } from '../../common/clock.js'
import type { Dedupe, DedupeStore } from './dedupe.js'
import { isThenable, whenSettled } from '../base/thenable.js'
import type { Warn } from '../base/warnings.js'

/** Milliseconds without calls after one that failed. */
const pause = 5_000

export class SharedStore {
  readonly #store: DedupeStore
  readonly #options: Dedupe
  readonly #clock: Clock
  readonly #warn: Warn
  /** By `monotonic`: no calls before, and then one that tries whether the store is back. */
  #retryAt = -Infinity

  constructor(store: DedupeStore, options: Dedupe, clock: Clock, warn: Warn) {
    this.#store = store
    this.#options = options
    this.#clock = clock
    this.#warn = warn
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

  async #call(operation: () => unknown): Promise<unknown> {
    const now = monotonic(this.#clock)
    if (now < this.#retryAt) return undefined
    // While one call tries, the others go on without the store.
    if (this.#retryAt !== -Infinity) this.#retryAt = now + pause
    try {
      const result = await this.#withinTime(operation)
      this.#retryAt = -Infinity
      return result
    } catch (error) {
      this.#retryAt = monotonic(this.#clock) + pause
      const why = error === late ? `does not answer within ${this.#options.timeout} ms` : 'fails'
      this.#warn(
        'store_unavailable',
        `The dedupe store ${why}. Events are handled without it, perhaps twice; it is tried again every 5 s.`,
      )
      return undefined
    }
  }

  #withinTime(operation: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = after(this.#clock, this.#options.timeout, () => reject(late))
      const end =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          cancel()
          settle(value)
        }
      try {
        const result = operation()
        if (isThenable(result)) whenSettled(result, end(resolve), end(reject))
        else end(resolve)(result)
      } catch (error) {
        end(reject)(error)
      }
    })
  }
}

/** Thrown for a call that takes too long. */
const late = new Error('The store did not answer in time.')
