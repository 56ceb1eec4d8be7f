/** Leases of events: at most one process handles an event at a time, and none does again what is done. */
import { type Clock, monotonic } from '../common/clock.js'
import { numberOption } from '../common/options.js'
import { randomUuid } from '../common/random.js'
import type { StoreAdapter } from './adapter.js'
import { HeldLease, type Times, timesOf } from './held-lease.js'
import { Patience } from './patience.js'
import type { RecentIds } from './recent-ids.js'

/** Options of {@link Leases}, as a bot passes them. Its author wrote `lease` and `dedupe`. */
export interface LeaseOptions {
  readonly clock: Clock
  /** Milliseconds after which another process may take a key whose owner does not renew its lease. 15,000 by default. */
  readonly lease: number | undefined
  /** Milliseconds that keys of work that is done are kept, and that one call of the store may take; number of keys in memory. */
  readonly dedupe: {
    readonly ttl: number
    readonly timeout: number
    readonly max: number
    readonly store: unknown
  }
  /** Called when the store fails or does not answer in time, with a sentence for the author of the bot. */
  readonly onAway: (what: string) => void
  /** Makes the error for an option that cannot be used. */
  readonly invalid: (problem: string) => Error
}

interface Settings {
  readonly clock: Clock
  readonly leaseMs: number
  readonly ttl: number
}

/** Answer to the end of the work. `'away'`: the store does not answer. */
type Done = 'done' | 'lost' | 'away'

/** An event that this process works on. */
export interface Lease {
  /**
   * Whether no other process can have the key. Asks the clocks of this process only, so it costs nothing before each send. True for ever
   * after `done`.
   */
  holds(): boolean
  /** Calls back once, if the lease is lost before it ends. Absent if it cannot be. */
  onLost?(callback: () => void): void
  /** Notes that the work is done. `'lost'` if another process has the key. At once, or a promise that never rejects. */
  done(): Done | Promise<Done>
  /** Gives the key back, so that the next attempt gets it. At once, or a promise that never rejects. */
  release(): void | Promise<void>
  /** Message of the error for work on something whose lease is lost. Here, because bots without a store need none. */
  lostMessage(what: string): string
}

/**
 * Message of the error for an event that another process may have.
 * @param advice - how to permit more time
 */
export const lostMessage = (
  what: string,
  advice = ', or permit more: createBot({ lease })',
): string =>
  `Another process may have this ${what} by now, so this one sends nothing more. It has not renewed its claim in time: the event loop ` +
  `was blocked, or the store was away. Give blocking work to a worker thread${advice}.`

/** Answer to a claim. `'away'`: the store does not answer; the lease then is none, but takes part if the claim succeeds later. */
export type Taken =
  | { readonly state: 'mine' | 'away'; readonly lease: Lease }
  | { readonly state: 'busy' | 'done'; readonly lease?: undefined }

/** The part of a store that a bot uses for its events. */
export interface Leases {
  /** Ids of events that were handled, for all bots with the store. Only of a store in the memory of this process. */
  readonly recent?: RecentIds
  /**
   * Claims an event. At once if the store is the memory of this process, unless another owner has to be waited for; or a promise that never
   * rejects.
   *
   * @param waitUntil - time by `monotonic` until which another owner is waited for
   */
  take(id: string, waitUntil: number): Taken | Promise<Taken>
}

/** Milliseconds between two looks at a key that another owner has. */
export const lookEvery = 100

const eventPrefix = 'event:'

/** Key of the claim of an event. */
export const eventKey = (id: string): string => eventPrefix + id

/** The id of the event that a claim is for; `undefined` for other claims. */
export const eventOf = (key: string): string | undefined =>
  key.startsWith(eventPrefix) ? key.slice(eventPrefix.length) : undefined

class KeyLease implements Lease {
  readonly #leases: StoreLeases
  readonly #key: string
  readonly #owner: string
  /** Absent until the claim succeeds: the store is away, and nothing is known. */
  #held: HeldLease | undefined
  #state: 'working' | 'done' | 'released' = 'working'
  #lostBy: (() => void) | undefined

  constructor(leases: StoreLeases, key: string, owner: string) {
    this.#leases = leases
    this.#key = key
    this.#owner = owner
  }

