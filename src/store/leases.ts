/** Leases of events: at most one process handles an event at a time, and none does again what is done. */
import { after, type Clock, monotonic } from '../common/clock.js'
import { numberOption } from '../common/options.js'
import { randomUuid } from '../common/random.js'
import type { StoreAdapter } from './adapter.js'
import { Patience } from './patience.js'

/** Options of {@link Leases}, as a bot passes them. Its author wrote `lease` and `dedupe`. */
export interface LeaseOptions {
  readonly clock: Clock
  /** Milliseconds after which another process may take a key whose owner does not renew its lease. 15,000 by default. */
  readonly lease: number | undefined
  /** Milliseconds that keys of work that is done are kept, and that one call of the store may take. */
  readonly dedupe: { readonly ttl: number; readonly timeout: number; readonly store: unknown }
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

/** A key that this process works on. */
export interface Lease {
  /**
   * Whether no other process can have the key. Asks the clocks of this process only, so it costs nothing before each send. True for ever
   * after `done`.
   */
  holds(): boolean
  /** Calls back once, if the lease is lost before it ends. */
  onLost(callback: () => void): void
  /** Why the work ends when the lease is lost, for the author of the bot. */
  describeLoss(work: string): string
  /** Notes that the work is done. `'lost'` if another process has the key. Never rejects. */
  done(): Promise<'done' | 'lost' | 'away'>
  /** Gives the key back, so that the next attempt gets it. Never rejects. */
  release(): Promise<void>
}

/** Answer to a claim. `'away'`: the store does not answer; the lease then is none, but takes part if the claim succeeds later. */
export type Taken =
  | { readonly state: 'mine' | 'away'; readonly lease: Lease }
  | { readonly state: 'busy' | 'done'; readonly lease?: undefined }

/** The part of a store that a bot uses for its events. */
export interface Leases {
  /**
   * Claims a key. Never rejects.
   *
   * @param waitUntil - time by `monotonic` until which another owner is waited for
   */
  take(key: string, waitUntil: number): Promise<Taken>
}

/** Milliseconds between two looks at a key that another owner has. */
const lookEvery = 100

class KeyLease implements Lease {
  readonly #leases: StoreLeases
  readonly #key: string
  readonly #owner: string
  /** The claim succeeded. Otherwise the store is away, and nothing is known. */
  #isClaimed = false
  #state: 'working' | 'done' | 'released' | 'lost' = 'working'
  /** When the last call began that got or renewed the lease, by both clocks. One of them may stand still, or be set. */
  #since: readonly [monotonic: number, now: number] = [0, 0]
  #stop: (() => void) | undefined
  #lostBy: (() => void) | undefined

  constructor(leases: StoreLeases, key: string, owner: string) {
    this.#leases = leases
    this.#key = key
    this.#owner = owner
  }

  /** The claim succeeded. */
  claimed(since: readonly [number, number]): void {
    // The call was given up, and the work has ended meanwhile.
    if (this.#state === 'released') void this.#release()
    if (this.#state === 'done') void this.#done()
    if (this.#state !== 'working') return
    this.#isClaimed = true
    this.#since = since
    this.#renewLater()
  }

  holds(): boolean {
    if (this.#state === 'done') return true
    if (this.#state !== 'working') return false
    if (!this.#isClaimed) return true
    const { clock, leaseMs } = this.#leases.options
    const age = Math.max(monotonic(clock) - this.#since[0], clock.now() - this.#since[1])
    if (age < leaseMs - marginOf(leaseMs)) return true
    this.#lose()
    return false
  }

  onLost(callback: () => void): void {
    this.#lostBy = callback
  }

  describeLoss(work: string): string {
    return (
      `Another process may have this ${work} by now, so this one sends nothing more. It has not renewed its claim ` +
      'in time: the event loop was blocked, or the store was away. Give blocking work to a worker thread, or permit more: createBot({ lease }).'
    )
  }

  async done(): Promise<'done' | 'lost' | 'away'> {
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
    const { isClaimed } = this.#end('released')
    if (isClaimed) await this.#release()
  }

  #release(): Promise<boolean | undefined> {
    return this.#leases.call((store) => store.release(this.#key, this.#owner))
  }

  #end(state: 'done' | 'released' | 'lost'): { isClaimed: boolean } {
    const isClaimed = this.#isClaimed && this.#state === 'working'
    this.#state = state
    this.#stop?.()
    return { isClaimed }
  }

  #lose(): void {
    if (this.#state !== 'working') return
    this.#end('lost')
    this.#lostBy?.()
  }

  #renewLater(): void {
    const { clock, leaseMs } = this.#leases.options
    this.#stop = after(clock, leaseMs / 3, () => void this.#renew())
  }

  async #renew(): Promise<void> {
    if (!this.holds()) return
    const { leaseMs } = this.#leases.options
    const since = this.#leases.times()
    const renewed = await this.#leases.call((store) => store.renew(this.#key, this.#owner, leaseMs))
    if (this.#state !== 'working') return
    if (renewed === false) this.#lose()
    else {
      // A store that is away: the lease lasts as long as it did, and the next try may be in time.
      if (renewed) this.#since = since
      this.#renewLater()
    }
  }
}

/** The lease is treated as lost so long before its end: a send takes its time, and clocks differ. */
const marginOf = (leaseMs: number) => Math.min(leaseMs / 4, 2_000)

class StoreLeases implements Leases {
  readonly options: Settings
  readonly #patience: Patience
  readonly #store: StoreAdapter

  constructor(store: StoreAdapter, { clock, lease, dedupe, onAway, invalid }: LeaseOptions) {
    const { ttl, timeout } = dedupe
    if (dedupe.store)
      throw invalid('dedupe.store has no effect beside store. Leave dedupe.store out.')
    if (ttl === Infinity)
      throw invalid('dedupe.ttl: Infinity is not permitted beside store. Use milliseconds.')
    const range = { min: 1_000, max: 3_600_000, unit: 'milliseconds' } as const
    this.#store = store
    this.options = { clock, ttl, leaseMs: numberOption('lease', lease, 15_000, range, invalid) }
    this.#patience = new Patience({
      clock,
      timeout,
      onAway: (why) =>
        onAway(
          `The store of the bot ${why}. It is tried again every 5 s; whenStoreIsAway says what happens to events meanwhile.`,
        ),
    })
  }

  async take(key: string, waitUntil: number): Promise<Taken> {
    const { clock, leaseMs } = this.options
    const owner = randomUuid(undefined)
    for (;;) {
      const lease = new KeyLease(this, key, owner)
      const since = this.times()
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

  times(): readonly [number, number] {
    const { clock } = this.options
    return [monotonic(clock), clock.now()]
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
