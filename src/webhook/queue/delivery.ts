/** The events of one webhook: order, outcomes, deadline of the response. */
import { type Clock, monotonic } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotClient } from '../event/bot-client.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { Channel } from './channel.js'
import { Deadlines } from './deadlines.js'
import type { EventContext } from '../event/event-context.js'
import { Job, type JobHost, type Outcome, storeAway } from './job.js'
import type { Leases } from '../../store/leases.js'
import type { Order } from './order.js'
import type { Queued } from './queued.js'
import { printError } from '../base/print.js'
import type { BotWarning } from '../base/warnings.js'
import { isEvent, orderKey, type RawEvent } from '../event/raw-event.js'
import type { RecentIds } from '../../store/recent-ids.js'
import { watchFromAfar } from './requests.js'
import type { Routes } from '../routing/routes.js'
import type { Settings } from './settings.js'
import { isThenable, promiseOf, whenSettled } from '../base/thenable.js'

/** Outcome of an event. */
export interface EventReport {
  event: unknown
  /**
   * `duplicate`: it was handled before. `busy`: another process is handling it. `skipped`: it is too old (`maxAge`), or not an event.
   */
  outcome: Outcome
  /** Why it failed. */
  error?: unknown
}

/** Milliseconds after which the author is warned that LINE, which waits two seconds, is about to give up. */
const slow = 1_500

export class Delivery implements JobHost {
  readonly destination: string
  readonly receivedAt: number
  readonly since: number
  readonly env: unknown
  readonly clock: Clock
  readonly push: readonly PushPolicy[]
  readonly onWarning: (warning: BotWarning) => void
  readonly order: Order<Job>
  readonly #channel: Channel
  readonly #settings: Settings
  readonly #routes: Routes
  readonly #waitUntil: ((work: Promise<unknown>) => void) | undefined
  /** Set for `bot.handle`, which returns them. */
  readonly #reports: EventReport[] | undefined
  readonly queued: Queued | undefined
  /** Functions around the calls of the client. */
  hooks: Queued['hooks'] | undefined
  #ownClient: BotClient | undefined
  // Most deliveries end at once and need neither.
  #work: Promise<unknown>[] | undefined
  #ownDeadlines: Deadlines<Job> | undefined
  #running = 0
  #failed = false
  #unavailable = false
  #end: ((allWell: boolean) => void) | undefined

  constructor(
    routes: Routes,
    channel: Channel,
    destination: string,
    waitUntil?: (work: Promise<unknown>) => void,
    reports?: EventReport[],
    env?: unknown,
    queued?: Queued,
  ) {
    const { settings } = channel
    const { clock } = settings
    this.#routes = routes
    this.#channel = channel
    this.#settings = settings
    this.destination = destination
    this.clock = clock
    this.push = settings.push
    this.onWarning = settings.onWarning
    this.order = channel.order
    this.receivedAt = queued?.receivedAt ?? clock.now()
    this.since = monotonic(clock)
    this.#waitUntil = waitUntil
    this.#reports = reports
    this.env = env
    this.queued = queued
    this.hooks = queued?.hooks
    for (const one of settings.observers) one?.observeDelivery(this)
  }

