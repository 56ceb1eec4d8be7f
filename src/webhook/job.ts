/** An event that takes time, with all that waits for its end. */
import type { Delivery, Outcome } from './delivery.js'
import { WebhookError } from './errors.js'
import { EventContext, type RawEvent } from './event-context.js'
import { isThenable } from './routes.js'

export class Job {
  /** Of the event; empty when duplicates are not to be told. */
  readonly id: string
  /** Whose events keep their order; empty for those of nobody. */
  readonly key: string
  readonly delivery: Delivery
  /** What begins when this ends. */
  next: Job | undefined = undefined
  /** Neighbours among all that are under way. Kept by the channel. */
  preceding: Job | undefined = undefined
  following: Job | undefined = undefined
  /** Others come first. */
  waiting = false
  /** When it began, or began to wait. */
  since: number
  /** It has ended, or nobody waits for its end any more. */
  over = false
  readonly event: RawEvent
  private ctx: EventContext | undefined
  private duplicates: [Delivery, unknown][] | undefined = undefined

  constructor(delivery: Delivery, event: RawEvent, id: string, key: string, ctx?: EventContext) {
    this.delivery = delivery
    this.event = event
    this.id = id
    this.key = key
    this.ctx = ctx
    this.since = delivery.receivedAt
  }

  /** Another delivery of the same event: it shares the outcome. */
  join(delivery: Delivery, event: unknown): void {
    ;(this.duplicates ??= []).push([delivery, event])
  }

  /** Begins a job that had to wait. */
  start(): void {
    if (this.over) return
    const { dedupe, clock } = this.delivery.channel.settings
    this.waiting = false
    this.since = clock.now()
    if (this.id !== '' && dedupe?.store) void this.startUnlessStored()
    else this.handle()
  }

  private handle(): void {
    if (this.over) return
    const ctx = (this.ctx = new EventContext(this.event, this.delivery))
    let result: unknown
    try {
      result = this.delivery.handle(ctx)
    } catch (error) {
      this.fail(error, ctx)
      return
    }
    if (isThenable(result)) this.waitFor(result, ctx)
    else this.end(ctx)
  }

  /** The handler has ended; what it began and did not await may not have. */
  private end(ctx: EventContext): void {
    if (ctx.underway === 0) this.succeed()
    else this.waitFor(ctx.leftovers(), ctx)
  }

  waitFor(result: PromiseLike<unknown>, ctx: EventContext): void {
    result.then(
      () => this.end(ctx),
      (error: unknown) => this.fail(error, ctx),
    )
  }

  /** Waits for the author's word on an error. */
  waitForVerdict(verdict: PromiseLike<unknown>, error: unknown): void {
    void verdict.then((handled) => (handled ? this.succeed() : this.finish('failed', error)))
  }

  private fail(error: unknown, ctx: EventContext): void {
    if (this.over) {
      // Nobody waits any more, but its author should know; unless it fails because it was told to stop.
      if (error !== ctx.signal.reason) void this.delivery.complain(error, ctx)
      return
    }
    const verdict = this.delivery.complain(error, ctx)
    if (isThenable(verdict)) this.waitForVerdict(verdict, error)
    else if (verdict) this.succeed()
    else this.finish('failed', error)
  }

  /** Gives up waiting for it. Its author hears of it, but cannot make the rest wait longer. */
  expire(): void {
    if (this.over) return
    const { delivery, ctx = new EventContext(this.event, delivery) } = this
    const error = tookTooLong(ctx, delivery.channel.settings.clock.now() - this.since)
    const verdict = delivery.complain(error, ctx)
    ctx.abort(error)
    this.finish(verdict === true ? 'handled' : 'failed', error)
  }

  private succeed(): void {
    if (this.over) return
    const { settings } = this.delivery.channel
    if (this.id !== '' && settings.dedupe?.store)
      void this.store().then(() => this.finish('handled'))
    else this.finish('handled')
  }

  private finish(outcome: Outcome, error?: unknown): void {
    if (this.over) return
    this.over = true
    const { channel } = this.delivery
    const { recent, settings } = channel
    channel.strike(this)
    if (this.id !== '') {
      if (outcome === 'failed') recent.release(this.id)
      else recent.add(this.id, settings.clock.now())
    }
    channel.leaveOrder(this)
    this.delivery.ended(this.event, outcome, error)
    for (const [delivery, event] of this.duplicates ?? []) {
      delivery.ended(event, outcome === 'handled' ? 'duplicate' : outcome, error)
    }
    const { next } = this
    this.next = undefined
    next?.start()
  }

  private async startUnlessStored(): Promise<void> {
    const { dedupe, warn } = this.delivery.channel.settings
    let stored: unknown
    try {
      stored = await dedupe!.store!.get(dedupe!.prefix + this.id)
    } catch {
      warn(
        'store',
        'The dedupe store cannot be read: events are handled all the same, perhaps twice.',
      )
    }
    if (stored) this.finish('duplicate')
    else this.handle()
  }

  private async store(): Promise<void> {
    const { dedupe, warn } = this.delivery.channel.settings
    try {
      await dedupe!.store!.set(dedupe!.prefix + this.id, true, dedupe!.ttl)
    } catch {
      warn(
        'store',
        'The dedupe store cannot be written: events are handled all the same, perhaps twice.',
      )
    }
  }
}

const tookTooLong = ({ type, event }: EventContext, ms: number) =>
  new WebhookError(
    'handler_timeout',
    `The handler of a ${type} event (${event.webhookEventId ?? 'without id'}) has not ended within ${Math.round(ms / 1000)} s. ` +
      'It may still be at it, but the event counts as failed, and the next event of the same user begins. ' +
      'Give ctx.signal to what the handler waits for, or permit more: createBot({ handlerTimeout }).',
  )