  /** The claim succeeded. */
  claimed(since: Times): void {
    // The call was given up, and the work has ended meanwhile.
    if (this.#state === 'released') void this.#release()
    if (this.#state === 'done') void this.#done()
    if (this.#state !== 'working') return
    const { clock, leaseMs } = this.#leases.options
    const renew = () => this.#leases.call((store) => store.renew(this.#key, this.#owner, leaseMs))
    this.#held = new HeldLease({ clock, leaseMs, renew }, since)
    this.#held.onLost = this.#lostBy
  }

  holds(): boolean {
    if (this.#state === 'done') return true
    return this.#state === 'working' && (this.#held?.holds() ?? true)
  }

  onLost(callback: () => void): void {
    this.#lostBy = callback
    if (this.#held) this.#held.onLost = callback
  }

  lostMessage(what: string): string {
    return lostMessage(what)
  }

  async done(): Promise<Done> {
    if (!this.holds()) return 'lost'
    this.#end('done')
    const answer = await this.#done()
    return answer === undefined ? 'away' : answer ? 'done' : 'lost'
  }

  #done(): Promise<boolean | undefined> {
    const { ttl } = this.#leases.options
    return this.#leases.call((store) => store.done(this.#key, this.#owner, ttl))
  }

  async release(): Promise<void> {
    const isHeld = this.#held !== undefined && this.holds()
    this.#end('released')
    if (isHeld) await this.#release()
  }

  #release(): Promise<boolean | undefined> {
    return this.#leases.call((store) => store.release(this.#key, this.#owner))
  }

  #end(state: 'done' | 'released'): void {
    this.#state = state
    this.#held?.end()
  }
}

/** Checks the options of leases. Throws what `invalid` makes. */
export function settingsOf({ clock, lease, dedupe, invalid }: LeaseOptions): Settings {
  const { ttl, store } = dedupe
  if (store) throw invalid('dedupe.store has no effect beside store. Leave dedupe.store out.')
  if (ttl === Infinity)
    throw invalid('dedupe.ttl: Infinity is not permitted beside store. Use milliseconds.')
  const range = { min: 1_000, max: 3_600_000, unit: 'milliseconds' } as const
  return { clock, ttl, leaseMs: numberOption('lease', lease, 15_000, range, invalid) }
}

class StoreLeases implements Leases {
  readonly options: Settings
  readonly #patience: Patience
  readonly #store: StoreAdapter

  constructor(store: StoreAdapter, options: LeaseOptions) {
    const { clock, dedupe, onAway } = options
    const { timeout } = dedupe
    this.#store = store
    this.options = settingsOf(options)
    this.#patience = new Patience({
      clock,
      timeout,
      onAway: (why) =>
        onAway(
          `The store of the bot ${why}. It is tried again every 5 s; whenStoreIsAway says what happens to events meanwhile.`,
        ),
    })
  }

  async take(id: string, waitUntil: number): Promise<Taken> {
    const { clock, leaseMs } = this.options
    const key = eventKey(id)
    const owner = randomUuid(undefined)
    for (;;) {
      const lease = new KeyLease(this, key, owner)
      const since = timesOf(clock)
      const claim = await this.call(
        (store) => store.claim(key, owner, leaseMs),
        (late) => {
          if (late === 'mine') lease.claimed(since)
        },
      )
      if (claim === undefined) return { state: 'away', lease }
      if (claim === 'mine') {
        lease.claimed(since)
        return { state: 'mine', lease }
      }
      const left = waitUntil - monotonic(clock)
      if (claim === 'done' || left <= 0) return { state: claim }
      await clock.sleep(Math.min(lookEvery, left))
    }
  }

  /** Calls the store. `undefined` if it is away. */
  call<T>(
    operation: (store: StoreAdapter) => Promise<T>,
    onLate?: (answer: T) => void,
  ): Promise<T | undefined> {
    return this.#patience.call(() => operation(this.#store), onLate)
  }
}

/** @internal The leases of a bot in a store. */
export const leasesIn = (store: StoreAdapter, options: LeaseOptions): Leases =>
  new StoreLeases(store, options)