  get client(): BotClient {
    const { client } = this.#channel
    if (!this.hooks) return client
    return (this.#ownClient ??= client.hooked?.(this.hooks(client)) ?? client)
  }

  get clientContext(): Context | undefined {
    return this.#channel.context
  }

  get leases(): Leases | undefined {
    return this.queued?.leases ?? this.#settings.leases?.(this.env) ?? this.#channel.store
  }

  /** Ids of events that were handled. */
  get recent(): RecentIds {
    return this.leases?.recent ?? this.#channel.recent
  }

  get waitUntil(): number {
    return this.#isAwaited ? this.since + slow : -Infinity
  }

  get refusesWithoutStore(): boolean {
    return this.#settings.whenStoreIsAway === 'refuse'
  }

  get deadlines(): Deadlines<Job> {
    const { clock, handlerTimeout } = this.#settings
    return (this.#ownDeadlines ??= new Deadlines(clock, handlerTimeout))
  }

  /** Handles all events; `true` when none failed. Synchronous if all handlers are. Never throws or rejects. */
  handle(events: readonly unknown[]): boolean | Promise<boolean> {
    for (const event of inOrder(events)) this.#take(event)
    if (this.#running === 0) {
      this.#warnIfSlow()
      return this.#isWell
    }
    this.#watch()
    return new Promise((resolve) => {
      this.#end = resolve
    })
  }

  get #isWell(): boolean {
    return !this.#failed && !this.#unavailable
  }

  /** No handler failed, but an event was not handled: another process has it, or the store is away. */
  get isUnavailable(): boolean {
    return this.#unavailable && !this.#failed
  }

  /** Resolves when everything that was passed to `ctx.waitUntil` has ended. */
  async settled(): Promise<void> {
    // Work may bring more work.
    while (this.#work && this.#work.length > 0) await Promise.all(this.#work.splice(0))
  }

  #take(event: unknown): void {
    try {
      if (isEvent(event)) this.#takeEvent(event)
      else {
        this.#settings.warn(
          'event_invalid',
          'An entry of "events" is not an event; it was skipped.',
        )
        this.ended(event, 'skipped', undefined)
      }
    } catch (error) {
      // An object that is not JSON, passed to bot.handle.
      printError('an event could not be read.', error)
      this.ended(event, 'failed', error)
    }
  }

  #takeEvent(event: RawEvent): void {
    const { receivedAt, recent, order } = this
    const { dedupe, maxAge, warn } = this.#settings
    if (typeof event.timestamp === 'number' && receivedAt - event.timestamp > maxAge) {
      warn('event_too_old', `An event was older than maxAge (${maxAge} ms); it was skipped.`)
      this.ended(event, 'skipped', undefined)
      return
    }
    const { webhookEventId } = event
    const id =
      this.queued?.id ?? (dedupe && typeof webhookEventId === 'string' ? webhookEventId : '')
    if (id !== '') {
      const seen = recent.look(id, this.since)
      if (seen === 'done') {
        this.ended(event, 'duplicate', undefined)
        return
      }
      const running = seen && order.find(id)
      if (running) {
        this.#running++
        if (this.#isAfar(running)) void this.#shareFromAfar(running, event, id)
        else running.join(this, event)
        return
      }
    }
    const key = orderKey(event)
    const before = order.lastOf(key)
    const job = new Job(this, event, id, key)
    if (!before) {
      job.start()
      return
    }
    job.enter()
    if (this.#isAfar(before)) void this.#watchFromAfar(before).then(() => job.start())
    else before.next = job
  }

  /** The event belongs to another request, which cannot wake this one. */
  #isAfar({ host }: Job): boolean {
    return host !== this && this.#settings.requestBound
  }

  #watchFromAfar(job: Job): Promise<void> {
    return watchFromAfar(job, this.clock, this.#settings.handlerTimeout)
  }

