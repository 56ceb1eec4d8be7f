/** An event that is being handled. */
import { type Clock, monotonic } from '../../common/clock.js'
import type { Deadlines, Timed } from './deadlines.js'
import { isElement } from '../../jsx-runtime/element.js'
import { WebhookError } from '../base/errors.js'
import { EventContext, type EventHost } from '../event/event-context.js'
import type { Lease, Leases, Taken } from '../../store/leases.js'
import type { Order, Ordered } from './order.js'
import type { RawEvent } from '../event/raw-event.js'
import type { RecentIds } from '../../store/recent-ids.js'
import { isThenable, whenSettled } from '../base/thenable.js'

/** End of an event. */
export type Outcome = 'handled' | 'failed' | 'duplicate' | 'busy' | 'skipped'

/** The delivery that an event came with, as far as the event needs it. */
export interface JobHost extends EventHost {
  readonly clock: Clock
  readonly order: Order<Job>
  readonly deadlines: Deadlines<Job>
  readonly recent: RecentIds
  /** Claims of events, in a store that several processes share. */
  readonly leases: Leases | undefined
  /** Time by `monotonic` until which an event that another process handles is waited for. */
  readonly waitUntil: number
  /** An event is refused while the store is away. */
  readonly refusesWithoutStore: boolean
  /** A handler has ended without an answer, and has returned one. */
  answerUnused(ctx: EventContext): void
  /** Runs middleware and handler. Throws what they throw. */
  run(ctx: EventContext): unknown
  /** An event takes time, or has to wait: the delivery ends after it. */
  began(): void
  /**
   * An event has ended. Never throws.
   * @param at - time by `monotonic`, for an event that `began` was called for
   */
  ended(event: unknown, outcome: Outcome, error: unknown, at?: number): void
}

/** The host of another delivery of the same event, and the event there. */
type Duplicate = readonly [JobHost, unknown]

export class Job implements Ordered<Job>, Timed {
  /** Id of the event; empty without detection of duplicates. */
  readonly id: string
  /** User, group or room whose events keep their order; empty if there is no source. */
  readonly key: string
  readonly event: RawEvent
  readonly host: JobHost
  next: Job | undefined
  preceding: Job | undefined
  following: Job | undefined
  /** Start of the handler, or of the wait for it, by `monotonic`. */
  since: number
  /** It has ended. */
  over = false
  /** Its handlers have ended; the store may not remember it yet. */
  done = false
  /** Its handlers take time, or it has to wait: so it is in the order, and its delivery waits for it. */
  #pending = false
  #ctx: EventContext | undefined
  #lease: Lease | undefined
  #lostError: WebhookError | undefined
  #duplicates: Duplicate[] | undefined

  constructor(host: JobHost, event: RawEvent, id: string, key: string) {
    this.host = host
    this.event = event
    this.id = id
    this.key = key
    this.since = host.since
  }

