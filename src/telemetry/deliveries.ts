/** Spans and metrics of events and their handlers. */
import type { Context, Span } from '@opentelemetry/api'
import { errorTypeOf } from '../common/error-type.js'
import { isEvent, type RawEvent } from '../webhook/event/raw-event.js'
import type { ObservedDelivery } from '../webhook/queue/observer.js'
import type { Outcome } from '../webhook/index.js'
import { observedHooks } from './calls.js'
import { eventAttributes, kindOf, messaging, typeAttributes } from './event-attributes.js'
import type { Instruments } from './instruments.js'
import { attribute } from './names.js'
import { hashOf } from './trace-of.js'
import type { Tracing } from './tracing.js'

/** An event whose handlers run. */
interface Running {
  readonly span: Span | undefined
  /** By `performance.now()`. */
  readonly since: number
}

export function observeDelivery(tracing: Tracing, delivery: ObservedDelivery): void {
  if (!tracing.isActive) return
  new ObservedEvents(tracing, delivery)
}

class ObservedEvents {
  readonly #tracing: Tracing
  readonly #delivery: ObservedDelivery
  /** Context of the request, also for an event that another one wakes. */
  readonly #base: Context
  readonly #running = new Map<unknown, Running>()

  constructor(tracing: Tracing, delivery: ObservedDelivery) {
    this.#tracing = tracing
    this.#delivery = delivery
    this.#base = tracing.active
    const run = delivery.run.bind(delivery)
    const ended = delivery.ended.bind(delivery)
    const complain = delivery.complain.bind(delivery)
    delivery.run = (ctx) => {
      const { span } = this.#begin(ctx.event)
      return tracing.within(span, this.#base, () => run(ctx))
    }
    delivery.ended = (event, outcome, error, at) => {
      this.#ended(event, outcome, error)
      ended(event, outcome, error, at)
    }
    delivery.complain = (error, ctx) => {
      const type = { [attribute.exceptionType]: errorTypeOf(error) }
      this.#running.get(ctx.event)?.span?.addEvent('exception', type)
      return complain(error, ctx)
    }
    delivery.hooks = observedHooks(tracing, delivery.hooks, () => this.#onlySpan)
  }

  /** The span of the event whose handlers run, if there is one. For platforms where OpenTelemetry knows no active span. */
  get #onlySpan(): Span | undefined {
    const [running] = this.#running.values()
    return this.#running.size === 1 ? running!.span : undefined
  }

  #begin(event: RawEvent): Running {
    const { clock } = this.#delivery
    const running = { span: this.#startSpan(event), since: performance.now() }
    this.#running.set(event, running)
    if (typeof event.timestamp === 'number')
      this.#tracing.instruments?.record(
        'delay',
        clock.now() - event.timestamp,
        typeAttributes(event),
      )
    return running
  }

  #startSpan(event: RawEvent): Span | undefined {
    const tracing = this.#tracing
    const { tracer } = tracing
    if (!tracer) return undefined
    const { queued, destination } = this.#delivery
    const { webhookEventId } = event
    const id = queued?.id ?? (typeof webhookEventId === 'string' ? webhookEventId : '')
    const attributes = {
      ...eventAttributes(event, id, tracing.options),
      ...messaging('process'),
      [attribute.channel]: hashOf(destination),
      ...(queued && { [attribute.attempt]: queued.attempt }),
    }
    const kind = tracing.api.SpanKind.CONSUMER
    return tracing.startEventSpan(tracer, `process ${kindOf(event)}`, id, this.#base, {
      kind,
      attributes,
    })
  }

  #ended(event: unknown, outcome: Outcome, error: unknown): void {
    const tracing = this.#tracing
    const { instruments } = tracing
    if (!isEvent(event)) {
      instruments?.count('events', { [attribute.outcome]: outcome })
      return
    }
    instruments?.count('events', { ...typeAttributes(event), [attribute.outcome]: outcome })
    const hasRun = outcome === 'handled' || outcome === 'failed'
    const running = hasRun ? this.#running.get(event) : undefined
    if (running) {
      this.#running.delete(event)
      if (instruments) this.#recordDuration(instruments, event, outcome, running)
    }
    const span = running ? running.span : this.#startSpan(event)
    span?.setAttribute(attribute.outcome, outcome)
    tracing.end(span, outcome === 'failed' ? errorTypeOf(error) : undefined)
  }

  #recordDuration(instruments: Instruments, event: RawEvent, outcome: Outcome, { since }: Running) {
    const attributes = {
      ...messaging('process'),
      ...typeAttributes(event),
      [attribute.outcome]: outcome,
    }
    instruments.record('processDuration', performance.now() - since, attributes)
  }
}
