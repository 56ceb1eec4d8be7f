/** Claims of events by the bots of this process, in its memory: at once, without promises and timers. */
import { type Clock, monotonic } from '../common/clock.js'
import {
  type Lease,
  type LeaseOptions,
  type Leases,
  lookEvery,
  lostMessage,
  type Taken,
} from './leases.js'
import { RecentIds } from './recent-ids.js'

/** A claim that is in force, or done. */
export interface Claimed {
  owner: string
  isDone: boolean
  /** By `monotonic`. */
  until: number
}

const busy: Taken = { state: 'busy' }
const done: Taken = { state: 'done' }

/** Owner of the claims of bots. No other owner can have this name. */
const owner = ''

/** An event that a bot is handling. It is gone with the process, so it needs no end. */
class EventLease implements Lease, Claimed {
  readonly state = 'mine'
  readonly owner = owner
  readonly isDone = false
  readonly until = Infinity
  readonly #claims: EventClaims
  readonly id: string
  #isReleased = false

  constructor(claims: EventClaims, id: string) {
    this.#claims = claims
    this.id = id
  }

  get lease(): this {
    return this
  }

  holds(): boolean {
    return !this.#isReleased
  }

  lostMessage(what: string): string {
    return lostMessage(what)
  }

  /** The bot then adds the event to those that were handled. */
  done(): 'done' {
    this.#claims.end(this)
    return 'done'
  }

  release(): void {
    this.#isReleased = true
    this.#claims.end(this)
  }
}

/** Limits of the ids of handled events: their number, and milliseconds that they are kept. */
type Limits = LeaseOptions['dedupe']

export class EventClaims implements Leases {
  readonly #clock: Clock
  readonly #other: (id: string) => Claimed | undefined
  /** The latest event that is being handled. Most end before the next one begins, and a Map costs more than all else here. */
  #latest: EventLease | undefined
  /** The other events that are being handled. */
  readonly #running = new Map<string, EventLease>()
  readonly recent: RecentIds
  readonly #limits: Limits

  /** @param other - the claim of an event by something else than a bot */
  constructor(clock: Clock, limits: Limits, other: (id: string) => Claimed | undefined) {
    this.#clock = clock
    this.#limits = limits
    this.#other = other
    this.recent = new RecentIds(limits.max, limits.ttl)
  }

  /** A bot with this clock and these limits can have these claims. */
  fits(clock: Clock, { max, ttl }: Limits): boolean {
    return clock === this.#clock && max === this.#limits.max && ttl === this.#limits.ttl
  }

  take(id: string, waitUntil: number): Taken | Promise<Taken> {
    const claimed = this.#find(id) ?? this.#other(id)
    if (claimed?.isDone || this.#isHandled(id)) return done
    if (!claimed) {
      const lease = new EventLease(this, id)
      if (this.#latest) this.#running.set(this.#latest.id, this.#latest)
      this.#latest = lease
      return lease
    }
    return monotonic(this.#clock) < waitUntil ? this.#wait(id, waitUntil) : busy
  }

  async #wait(id: string, waitUntil: number): Promise<Taken> {
    const left = waitUntil - monotonic(this.#clock)
    await this.#clock.sleep(Math.min(lookEvery, left))
    return this.take(id, waitUntil)
  }

  #isHandled(id: string): boolean {
    return this.recent.look(id, monotonic(this.#clock)) === 'done'
  }

  end(lease: EventLease): void {
    if (this.#latest === lease) this.#latest = undefined
    else if (this.#running.get(lease.id) === lease) this.#running.delete(lease.id)
  }

  #find(id: string): EventLease | undefined {
    if (this.#latest?.id === id) return this.#latest
    return this.#running.size === 0 ? undefined : this.#running.get(id)
  }

  /** The claim of an event by a bot, as others see it. */
  claimed(id: string): Claimed | undefined {
    const running = this.#find(id)
    if (running || !this.#isHandled(id)) return running
    return { owner, isDone: true, until: Infinity }
  }
}
