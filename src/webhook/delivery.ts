/** The events of one body: who handles them, in which order, and what came of it. */
import type { Context } from '../jsx-runtime/types.js'
import type { BotContext } from './bot-context.js'
import type { Channel } from './channel.js'
import { after } from '../common/clock.js'
import { EventContext, type RawEvent } from './event-context.js'
import { Job } from './job.js'
import { watchFromAfar } from './requests.js'
import { isThenable, type Routes } from './routes.js'

/** What became of an event. */
export interface EventReport {
  event: unknown
  /** `duplicate`: it was handled before. `skipped`: it is too old (`maxAge`), or no event at all. */
  outcome: 'handled' | 'failed' | 'duplicate' | 'skipped'
  /** Why it failed. */
  error?: unknown
}

export type Outcome = EventReport['outcome']

/** Milliseconds after which the author is told that LINE, which waits two seconds, is about to give up. */
const SLOW = 1_500

/** What timers can count to, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1

export class Delivery {
  readonly channel: Channel
  readonly destination: string
  readonly receivedAt: number
  /** Kept where somebody asks for them. */
  readonly reports: EventReport[] | undefined
  private readonly routes: Routes
  private readonly waitUntil: ((work: Promise<unknown>) => void) | undefined
  private readonly work: Promise<unknown>[] = []
  private running = 0
  private failed = false
  private end: ((allWell: boolean) => void) | undefined
  private stopAlarm: (() => void) | undefined

  constructor(
    routes: Routes,
    channel: Channel,
    destination: string,
    waitUntil?: (work: Promise<unknown>) => void,
    reports?: EventReport[],
  ) {
    this.routes = routes
    this.channel = channel
    this.destination = destination
    this.receivedAt = channel.settings.clock.now()
    this.waitUntil = waitUntil
    this.reports = reports
  }

  /** Handles all events; `true` when none failed. Synchronous if all handlers are. */
  run(events: readonly unknown[]): boolean | Promise<boolean> {
    for (const event of inOrder(events)) this.take(event)
    if (this.running === 0) {
      this.warnIfSlow()
      return !this.failed
    }
    this.setAlarm()
    return new Promise((resolve) => {
      this.end = resolve
    })
  }

  /** Resolves when all that was given to `ctx.waitUntil` has ended. */
  async settled(): Promise<void> {
    // Work may bring more work.
    for (let done = 0; done < this.work.length;) {
      done = this.work.length
      await Promise.all(this.work)
    }
  }

  private take(given: unknown): void {
    const event = given as RawEvent
    if (typeof given !== 'object' || given === null || typeof event.type !== 'string') {
      this.channel.settings.warn(
        'no_event',
        'An entry of "events" is not an event; it was skipped.',
      )
      this.report(given, 'skipped')
      return
    }
    const { channel, receivedAt } = this
    const { dedupe, maxAge } = channel.settings
    if (typeof event.timestamp === 'number' && receivedAt - event.timestamp > maxAge) {
      channel.settings.warn(
        'too_old',
        `An event was older than maxAge (${maxAge} ms); it was skipped.`,
      )
      this.report(event, 'skipped')
      return
    }
    const { webhookEventId } = event
    const id = dedupe && typeof webhookEventId === 'string' ? webhookEventId : ''
    if (id !== '') {
      const seen = channel.recent.look(id, receivedAt)
      if (seen === 'done') {
        this.report(event, 'duplicate')
        return
      }
      const running = seen && channel.jobOf(id)
      if (running) {
        this.running++
        if (this.isAfar(running)) void this.shareFromAfar(running, event, id)
        else running.join(this, event)
        return
      }
    }
    const key = orderKey(event)
    const before = channel.lastJobs.size === 0 ? undefined : channel.lastJobs.get(key)
    if (before !== undefined || (id !== '' && dedupe!.store)) this.queue(event, id, key, before)
    else this.begin(event, id, key)
  }

  /** Nobody is before it: begins at once, and ends at once if the handler does. */
  private begin(event: RawEvent, id: string, key: string): void {
    const ctx = new EventContext(event, this)
    let result: unknown
    try {
      result = this.routes.run(ctx)
    } catch (error) {
      result = this.complain(error, ctx)
      if (result === false) {
        this.report(event, 'failed', error)
        return
      }
      if (isThenable(result)) {
        this.follow(new Job(this, event, id, key, ctx)).waitForVerdict(result, error)
        return
      }
    }
    if (isThenable(result)) {
      this.follow(new Job(this, event, id, key, ctx)).waitFor(result, ctx)
      return
    }
    if (ctx.underway > 0) {
      this.follow(new Job(this, event, id, key, ctx)).waitFor(ctx.leftovers(), ctx)
      return
    }
    if (id !== '') this.channel.recent.add(id, this.receivedAt)
    if (this.reports) this.report(event, 'handled')
  }

  private queue(event: RawEvent, id: string, key: string, before: Job | undefined): void {
    const job = this.follow(new Job(this, event, id, key))
    if (!before) {
      job.start()
      return
    }
    job.waiting = true
    if (this.isAfar(before)) void this.watch(before).then(() => job.start())
    else before.next = job
  }

  /** It is another request's, and waking this one is nothing that request could do. */
  private isAfar({ delivery }: Job): boolean {
    return delivery !== this && this.channel.settings.requestBound
  }

  private watch(job: Job): Promise<void> {
    const { clock, handlerTimeout } = this.channel.settings
    return watchFromAfar(job, clock, handlerTimeout)
  }

  /** The same event is being handled for another request: shares its end, or begins anew if there was none. */
  private async shareFromAfar(job: Job, event: RawEvent, id: string): Promise<void> {
    await this.watch(job)
    this.running--
    const seen = this.channel.recent.look(id, this.receivedAt)
    if (seen === 'done') this.report(event, 'duplicate')
    else this.take(event)
    this.endIfDone()
  }

  private follow(job: Job): Job {
    this.running++
    this.channel.enlist(job)
    if (job.id !== '') this.channel.recent.begin(job.id)
    if (job.key !== '') this.channel.lastJobs.set(job.key, job)
    return job
  }

  /** Runs middleware and handler of a job. */
  handle(ctx: EventContext): unknown {
    return this.routes.run(ctx)
  }

  /** A job ended, here or in another delivery that had the same event. */
  ended(event: unknown, outcome: Outcome, error?: unknown): void {
    this.report(event, outcome, error)
    this.running--
    this.endIfDone()
  }

  private endIfDone(): void {
    if (this.running > 0) return
    this.stopAlarm?.()
    this.warnIfSlow()
    this.end?.(!this.failed)
  }

  /** Looks after what takes time: one timer for all events of the body, and none where no handler takes any. */
  private setAlarm(): void {
    const { clock, handlerTimeout } = this.channel.settings
    if (!this.isAwaited || handlerTimeout <= SLOW) this.awaitTimeout()
    else {
      this.stopAlarm = after(clock, SLOW, () => {
        this.warnIfSlow()
        this.awaitTimeout()
      })
    }
  }

  /** LINE waits for the end. Behind a queue nobody does. */
  private get isAwaited(): boolean {
    return this.channel.settings.ack === 'after' && !this.reports
  }

  private warnIfSlow(): void {
    const { clock, warn } = this.channel.settings
    if (clock.now() - this.receivedAt < SLOW || !this.isAwaited) return
    const slowest = this.channel.eldestOf(this)?.event
    const what = slowest
      ? `A ${slowest.type} event (${slowest.webhookEventId ?? 'without id'}) is not handled yet after 1.5 s`
      : 'A webhook took more than 1.5 s to be handled'
    warn(
      'slow',
      `${what}, and LINE waits 2 s before it takes a webhook for lost. ` +
        "Answer first and work later: createBot({ ack: 'before' }).",
    )
  }

  /** Waits until the first of the handlers has had its time. What waits for its turn has not begun to use up its own. */
  private awaitTimeout(): void {
    const { clock, handlerTimeout } = this.channel.settings
    if (handlerTimeout === Infinity) return
    const eldest = this.channel.eldestOf(this)
    const due = (eldest && !eldest.waiting ? eldest.since : clock.now()) + handlerTimeout
    this.stopAlarm = after(clock, Math.min(due - clock.now(), LONGEST_TIMER), () => {
      const now = clock.now()
      for (const job of this.channel.jobsOf(this))
        if (!job.waiting && now - job.since >= handlerTimeout) job.expire()
      if (this.running > 0) this.awaitTimeout()
    })
  }

  private report(event: unknown, outcome: Outcome, error?: unknown): void {
    if (outcome === 'failed') this.failed = true
    this.reports?.push(outcome === 'failed' ? { event, outcome, error } : { event, outcome })
  }

  /** Tells the author of an error. `true` when he has dealt with it. */
  complain(error: unknown, ctx: EventContext): boolean | Promise<boolean> {
    const { errorHandler } = this.routes
    if (!errorHandler) return print(error, ctx)
    try {
      const verdict = errorHandler(error as EventContext, ctx)
      if (!isThenable(verdict)) return verdict === 'handled'
      return Promise.resolve(verdict).then(
        (later) => later === 'handled',
        (another: unknown) => print(another, ctx),
      )
    } catch (another) {
      return print(another, ctx)
    }
  }

  background(work: Promise<unknown>, ctx: EventContext): void {
    const watched = work.then(
      () => undefined,
      async (error: unknown) => {
        await this.complain(error, ctx)
      },
    )
    this.work.push(watched)
    this.waitUntil?.(watched)
    const { underway } = this.channel.settings
    underway.add(watched)
    void watched.then(() => underway.delete(watched))
  }

  /** Nothing leaves it to the client. */
  async makeContext(ctx: EventContext): Promise<{ context?: Context }> {
    const { context } = this.channel.settings
    return context ? { context: await context(ctx as unknown as BotContext) } : {}
  }
}

function print(error: unknown, ctx: EventContext): false {
  console.error(
    `fukidashi: the handler of a ${ctx.type} event (${ctx.event.webhookEventId ?? 'without id'}) failed. ` +
      'Use bot.catch to deal with errors.',
    error,
  )
  return false
}

/** Whose events keep their order. */
const orderKey = ({ source }: RawEvent): string =>
  source?.userId ?? source?.groupId ?? source?.roomId ?? ''

/** By time. LINE usually sends them so, and then nothing is copied. */
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
