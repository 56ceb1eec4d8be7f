/** Facts about a bot since its start, which health checks report. Kept in memory. */
import type { Clock } from '../common/clock.js'
import { errorTypeOf } from '../common/error-type.js'
import type { ObservedConsumer } from '../queue/index.js'
import type { SetupWarningCode } from '../webhook/base/warnings.js'
import { isEvent } from '../webhook/event/raw-event.js'
import type { ObservedDelivery, ObservedReceiver } from '../webhook/queue/observer.js'
import type { WebhookResponse } from '../webhook/index.js'

/** A function that finds a store or a queue for the `env` of a request. */
export type Source = (env: unknown) => unknown

export class HealthRecord {
  readonly #clock: Clock
  readonly startedAt: number
  lastWebhook: number | undefined
  signatureFailures = 0
  underway = 0
  handled = 0
  failed = 0
  /** Events that failed since the last one that was handled. */
  failedInARow = 0
  lastHandled: number | undefined
  lastFailed: { readonly at: number; readonly code: string } | undefined
  lastRedelivery: number | undefined
  lastDead: number | undefined
  /** Failures of the store or the queue that webhooks met. */
  storeAwayAt: number | undefined
  queueAwayAt: number | undefined
  /** Events are refused while the store is away. */
  refuses = false
  /** Webhooks are refused while the queue is away. */
  receives = false
  readonly stores = new Map<unknown, Source>()
  readonly queues = new Map<unknown, Source>()

  constructor(clock: Clock) {
    this.#clock = clock
    this.startedAt = clock.now()
  }

  observeReceiver(receiver: ObservedReceiver): void {
    const { store, whenStoreIsAway } = receiver.settings
    if (store !== undefined)
      this.stores.set(store, typeof store === 'function' ? (store as Source) : () => store)
    if (whenStoreIsAway === 'refuse') this.refuses = true
    if ('queueOf' in receiver) {
      this.receives = true
      this.#addQueue(receiver as unknown as { queueOf: Source })
    }
    const accept = receiver.accept.bind(receiver)
    const deliver = receiver.deliver.bind(receiver)
    receiver.deliver = (channel, webhook, platform) => {
      webhook.events.forEach((event) => this.#lookAt(event))
      return deliver(channel, webhook, platform)
    }
    const answered = (response: WebhookResponse) => {
      // Refused ones may be from anyone.
      if (response.status < 400 || response.status >= 500) this.lastWebhook = this.#clock.now()
      return response
    }
    receiver.accept = (bytes, signature, platform) => {
      const response = accept(bytes, signature, platform)
      return response instanceof Promise ? response.then(answered) : answered(response)
    }
  }

  observeConsumer(consumer: ObservedConsumer): void {
    this.#addQueue(consumer)
    const onDead = consumer.onDead.bind(consumer)
    consumer.onDead = (event) => {
      this.lastDead = this.#clock.now()
      onDead(event)
    }
  }

  #addQueue(owner: { queueOf: Source }): void {
    this.queues.set(owner, (env) => owner.queueOf(env))
  }

  observeDelivery(delivery: ObservedDelivery): void {
    const running = new Set<unknown>()
    const run = delivery.run.bind(delivery)
    const ended = delivery.ended.bind(delivery)
    delivery.run = (ctx) => {
      running.add(ctx.event)
      this.underway++
      return run(ctx)
    }
    delivery.ended = (event, outcome, error, at) => {
      const now = this.#clock.now()
      this.#lookAt(event)
      if (outcome === 'handled' || outcome === 'failed') {
        if (running.delete(event)) this.underway--
        if (outcome === 'handled') this.#succeeded(now)
        else this.#failedAt(now, error)
      }
      ended(event, outcome, error, at)
    }
  }

  /** Remembers that LINE sent an event again. */
  #lookAt(event: unknown): void {
    if (isEvent(event) && event.deliveryContext?.isRedelivery === true)
      this.lastRedelivery = this.#clock.now()
  }

  #succeeded(now: number): void {
    this.handled++
    this.failedInARow = 0
    this.lastHandled = now
  }

  #failedAt(at: number, error: unknown): void {
    this.failed++
    this.failedInARow++
    this.lastFailed = { at, code: errorTypeOf(error) }
  }

  warned(code: SetupWarningCode): void {
    const now = this.#clock.now()
    if (code === 'signature_invalid') this.signatureFailures++
    if (code === 'store_unavailable') this.storeAwayAt ??= now
    if (code === 'queue_unavailable') this.queueAwayAt ??= now
  }
}
