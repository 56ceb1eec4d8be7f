/** A store in the memory of one process. */
import { backgroundClock, type Clock, monotonic } from '../common/clock.js'
import { numberOption, optionNames, optionsProblem } from '../common/options.js'
import { checkClaim, checkSet, checkText, decode } from './checks.js'
import { createStore } from './create-store.js'
import { StoreError } from './errors.js'
import { type Claimed, EventClaims } from './event-claims.js'
import { eventKey, eventOf, type LeaseOptions, type Leases, settingsOf } from './leases.js'
import { LEASES, type Store } from './store.js'
import type { Claim, DeleteOptions, SetOptions, StoredValue } from './adapter.js'

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  /**
   * Largest number of claims, and of values. 100,000 by default. Above it, the oldest tenth is deleted, but no lease that is in force.
   * Events that bots have handled are limited by `createBot({ dedupe: { max } })`.
   */
  max?: number
  /** Source of time; replace it in tests. */
  clock?: Clock
}

interface Kept {
  json: string
  version: string
  userId: string | undefined
  /** By `monotonic`. */
  until: number
}

const names = optionNames<MemoryStoreOptions>({ max: true, clock: true })

/** A store whose methods answer at once. */
class Memory {
  readonly #max: number
  readonly #clock: Clock
  readonly #leases = new Map<string, Claimed>()
  /** Claims of events by bots. */
  #events: EventClaims | undefined
  readonly #values = new Map<string, Kept>()
  #versions = 0

  constructor(max: number, clock: Clock) {
    this.#max = max
    this.#clock = clock
  }

  claim(key: string, owner: string, leaseMs: number): Claim {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    const lease = this.#lease(key)
    if (lease?.isDone) return 'done'
    if (lease && lease.owner !== owner) return 'busy'
    this.#keep(key, { owner, isDone: false, until: this.#in(leaseMs) })
    return 'mine'
  }

  renew(key: string, owner: string, leaseMs: number): boolean {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    const lease = this.#lease(key)
    if (!lease || lease.isDone || lease.owner !== owner) return false
    lease.until = this.#in(leaseMs)
    return true
  }

  done(key: string, owner: string, ttlMs: number): boolean {
    checkClaim(key, owner, ['ttlMs', ttlMs])
    const lease = this.#lease(key)
    if (lease && lease.owner !== owner) return false
    this.#keep(key, { owner, isDone: true, until: this.#in(ttlMs) })
    return true
  }

  release(key: string, owner: string): boolean {
    checkClaim(key, owner)
    const lease = this.#lease(key)
    if (!lease || lease.isDone || lease.owner !== owner) return false
    return this.#leases.delete(key)
  }

  get(key: string): StoredValue | undefined {
    checkText('key', key)
    const kept = this.#value(key)
    return kept && { value: decode(kept.json), version: kept.version }
  }

  set(key: string, value: unknown, options: SetOptions): string | undefined {
    const json = checkSet(key, value, options)
    const { ttl, version, userId } = options
    const kept = this.#value(key)
    if (version !== undefined && (kept?.version ?? null) !== version) return undefined
    const next = String(++this.#versions)
    this.#values.delete(key)
    this.#values.set(key, { json, version: next, userId, until: this.#in(ttl) })
    this.#bound(this.#values)
    return next
  }

  delete(key: string, { version }: DeleteOptions = {}): boolean {
    checkText('key', key)
    const kept = this.#value(key)
    if (!kept || (version !== undefined && kept.version !== version)) return false
    return this.#values.delete(key)
  }

  forget(userId: string): number {
    checkText('userId', userId)
    let deleted = 0
    for (const [key, kept] of this.#values) {
      if (kept.userId !== userId) continue
      this.#values.delete(key)
      if (!this.#isOver(kept)) deleted++
    }
    return deleted
  }

  /** The leases of a bot; `undefined` for one with another clock or other limits than the first. */
  leases(options: LeaseOptions): Leases | undefined {
    const { clock, dedupe } = options
    settingsOf(options)
    this.#events ??= new EventClaims(this.#clock, dedupe, (id) =>
      this.#leases.size === 0 ? undefined : this.#own(eventKey(id)),
    )
    return this.#events.fits(clock, dedupe) ? this.#events : undefined
  }

  #lease(key: string): Claimed | undefined {
    const ofBot = this.#events && eventOf(key)
    return this.#own(key) ?? (ofBot === undefined ? undefined : this.#events!.claimed(ofBot))
  }

  #own(key: string): Claimed | undefined {
    const lease = this.#leases.get(key)
    return lease && !this.#isOver(lease) ? lease : undefined
  }

  #value(key: string): Kept | undefined {
    const kept = this.#values.get(key)
    return kept && !this.#isOver(kept) ? kept : undefined
  }

  /** The newest is last in the map. */
  #keep(key: string, lease: Claimed): void {
    this.#leases.delete(key)
    this.#leases.set(key, lease)
    this.#bound(this.#leases)
  }

  #isOver({ until }: { until: number }): boolean {
    return until <= monotonic(this.#clock)
  }

  #in(ms: number): number {
    return monotonic(this.#clock) + ms
  }

  /**
   * Deletes the oldest, but no lease that is in force: its work would be done twice. Many at once, because a Map takes long to find its
   * first entry after deletions.
   */
  #bound(map: Map<string, Claimed> | Map<string, Kept>): void {
    if (map.size <= this.#max) return
    const newest = map.size - 1
    const target = Math.floor(this.#max * 0.9)
    let at = 0
    let last = ''
    for (const [key, kept] of map) {
      last = key
      const isInForce = 'owner' in kept && !kept.isDone && !this.#isOver(kept)
      if (at++ < newest && !isInForce && map.size > target) map.delete(key)
    }
    if (map.size <= this.#max) return
    map.delete(last)
    throw new StoreError(
      'store_full',
      `All ${this.#max} claims of this store are in force. Use memoryStore({ max }) with more, or end claims with done or release.`,
    )
  }
}

/** The same method, answering with a promise. */
const promised =
  <A extends unknown[], T>(method: (...args: A) => T) =>
  (...args: A): Promise<T> =>
    new Promise((resolve) => resolve(method(...args)))

/**
 * A store in the memory of this process: for a bot on one process, for development and for tests. Everything is gone when the process
 * ends.
 *
 * @throws {StoreError} `option_invalid`
 *
 * @example
 * const bot = createBot({ channelSecret, channelAccessToken, store: memoryStore() })
 */
export function memoryStore(options: MemoryStoreOptions = {}): Store {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new StoreError('option_invalid', problem)
  const invalid = (text: string) => new StoreError('option_invalid', text)
  const range = { min: 1, max: 10_000_000, whole: true } as const
  const max = numberOption('max', options.max, 100_000, range, invalid)
  const memory = new Memory(max, options.clock ?? backgroundClock)
  const claims = {
    claim: promised(memory.claim.bind(memory)),
    renew: promised(memory.renew.bind(memory)),
    done: promised(memory.done.bind(memory)),
    release: promised(memory.release.bind(memory)),
  }
  const store = createStore({
    ...claims,
    get: promised(memory.get.bind(memory)),
    set: promised(memory.set.bind(memory)),
    delete: promised(memory.delete.bind(memory)),
    forget: promised(memory.forget.bind(memory)),
  })
  const { [LEASES]: byContract } = store
  const isChanged = () =>
    Object.entries(claims).some(([name, own]) => store[name as 'done'] !== own)
  return Object.assign(store, {
    [LEASES]: (options: LeaseOptions) =>
      (isChanged() ? undefined : memory.leases(options)) ?? byContract(options),
  })
}
