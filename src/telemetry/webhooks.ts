/** Spans and metrics of webhooks, and of events that are put into a queue. */
import type { Context, Span } from '@opentelemetry/api'
import { errorTypeOf } from '../common/error-type.js'
import type { KeepingReceiver, QueuedEvent } from '../queue/index.js'
import type { RawEvent } from '../webhook/event/raw-event.js'
import type { ObservedReceiver } from '../webhook/queue/observer.js'
import type { Platform, WebhookResponse } from '../webhook/index.js'
import { eventAttributes, kindOf, messaging } from './event-attributes.js'
import { attribute } from './names.js'
import { hashOf } from './trace-of.js'
import { attributesOf, type Tracing } from './tracing.js'

/** A webhook that is being answered. */
interface Visit {
  readonly startTime: number
  /** By `performance.now()`. */
  readonly since: number
  readonly base: Context
  /** Started when the events are known: their trace depends on them. */
  span: Span | undefined
}

export function observeReceiver(tracing: Tracing, receiver: ObservedReceiver): void {
  const visits = new WeakMap<Platform, Visit>()
  const accept = receiver.accept.bind(receiver)
  const deliver = receiver.deliver.bind(receiver)
  const refuse = receiver.refuse.bind(receiver)

  receiver.accept = (bytes, signature, platform) => {
    if (!tracing.isActive) return accept(bytes, signature, platform)
    const since = performance.now()
    const visit: Visit = { startTime: Date.now(), since, base: tracing.active, span: undefined }
    const own = { ...platform }
    visits.set(own, visit)
    const ended = (response: WebhookResponse) => endVisit(tracing, visit, response)
    const response = accept(bytes, signature, own)
    return response instanceof Promise ? response.then(ended) : ended(response)
  }

  receiver.deliver = (channel, webhook, platform) => {
    const visit = visits.get(platform)
    const { tracer } = tracing
    if (!visit || !tracer) return deliver(channel, webhook, platform)
    const { base, startTime } = visit
    const { events, destination } = webhook
    const attributes = {
      [attribute.messagingSystem]: 'line',
      [attribute.method]: 'POST',
      [attribute.batchCount]: events.length,
      [attribute.channel]: hashOf(destination),
    }
    const { webhookEventId: id } = Object(events[0]) as Partial<RawEvent>
    visit.span = tracing.startEventSpan(
      tracer,
      'LINE webhook',
      typeof id === 'string' ? id : '',
      base,
      { kind: tracing.api.SpanKind.SERVER, startTime, attributes },
    )
    return tracing.within(visit.span, base, () => deliver(channel, webhook, platform))
  }

  receiver.refuse = (method, signature, contentLength) => {
    const refused = refuse(method, signature, contentLength)
    if (refused) tracing.instruments?.count('webhooks', { [attribute.status]: refused.status })
    return refused
  }

  if ('keep' in receiver) observeKeeping(tracing, receiver as unknown as KeepingReceiver)
}

function endVisit(tracing: Tracing, visit: Visit, response: WebhookResponse): WebhookResponse {
  const { tracer, instruments, api } = tracing
  const { status } = response
  const { startTime, base } = visit
  const attributes = { [attribute.status]: status }
  instruments?.count('webhooks', attributes)
  instruments?.record('webhookDuration', performance.now() - visit.since, attributes)
  // Without events: LINE's console verifies the webhook so. Refused: the events are not known.
  const span =
    visit.span ?? tracer?.startSpan('LINE webhook', { kind: api.SpanKind.SERVER, startTime }, base)
  span?.setAttributes({ [attribute.method]: 'POST', ...attributes })
  // As OpenTelemetry has it: a refusal is no error of a server.
  if (status >= 500) tracing.end(span, String(status))
  else span?.end()
  return response
}

function observeKeeping(tracing: Tracing, receiver: KeepingReceiver): void {
  const keep = receiver.keep.bind(receiver)
  receiver.keep = async (queue, events) => {
    const { tracer, instruments, active } = tracing
    const since = performance.now()
    const spans = tracer
      ? events.map((event) =>
          tracing.startEventSpan(
            tracer,
            `send ${kindOf(event.event as RawEvent)}`,
            event.id,
            active,
            { kind: tracing.api.SpanKind.PRODUCER, attributes: sendAttributes(tracing, event) },
          ),
        )
      : []
    let error: string | undefined
    try {
      await keep(queue, events)
      instruments?.count('sent', messaging('send'), events.length)
    } catch (thrown) {
      error = errorTypeOf(thrown)
      throw thrown
    } finally {
      for (const span of spans) tracing.end(span, error)
      instruments?.record('sendDuration', performance.now() - since, {
        ...messaging('send'),
        ...attributesOf({ [attribute.errorType]: error }),
      })
    }
  }
}

const sendAttributes = (tracing: Tracing, { event, id, mailbox }: QueuedEvent) => ({
  ...eventAttributes(event as RawEvent, id, tracing.options),
  ...messaging('send'),
  [attribute.destination]: hashOf(mailbox),
})