  /** The same event is being handled for another request: shares its end, or begins anew if there was none. */
  async #shareFromAfar(job: Job, event: RawEvent, id: string): Promise<void> {
    await this.#watchFromAfar(job)
    const now = monotonic(this.clock)
    if (this.recent.look(id, now) === 'done') {
      this.ended(event, 'duplicate', undefined, now)
      return
    }
    this.#take(event)
    this.#running--
    this.#endIfDone(monotonic(this.clock))
  }

  run(ctx: EventContext): unknown {
    return this.#routes.run(this.#settings.onFailure?.trace?.(ctx) ?? ctx)
  }

  began(): void {
    this.#running++
  }

  ended(event: unknown, outcome: Outcome, error: unknown, at?: number): void {
    if (outcome === 'busy' || error === storeAway) this.#unavailable = true
    else if (outcome === 'failed') this.#failed = true
    this.#reports?.push(outcome === 'failed' ? { event, outcome, error } : { event, outcome })
    if (at === undefined) return
    this.#running--
    this.#endIfDone(at)
  }

  #endIfDone(now: number): void {
    if (this.#running > 0 || !this.#end) return
    this.#ownDeadlines?.stop()
    this.#warnIfSlow(now)
    this.#end(this.#isWell)
  }

  /** Starts one timer for all events of the body, if any of them takes time. */
  #watch(): void {
    const { deadlines } = this
    if (!this.#isAwaited || this.#settings.handlerTimeout <= slow) deadlines.watch()
    else deadlines.watchAfter(slow, () => this.#warnIfSlow())
  }

  /** LINE waits for the response. Behind a queue, nothing waits. */
  get #isAwaited(): boolean {
    return this.#settings.ack === 'after' && !this.#reports
  }

  #warnIfSlow(now = monotonic(this.clock)): void {
    if (!this.#isAwaited || now - this.since < slow) return
    const slowest = this.#ownDeadlines?.first?.event
    const what = slowest
      ? `A ${slowest.type} event (${slowest.webhookEventId ?? 'without id'}) is not handled yet after 1.5 s`
      : 'A webhook took more than 1.5 s to be handled'
    this.#settings.warn(
      'handler_slow',
      `${what}, and LINE waits 2 s. ` +
        "Answer first and work later: createBot({ ack: 'before' }).",
    )
  }

  ageOf(event: RawEvent): number {
    const age = monotonic(this.clock) - this.since
    const { timestamp, deliveryContext } = event
    // Behind a queue, LINE delivered earlier: at the time of the event, unless it is a redelivery.
    const isDated = typeof timestamp === 'number' && deliveryContext?.isRedelivery === false
    const delivered = isDated ? timestamp : this.queued?.receivedAt
    return this.#reports && delivered !== undefined
      ? Math.max(age, this.clock.now() - delivered)
      : age
  }

  answerUnused({ type }: EventContext): void {
    this.#settings.warn(
      'answer_unused',
      `The handler of a ${type} event returned a message and sent nothing; use ctx.reply(…).`,
    )
  }

  complain(error: unknown, ctx: EventContext): boolean | Promise<boolean> {
    const { errorHandler } = this.#routes
    ctx.hasFailed = true
    const isShown = this.#settings.onFailure?.(error, ctx.event) === true
    if (!errorHandler) {
      if (isShown) return false
      const event = `${ctx.type} event (${ctx.event.webhookEventId ?? 'without id'})`
      printError(`the handler of a ${event} failed. Use bot.catch to deal with errors.`, error)
      return false
    }
    const failsToo = (another: unknown) => {
      printError('the function passed to bot.catch failed, while it dealt with', another, error)
      return false
    }
    let verdict: unknown
    try {
      verdict = errorHandler(error as EventContext, ctx)
    } catch (another) {
      return failsToo(another)
    }
    if (!isThenable(verdict)) return verdict === 'handled'
    return promiseOf(verdict).then((later) => later === 'handled', failsToo)
  }

  background(work: PromiseLike<unknown>, ctx: EventContext): void {
    const watched = new Promise<void>((resolve) => {
      whenSettled(
        work,
        () => resolve(),
        (error) => {
          const verdict = this.complain(error, ctx)
          if (typeof verdict === 'boolean') resolve()
          else void verdict.then(() => resolve())
        },
      )
    })
    ;(this.#work ??= []).push(watched)
    const { underway } = this.#settings
    underway.add(watched)
    void watched.then(() => underway.delete(watched))
    this.#waitUntil?.(watched)
  }

  sessionOf(ctx: EventContext): unknown {
    return this.#settings.session?.(ctx)
  }

  /** Without `context`, the client's own is used. */
  async makeContext(ctx: EventContext): Promise<{ context?: Context }> {
    const { context } = this.#settings
    return context ? { context: await context(ctx as unknown as BotContext) } : {}
  }
}

/** Sorts by time. LINE usually sends them so, and then nothing is copied. */
function inOrder(events: readonly unknown[]): readonly unknown[] {
  let last = -Infinity
  for (const event of events) {
    const time = timeOf(event)
    if (time < last) return [...events].sort((a, b) => timeOf(a) - timeOf(b))
    last = time
  }
  return events
}

const timeOf = (event: unknown): number => {
  const time = (event as RawEvent | null)?.timestamp
  return typeof time === 'number' ? time : 0
}
