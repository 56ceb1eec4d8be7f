/** Spans and metrics of workers of a queue. */
import { backgroundClock } from '../common/clock.js'
import { errorTypeOf } from '../common/error-type.js'
import { inTime } from '../common/in-time.js'
import type { ObservedConsumer } from '../queue/index.js'
import { messaging } from './event-attributes.js'
import { attribute } from './names.js'
import { hashOf } from './trace-of.js'
import type { Tracing } from './tracing.js'

/** Milliseconds that a queue may take to count its events: one that is away must not stop other metrics. */
const countLimit = 1_000

const tooLate = () => new Error('The queue has not counted its events in time.')

export function observeConsumer(tracing: Tracing, consumer: ObservedConsumer): void {
  const drain = consumer.drain.bind(consumer)
  const onDead = consumer.onDead.bind(consumer)
  const onError = consumer.onError.bind(consumer)

  consumer.drain = async (mailbox, env, mayGoOn) => {
    const { tracer, api, active } = tracing
    const outer = api.trace.getSpanContext(active)
    const span = tracer?.startSpan(
      'receive mailbox',
      {
        kind: api.SpanKind.CONSUMER,
        root: true,
        links: outer ? [{ context: outer }] : [],
        attributes: {
          ...messaging('receive'),
          [attribute.destination]: hashOf(mailbox),
        },
      },
      active,
    )
    try {
      await tracing.within(span, active, () => drain(mailbox, env, mayGoOn))
      span?.end()
    } catch (error) {
      const type = errorTypeOf(error)
      if (type === 'queue_unavailable') tracing.instruments?.count('queueUnavailable')
      tracing.end(span, type)
      throw error
    }
  }

  consumer.onDead = (event) => {
    const { type, id, reason } = event
    const about = { [attribute.eventType]: type, [attribute.reason]: reason.code }
    tracing.instruments?.count('deadLetters', about)
    tracing.api.trace
      .getSpan(tracing.active)
      ?.addEvent('dead letter', { ...about, [attribute.messageId]: id })
    onDead(event)
  }

  consumer.onError = (error) => {
    tracing.instruments?.count('queueUnavailable')
    onError(error)
  }

  tracing.onInstruments((instruments) =>
    instruments.watch(async () => {
      const counts = consumer.queueOf(undefined).mailboxes.counts()
      const { waiting, dead, oldestMs } = await inTime(backgroundClock, countLimit, counts, tooLate)
      return { waiting, dead, oldest: oldestMs / 1_000 }
    }),
  )
}
