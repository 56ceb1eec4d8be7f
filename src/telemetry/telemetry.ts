/** Observes bots, receivers and workers with OpenTelemetry. */
import type { MeterProvider, TracerProvider } from '@opentelemetry/api'
import type { LineClient } from '../client/index.js'
import { describeValue, numberOption, optionNames, optionsProblem } from '../common/options.js'
import type { ObservedConsumer, QueueObserver } from '../queue/index.js'
import { printError } from '../webhook/base/print.js'
import type { SetupWarningCode } from '../webhook/base/warnings.js'
import type { ObservedDelivery, ObservedReceiver } from '../webhook/queue/observer.js'
import { observing } from './calls.js'
import { observeDelivery } from './deliveries.js'
import { TelemetryError } from './errors.js'
import { type Api, Tracing } from './tracing.js'
import { observeReceiver } from './webhooks.js'
import { observeConsumer } from './workers.js'

/** Options of {@link telemetry}. */
export interface TelemetryOptions {
  /**
   * Share of events with spans, from 0 to 1; 1 by default. Decided by the id of the event, so that all processes have the spans of the
   * same events. The sampler of the SDK decides after that.
   * @throws {TelemetryError} `option_invalid`
   */
  sampleRatio?: number | undefined
  /** Adds the attribute `user.id` to the spans of events. `false` by default: ids of users are personal data. */
  userIds?: boolean | undefined
  /** Provider to use instead of the one that the program has registered. */
  tracerProvider?: TracerProvider | undefined
  /** Provider to use instead of the one that the program has registered. */
  meterProvider?: MeterProvider | undefined
}

/** An observer with traces and metrics. Made by {@link telemetry}. */
export interface Telemetry extends QueueObserver {
  /** Resolves when `@opentelemetry/api` is loaded: with `false` if it is not installed. Webhooks and queues wait for it. */
  readonly ready: Promise<boolean>
  /**
   * The same client with spans and metrics, for calls outside of handlers: campaigns, reminders. Handlers need none, they have `ctx.line`.
   *
   * @example
   * const line = telemetry().client(new LineClient())
   */
  client(client: LineClient): LineClient
}

const names = optionNames<TelemetryOptions>({
  sampleRatio: true,
  userIds: true,
  tracerProvider: true,
  meterProvider: true,
})

class Observing implements Telemetry {
  readonly ready: Promise<boolean>
  readonly #loading: Promise<Tracing | undefined>
  #tracing: Tracing | undefined

  constructor(options: Tracing['options']) {
    this.#loading = loadApi().then((api) => (this.#tracing = api && new Tracing(api, options)))
    this.ready = this.#loading.then((tracing) => tracing !== undefined)
  }

  observeReceiver(receiver: ObservedReceiver): void {
    this.#whenLoaded(receiver, 'accept', (tracing) => observeReceiver(tracing, receiver))
  }

  observeConsumer(consumer: ObservedConsumer): void {
    this.#whenLoaded(consumer, 'drain', (tracing) => observeConsumer(tracing, consumer))
  }

  observeDelivery(delivery: ObservedDelivery): void {
    if (this.#tracing) observeDelivery(this.#tracing, delivery)
  }

  warned(code: SetupWarningCode): void {
    const instruments = this.#tracing?.instruments
    if (code === 'store_unavailable') instruments?.count('storeUnavailable')
    if (code === 'queue_unavailable') instruments?.count('queueUnavailable')
    if (code === 'signature_invalid') instruments?.count('signatureFailures')
  }

  client(client: LineClient): LineClient {
    return client.hooked({
      around: async (call, next) => {
        const tracing = this.#tracing ?? (await this.#loading)
        return tracing?.isActive ? observing(tracing)(call, next) : next(call.options)
      },
    })
  }

  /** Observes an object when the API is loaded. Until then, calls of its method wait. */
  #whenLoaded<Name extends string>(
    object: Record<Name, (...values: never[]) => unknown>,
    name: Name,
    observe: (tracing: Tracing) => void,
  ): void {
    if (this.#tracing) {
      observe(this.#tracing)
      return
    }
    const method = object[name]
    object[name] = (...values) => this.#loading.then(() => object[name](...values))
    void this.#loading.then((tracing) => {
      object[name] = method
      if (tracing) observe(tracing)
    })
  }
}

async function loadApi(): Promise<Api | undefined> {
  try {
    return await import('@opentelemetry/api')
  } catch (error) {
    const { code } = Object(error) as { code?: unknown }
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
      console.error(
        'fukidashi: telemetry() needs a package that is not installed: npm install @opentelemetry/api',
      )
    else printError('@opentelemetry/api could not be loaded; there is no telemetry.', error)
    return undefined
  }
}

/**
 * Spans and metrics of OpenTelemetry, for `observers` of a bot and of a receiver. Uses the providers that the program has registered;
 * without any, it does nothing. All spans about an event are in one trace, whose id is derived from the id of the event.
 *
 * Needs the package `@opentelemetry/api`. Without it, an error is printed, and bots work without telemetry.
 *
 * @throws {TelemetryError} `option_invalid`
 *
 * @example
 * const bot = createBot({ observers: telemetry() })
 */
export function telemetry(options: TelemetryOptions = {}): Telemetry {
  const invalid = (problem: string) => new TelemetryError('option_invalid', problem)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { sampleRatio, userIds = false, tracerProvider, meterProvider } = options
  if (typeof userIds !== 'boolean')
    throw invalid(`userIds: ${describeValue(userIds)} is not permitted. Use true or false.`)
  return new Observing({
    sampleRatio: numberOption('sampleRatio', sampleRatio, 1, { min: 0, max: 1 }, invalid),
    userIds,
    tracerProvider,
    meterProvider,
  })
}
