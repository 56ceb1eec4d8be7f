/** Access to the tracer and the meter that the program has registered, if any. */
import type * as OpenTelemetry from '@opentelemetry/api'
import type {
  Attributes,
  Context,
  MeterProvider,
  Span,
  SpanKind,
  SpanOptions,
  Tracer,
  TracerProvider,
} from '@opentelemetry/api'
import { Instruments } from './instruments.js'
import { attribute } from './names.js'
import { traceOf } from './trace-of.js'

export type Api = typeof OpenTelemetry

/** Options of {@link Tracing}. */
export interface TracingOptions {
  readonly tracerProvider: TracerProvider | undefined
  readonly meterProvider: MeterProvider | undefined
  readonly sampleRatio: number
  readonly userIds: boolean
}

const scope = 'fukidashi'

export class Tracing {
  readonly api: Api
  readonly options: TracingOptions
  readonly #Proxy: Api['ProxyTracerProvider']
  /** The provider of a program that has registered none. */
  readonly #noTracers: TracerProvider
  #tracers: TracerProvider | undefined
  #tracer: Tracer | undefined
  #meters: MeterProvider | undefined
  #instruments: Instruments | undefined
  readonly #onInstruments: ((instruments: Instruments) => void)[] = []

  constructor(api: Api, options: TracingOptions) {
    this.api = api
    this.options = options
    // Deprecated for version 2 of the API. In version 1 there is no other way to see that no tracer is registered.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    this.#Proxy = api.ProxyTracerProvider
    this.#noTracers = new this.#Proxy().getDelegate()
  }

  /** The tracer; `undefined` if the program has registered none. It may register one later. */
  get tracer(): Tracer | undefined {
    const provider = this.options.tracerProvider ?? this.api.trace.getTracerProvider()
    const actual = provider instanceof this.#Proxy ? provider.getDelegate() : provider
    if (actual === this.#noTracers) return undefined
    if (actual !== this.#tracers) {
      this.#tracers = actual
      this.#tracer = actual.getTracer(scope)
    }
    return this.#tracer
  }

  /** The metrics; `undefined` if the program has registered no meter. It may register one later. */
  get instruments(): Instruments | undefined {
    const provider = this.options.meterProvider ?? this.api.metrics.getMeterProvider()
    if (provider !== this.#meters) {
      this.#meters = provider
      const meter = provider.getMeter(scope)
      const isNoop = meter === this.api.createNoopMeter()
      this.#instruments = isNoop ? undefined : new Instruments(meter)
      if (this.#instruments) for (const call of this.#onInstruments) call(this.#instruments)
    }
    return this.#instruments
  }

  /** Calls back with the metrics as soon as there are some. */
  onInstruments(callback: (instruments: Instruments) => void): void {
    const { instruments } = this
    this.#onInstruments.push(callback)
    if (instruments) callback(instruments)
  }

  /** The program has registered a tracer or a meter. */
  get isActive(): boolean {
    return this.tracer !== undefined || this.instruments !== undefined
  }

  /** The active context of OpenTelemetry. */
  get active(): Context {
    return this.api.context.active()
  }

  /**
   * Starts a span about an event, in the trace of the event. If the active span belongs to another trace, the span is linked to it.
   *
   * @param id - of the event; a new trace if it is empty
   */
  startEventSpan(
    tracer: Tracer,
    name: string,
    id: string,
    base: Context,
    options: SpanOptions & { kind: SpanKind },
  ): Span {
    const { trace, TraceFlags } = this.api
    const active = trace.getSpanContext(base)
    const ids = id === '' ? undefined : traceOf(id)
    if (ids && active?.traceId === ids.traceId) return tracer.startSpan(name, options, base)
    const linked = { ...options, links: active ? [{ context: active }] : [] }
    if (!ids) return tracer.startSpan(name, { ...linked, root: true }, base)
    const traceFlags = this.#isSampled(ids.traceId) ? TraceFlags.SAMPLED : TraceFlags.NONE
    const parent = trace.setSpanContext(base, { ...ids, traceFlags, isRemote: true })
    return tracer.startSpan(name, linked, parent)
  }

  /** Decides by the trace id, so that all processes decide alike. */
  #isSampled(traceId: string): boolean {
    return parseInt(traceId.slice(0, 8), 16) < this.options.sampleRatio * 2 ** 32
  }

  /** Ends a span, with an error if there is one. The message of an error may repeat texts of people, so it is left out. */
  end(span: Span | undefined, error?: string): void {
    if (!span) return
    if (error !== undefined) {
      span.setAttribute(attribute.errorType, error)
      span.setStatus({ code: this.api.SpanStatusCode.ERROR, message: error })
    }
    span.end()
  }

  /** Runs a function with a span as the active one. */
  within<T>(span: Span | undefined, base: Context, run: () => T): T {
    const { context, trace } = this.api
    return context.with(span ? trace.setSpan(base, span) : base, run)
  }
}

/** Removes attributes without a value. */
export const attributesOf = (values: Record<string, string | number | boolean | undefined>) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Attributes
