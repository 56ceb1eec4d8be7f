/** Spans and metrics of calls of LINE's API. */
import type { Span } from '@opentelemetry/api'
import type { AroundCall, Call, CallHooks } from '../client/hooks.js'
import type { ResponseInfo } from '../client/index.js'
import { errorTypeOf } from '../common/error-type.js'
import { type Endpoint, endpoints } from '../endpoints/index.js'
import type { BotClient } from '../webhook/index.js'
import { attribute } from './names.js'
import { attributesOf, type Tracing } from './tracing.js'

type Hooks = (client: BotClient) => CallHooks

/** A function around calls that adds spans and metrics. */
export const observing =
  (tracing: Tracing, spanOf?: () => Span | undefined): AroundCall =>
  (call, next) =>
    new ObservedCall(tracing, call, spanOf?.()).make(next)

/**
 * Adds spans and metrics to the functions around the calls of a client.
 *
 * @param inner - other functions around its calls. Spans are within them: these may make several calls, or none
 * @param spanOf - the parent if OpenTelemetry knows no active span
 */
export const observedHooks =
  (tracing: Tracing, inner: Hooks | undefined, spanOf: () => Span | undefined): Hooks =>
  (client) => {
    const observe = observing(tracing, spanOf)
    const { around, ...others } = inner?.(client.hooked?.({ around: observe }) ?? client) ?? {}
    if (!around) return { ...others, around: observe }
    return {
      ...others,
      around: (call, next) => around(call, (options) => observe({ ...call, options }, next)),
    }
  }

class ObservedCall {
  readonly #tracing: Tracing
  readonly #call: Call
  readonly #parent: Span | undefined
  readonly #operation: string
  readonly #row: Endpoint | undefined
  #last: ResponseInfo | undefined
  #retries = 0

  constructor(tracing: Tracing, call: Call, parent: Span | undefined) {
    this.#tracing = tracing
    this.#call = call
    this.#parent = parent
    const isOperation = Object.hasOwn(endpoints, call.operationId)
    this.#operation = isOperation ? call.operationId : '_OTHER'
    this.#row = isOperation ? endpoints[call.operationId] : undefined
  }

  async make<T>(next: Parameters<AroundCall>[1]): Promise<T> {
    const tracing = this.#tracing
    const since = performance.now()
    const span = this.#startSpan()
    const { options } = this.#call
    const onResponse = (info: ResponseInfo): unknown => {
      this.#last = info
      if (info.retryIn !== undefined) {
        this.#retries++
        span?.addEvent(
          'retry',
          attributesOf({
            [attribute.status]: info.status,
            [attribute.retryIn]: info.retryIn / 1_000,
          }),
        )
      }
      return options.onResponse?.(info)
    }
    let error: string | undefined
    try {
      const outcome = await tracing.within(span, tracing.active, () =>
        next({ ...options, onResponse }),
      )
      if (outcome.repeated) span?.setAttribute(attribute.repeated, true)
      return outcome as T
    } catch (thrown) {
      error = errorTypeOf(thrown)
      throw thrown
    } finally {
      this.#end(span, performance.now() - since, error)
    }
  }

  #startSpan(): Span | undefined {
    const { tracer, active, api } = this.#tracing
    if (!tracer) return undefined
    const parent = this.#parent
    const base = parent && !api.trace.getSpan(active) ? api.trace.setSpan(active, parent) : active
    const attributes = attributesOf({
      [attribute.operation]: this.#operation,
      [attribute.method]: this.#row?.method,
      [attribute.route]: this.#row?.path,
    })
    return tracer.startSpan(this.#operation, { kind: api.SpanKind.CLIENT, attributes }, base)
  }

  #end(span: Span | undefined, ms: number, error: string | undefined): void {
    const { instruments } = this.#tracing
    const last = this.#last
    const retries = this.#retries
    span?.setAttributes(
      attributesOf({
        [attribute.status]: last?.status,
        [attribute.requestId]: last?.requestId,
        [attribute.resends]: retries > 0 ? retries : undefined,
      }),
    )
    this.#tracing.end(span, error)
    if (!instruments) return
    const operation = { [attribute.operation]: this.#operation }
    instruments.record('callDuration', ms, {
      ...operation,
      ...attributesOf({ [attribute.status]: last?.status, [attribute.errorType]: error }),
    })
    if (retries > 0) instruments.count('retries', operation, retries)
  }
}