  /** Adds another delivery of the same event. It shares the outcome. */
  join(host: JobHost, event: unknown): void {
    ;(this.#duplicates ??= []).push([host, event])
  }

  /** Takes its place in the order. */
  enter(): void {
    if (this.#pending) return
    this.#pending = true
    this.host.order.add(this)
    if (this.id !== '') this.host.recent.begin(this.id)
    this.host.began()
  }

  /** Handles the event, unless another process has done so. Synchronous as far as the handlers are. Never throws. */
  start(): void {
    if (this.over) return
    const { leases } = this.host
    if (!leases || this.id === '') {
      this.#handle()
      return
    }
    const taken = leases.take(this.id, this.host.waitUntil)
    if (taken instanceof Promise) this.enter()
    next(taken, (known) => this.#claimed(known))
  }

  /** Handles the event if no other process does so, or has done so. */
  #claimed({ state, lease }: Taken): void {
    if (state === 'busy') this.#finish('busy')
    else if (state === 'done') this.#finish('duplicate')
    else if (state === 'away' && this.host.refusesWithoutStore) {
      void lease.release()
      this.#finish('failed', storeAway)
    } else {
      this.#lease = lease
      this.#handle()
    }
  }

  /**
   * Throws if another process may have the event by now. A method, because closures for each event cost more than the claim.
   * @throws {WebhookError} `lease_lost`
   */
  guard(): void {
    if (!this.#lease!.holds()) throw this.#leaseLost()
  }

  #leaseLost(): WebhookError {
    return (this.#lostError ??= leaseLost(this.#ctx!, this.#lease!))
  }

  #handle(): void {
    if (this.over) return
    const { host } = this
    const ctx = (this.#ctx = new EventContext(this.event, host))
    if (this.#lease) {
      ctx.guard = this
      this.#lease.onLost?.(() => ctx.abort(this.#leaseLost()))
    }
    if (this.#pending) this.#startTime(monotonic(host.clock))
    let result: unknown
    try {
      result = host.run(ctx)
    } catch (error) {
      this.#fail(error, ctx)
      return
    }
    if (isThenable(result)) this.#waitFor(result, ctx)
    else this.#end(ctx, result)
  }

  #startTime(now: number): void {
    this.since = now
    this.host.deadlines.add(this)
  }

  #waitFor(result: PromiseLike<unknown>, ctx: EventContext): void {
    this.#becomePending()
    whenSettled(
      result,
      (value) => this.#end(ctx, value),
      (error) => this.#fail(error, ctx),
    )
  }

  #becomePending(): void {
    if (this.#pending) return
    this.enter()
    this.#startTime(this.since)
  }

  /** The handler has ended; what it started and did not await may not have. */
  #end(ctx: EventContext, value?: unknown): void {
    if (ctx.answers === 0 && (isElement(value) || typeof value === 'string'))
      this.host.answerUnused(ctx)
    if (ctx.underway > 0) {
      this.#waitFor(ctx.leftovers(), ctx)
      return
    }
    const errors = ctx.takeErrors()
    if (errors.length === 0) {
      this.#succeed()
      return
    }
    const [error, ...others] = errors
    for (const other of others) void this.host.complain(other, ctx)
    this.#fail(error, ctx)
  }

  #fail(error: unknown, ctx: EventContext): void {
    if (this.over) {
      // The event has ended; its error is still reported, unless it is the abort itself.
      if (error !== ctx.signal.reason) void this.host.complain(error, ctx)
      return
    }
    const verdict = this.host.complain(error, ctx)
    if (typeof verdict === 'boolean') {
      if (verdict) this.#end(ctx)
      else this.#finish('failed', error)
      return
    }
    this.#becomePending()
    void verdict.then((handled) => (handled ? this.#end(ctx) : this.#finish('failed', error)))
  }

  /** Stops waiting for the handler, and reports that. An error handler cannot delay other events. */
  expire(): void {
    if (this.over) return
    if (this.done) {
      this.#finish('handled')
      return
    }
    const { host } = this
    const ctx = this.#ctx ?? new EventContext(this.event, host)
    const error = tookTooLong(ctx, monotonic(host.clock) - this.since)
    const verdict = host.complain(error, ctx)
    ctx.abort(error)
    if (verdict === true) this.#succeed()
    else this.#finish('failed', error)
  }

  #succeed(): void {
    if (this.done) return
    const lease = this.#lease
    if (!lease) {
      this.#finish('handled')
      return
    }
    this.done = true
    next(lease.done(), (answer) => {
      if (answer === 'lost') this.#lost()
      else this.#finish('handled')
    })
  }

  /** Another process may have handled the event too: the author has to know. */
  #lost(): void {
    const error = this.#leaseLost()
    void this.host.complain(error, this.#ctx!)
    this.#finish('failed', error)
  }

  #finish(outcome: Outcome, error?: unknown): void {
    if (this.over) return
    this.over = true
    this.done = true
    this.#ctx?.close()
    // Before the response: some platforms end the process after it.
    if (this.#lease && outcome === 'failed')
      next(this.#lease.release(), () => this.#conclude(outcome, error))
    else this.#conclude(outcome, error)
  }

  #conclude(outcome: Outcome, error: unknown): void {
    const { host, id } = this
    // One reading of the clock: each takes a measurable part of the time that an event takes.
    const at = this.#pending ? monotonic(host.clock) : undefined
    if (id !== '') {
      if (outcome !== 'failed' && outcome !== 'busy') host.recent.add(id, at ?? this.since)
      else if (at !== undefined) host.recent.release(id)
    }
    if (at === undefined) {
      host.ended(this.event, outcome, error)
      return
    }
    host.order.remove(this)
    host.ended(this.event, outcome, error, at)
    for (const [other, event] of this.#duplicates ?? []) {
      other.ended(event, outcome === 'handled' ? 'duplicate' : outcome, error, at)
    }
    host.order.startNext(this)
  }
}

/** Calls back with a value that is known, or will be. */
function next<T>(value: T | Promise<T>, callback: (value: T) => void): void {
  if (value instanceof Promise) void value.then(callback)
  else callback(value)
}

/** The error of an event that is refused, because the store does not answer. */
export const storeAway = new WebhookError('store_unavailable', 'The store does not answer.', {
  status: 503,
})

const leaseLost = ({ type, event }: EventContext, lease: Lease) =>
  new WebhookError('lease_lost', lease.lostMessage(`${type} event (${event.webhookEventId})`))

const tookTooLong = ({ type, event }: EventContext, ms: number) =>
  new WebhookError(
    'handler_timed_out',
    `The handler of a ${type} event (${event.webhookEventId ?? 'without id'}) has not ended within ${Math.round(ms / 1000)} s. ` +
      'It is treated as failed, and the next event begins. ' +
      'Give ctx.signal to what the handler waits for, or permit more: createBot({ handlerTimeout }).',
  )
