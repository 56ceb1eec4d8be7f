/** A lease that is renewed while its owner works. */
import { after, type Clock, monotonic } from '../common/clock.js'

/** Times by both clocks. One of them may stop, or be set. */
export type Times = readonly [monotonic: number, now: number]

/** The present. */
export const timesOf = (clock: Clock): Times => [monotonic(clock), clock.now()]

/** Options of {@link HeldLease}. */
export interface HeldLeaseOptions {
  readonly clock: Clock
  readonly leaseMs: number
  /** Renews the lease. `false` if another owner has it, `undefined` if the store does not answer. Never rejects. */
  readonly renew: () => Promise<boolean | undefined>
}

/** The lease is treated as lost so long before its end: a send takes its time, and clocks differ. */
const marginOf = (leaseMs: number) => Math.min(leaseMs / 4, 2_000)

export class HeldLease {
  readonly #options: HeldLeaseOptions
  /** When the last call began that got or renewed the lease. */
  #since: Times
  #state: 'held' | 'lost' | 'over' = 'held'
  #stop: (() => void) | undefined
  /** Called once, if the lease is lost before it ends. */
  onLost: (() => void) | undefined

  /** @param since - when the call began that got the lease */
  constructor(options: HeldLeaseOptions, since: Times) {
    this.#options = options
    this.#since = since
    this.#renewLater()
  }

  /** Whether no other owner can have it. Asks the clocks of this process only, so it costs nothing before each send. */
  holds(): boolean {
    if (this.#state !== 'held') return false
    const { clock, leaseMs } = this.#options
    const [since, date] = this.#since
    const age = Math.max(monotonic(clock) - since, clock.now() - date)
    if (age < leaseMs - marginOf(leaseMs)) return true
    this.#lose()
    return false
  }

  /** Another call has renewed it. */
  renewed(since: Times): void {
    if (this.#state === 'held') this.#since = since
  }

  /** Stops renewing it. */
  end(): void {
    if (this.#state === 'held') this.#state = 'over'
    this.#stop?.()
  }

  #lose(): void {
    if (this.#state !== 'held') return
    this.#state = 'lost'
    this.#stop?.()
    this.onLost?.()
  }

  #renewLater(): void {
    const { clock, leaseMs } = this.#options
    this.#stop = after(clock, leaseMs / 3, () => void this.#renew())
  }

  async #renew(): Promise<void> {
    if (!this.holds()) return
    const { clock, renew } = this.#options
    const since = timesOf(clock)
    const renewed = await renew()
    if (this.#state !== 'held') return
    if (renewed === false) this.#lose()
    else {
      // A store that is away: the lease lasts as long as it did, and the next try may be in time.
      if (renewed) this.renewed(since)
      this.#renewLater()
    }
  }
}
