/** Mailboxes in the memory of one process. */
import { type Clock, monotonic } from '../common/clock.js'
import type {
  DeadLetter,
  DeadReason,
  End,
  Mailboxes,
  Notes,
  Opened,
  QueueCounts,
  QueuedEvent,
  SettleOptions,
} from './adapter.js'
import { QueueError } from './errors.js'

/** An event that waits. */
interface Waiting {
  event: QueuedEvent
  attempts: number
  notes: Record<string, unknown>
  /** By `monotonic`: it is not handled before. */
  notBefore: number
}

interface Dead extends Waiting {
  reason: DeadReason
  diedAt: number
  /** By `monotonic`. */
  until: number
}

interface Box {
  /** In the order in which they are handled. */
  events: Waiting[]
  owner: string | undefined
  /** End of the lease, by `monotonic`. */
  until: number
  /** Since when its first event could be handled, by `monotonic`. */
  dueSince: number
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export class MemoryMailboxes implements Mailboxes {
  readonly #max: number
  readonly #clock: Clock
  readonly #boxes = new Map<string, Box>()
  /** Events that wait, by id. */
  readonly #waiting = new Map<string, Waiting>()
  readonly #dead = new Map<string, Dead>()
  /** Ids of events that are done, and the time by `monotonic` until which they are known. */
  readonly #done = new Map<string, number>()

  constructor(max: number, clock: Clock) {
    this.#max = max
    this.#clock = clock
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- its errors are rejections
  async append(events: readonly QueuedEvent[]): Promise<boolean[]> {
    if (this.#waiting.size + events.length > this.#max)
      throw new QueueError(
        'queue_full',
        `The queue has ${this.#waiting.size} events, and at most ${this.#max} may wait. Start more workers, or permit more: memoryQueue({ max }).`,
      )
    return events.map((event) => this.#append(event))
  }

  #append(event: QueuedEvent): boolean {
    const { id, receivedAt } = event
    const known = this.#waiting.get(id)
    if (known) known.event.receivedAt = Math.max(known.event.receivedAt, receivedAt)
    if (known || this.#deadLetter(id) || (this.#done.get(id) ?? 0) > this.#now) return false
    this.#put({ event: copyOf(event), attempts: 0, notes: {}, notBefore: 0 })
    return true
  }

  #put(waiting: Waiting): void {
    const { id, mailbox, timestamp } = waiting.event
    const box = this.#boxes.get(mailbox) ?? {
      events: [],
      owner: undefined,
      until: 0,
      dueSince: this.#now,
    }
    this.#boxes.set(mailbox, box)
    let at = box.events.length
    while (at > 0 && box.events[at - 1]!.event.timestamp > timestamp) at--
    box.events.splice(at, 0, waiting)
    this.#waiting.set(id, waiting)
  }

  open(mailbox: string, owner: string, leaseMs: number): Promise<Opened> {
    const box = this.#boxes.get(mailbox)
    if (!box) return Promise.resolve({ state: 'empty' })
    if (this.#isHeld(box) && box.owner !== owner)
      return Promise.resolve({ state: 'busy', ms: box.until - this.#now })
    return Promise.resolve(this.#next(box, owner, leaseMs))
  }

  /** Opens the first event, for an owner who may have the lease. */
  #next(box: Box, owner: string, leaseMs: number): Opened {
    const [first] = box.events
    const now = this.#now
    box.owner = undefined
    if (!first) return { state: 'empty' }
    if (first.notBefore > now) return { state: 'later', ms: first.notBefore - now }
    box.owner = owner
    box.until = now + leaseMs
    first.attempts++
    return {
      state: 'event',
      event: copyOf(first.event),
      attempt: first.attempts,
      notes: copyOf(first.notes),
    }
  }

  renew(mailbox: string, owner: string, leaseMs: number): Promise<boolean> {
    const box = this.#heldBy(mailbox, owner)
    if (box) box.until = this.#now + leaseMs
    return Promise.resolve(box !== undefined)
  }

  note(mailbox: string, owner: string, id: string, notes: Notes): Promise<boolean> {
    const handled = this.#heldBy(mailbox, owner)?.events.find(({ event }) => event.id === id)
    if (handled) Object.assign(handled.notes, copyOf(notes))
    return Promise.resolve(handled !== undefined)
  }

  settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    options: SettleOptions,
  ): Promise<Opened | { readonly state: 'lost' }> {
    const box = this.#heldBy(mailbox, owner)
    const index = box?.events.findIndex(({ event }) => event.id === id) ?? -1
    if (!box || index === -1) return Promise.resolve({ state: 'lost' })
    const now = this.#now
    const waiting = box.events[index]!
    if (end.as === 'later') {
      waiting.notBefore = now + end.ms
      box.dueSince = waiting.notBefore
      box.owner = undefined
      return Promise.resolve({ state: 'later', ms: end.ms })
    }
    this.#take(box, index)
    box.dueSince = now
    if (end.as === 'done') this.#done.set(id, now + options.knownMs)
    else
      this.#dead.set(id, {
        ...waiting,
        reason: end.reason,
        diedAt: this.#clock.now(),
        until: now + options.deadMs,
      })
    this.#bound()
    if (options.next || box.events.length === 0)
      return Promise.resolve(this.#next(box, owner, options.leaseMs))
    box.owner = undefined
    return Promise.resolve({ state: 'later', ms: 0 })
  }

  waiting(olderThanMs: number, limit: number): Promise<string[]> {
    const now = this.#now
    const due = [...this.#boxes].filter(
      ([, box]) => !this.#isHeld(box) && now - box.dueSince > olderThanMs,
    )
    due.sort(([, a], [, b]) => a.dueSince - b.dueSince)
    return Promise.resolve(due.slice(0, limit).map(([mailbox]) => mailbox))
  }

  dead({ limit, before }: { limit: number; before?: string | undefined }): Promise<DeadLetter[]> {
    const newest = [...this.#dead.keys()].reverse()
    const from = before === undefined ? 0 : newest.indexOf(before) + 1
    const letters = newest.slice(from).flatMap((id) => this.#deadLetter(id) ?? [])
    return Promise.resolve(
      letters.slice(0, limit).map(({ event, attempts, reason, diedAt }) => ({
        ...copyOf({ event, reason }),
        attempts,
        diedAt,
      })),
    )
  }

  replay(id: string): Promise<string | undefined> {
    const dead = this.#deadLetter(id)
    if (!dead) return Promise.resolve(undefined)
    this.#dead.delete(id)
    const { event, notes } = dead
    this.#put({ event, notes, attempts: 0, notBefore: 0 })
    return Promise.resolve(event.mailbox)
  }

  discard(id: string): Promise<boolean> {
    return Promise.resolve(this.#deadLetter(id) !== undefined && this.#dead.delete(id))
  }

  counts(): Promise<QueueCounts> {
    let first = Infinity
    for (const { event } of this.#waiting.values()) first = Math.min(first, event.receivedAt)
    return Promise.resolve({
      waiting: this.#waiting.size,
      mailboxes: this.#boxes.size,
      dead: [...this.#dead.keys()].filter((id) => this.#deadLetter(id)).length,
      oldestMs: first === Infinity ? 0 : Math.max(0, this.#clock.now() - first),
    })
  }

  forget(userId: string): Promise<number> {
    let count = 0
    for (const [, box] of [...this.#boxes])
      for (let at = box.events.length - 1; at >= 0; at--) {
        if (box.events[at]!.event.userId !== userId) continue
        this.#take(box, at)
        count++
      }
    for (const [id, { event }] of this.#dead)
      if (event.userId === userId && this.#dead.delete(id)) count++
    return Promise.resolve(count)
  }

  get #now(): number {
    return monotonic(this.#clock)
  }

  #isHeld(box: Box): boolean {
    return box.owner !== undefined && box.until > this.#now
  }

  #heldBy(mailbox: string, owner: string): Box | undefined {
    const box = this.#boxes.get(mailbox)
    return box && box.owner === owner && this.#isHeld(box) ? box : undefined
  }

  #take(box: Box, index: number): void {
    const [waiting] = box.events.splice(index, 1)
    const { id, mailbox } = waiting!.event
    this.#waiting.delete(id)
    if (box.events.length === 0) this.#boxes.delete(mailbox)
  }

  /** A dead letter whose time is not over. */
  #deadLetter(id: string): Dead | undefined {
    const dead = this.#dead.get(id)
    return dead && dead.until > this.#now ? dead : undefined
  }

  /** Deletes the oldest ids and dead letters, if there are too many. */
  #bound(): void {
    for (const kept of [this.#done, this.#dead]) {
      const [oldest] = kept.keys()
      if (kept.size > this.#max && oldest !== undefined) kept.delete(oldest)
    }
  }
}
