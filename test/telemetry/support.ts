/** Providers of OpenTelemetry that keep in memory what they get: one for each process of a test. */
import { context, type Attributes } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { telemetry, type TelemetryOptions } from 'fukidashi/telemetry'

/** Makes spans active, as SDKs for Node do. */
export function useContexts(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
}

/** A span, as far as tests look at it. */
export interface SeenSpan {
  name: string
  kind: number
  id: string
  parent: string | undefined
  trace: string
  links: string[]
  attributes: Attributes
  status: number
  events: string[]
}

/** A process with an SDK of its own. */
export async function observed(options: TelemetryOptions = {}) {
  const spans = new InMemorySpanExporter()
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spans)],
  })
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({
    exporter: metrics,
    exportIntervalMillis: 2_000_000_000,
  })
  const meterProvider = new MeterProvider({ readers: [reader] })
  // The SDK of the tests has a copy of the API of its own; users have one.
  const meters = meterProvider as unknown as TelemetryOptions['meterProvider']
  const observer = telemetry({ tracerProvider, meterProvider: meters, ...options })
  await observer.ready
  return {
    observer,
    tracer: tracerProvider.getTracer('test'),
    get spans(): SeenSpan[] {
      return spans.getFinishedSpans().map(seen)
    },
    span(name: string): SeenSpan {
      const found = this.spans.filter((span) => span.name === name)
      if (found.length !== 1)
        throw new Error(
          `${found.length} spans ${name}: ${this.spans.map((one) => one.name).join()}`,
        )
      return found[0]!
    },
    /** Values of a metric, by attributes. A histogram has its count and its sum. */
    async metric(name: string): Promise<[Attributes, unknown][]> {
      metrics.reset()
      await reader.forceFlush()
      const all = metrics.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)
      return all
        .flatMap((scope) => scope.metrics)
        .filter(({ descriptor }) => descriptor.name === name)
        .flatMap(({ dataPoints }) => dataPoints as DataPoint<number | Histogram>[])
        .map(({ attributes, value }) => [
          attributes,
          typeof value === 'object' ? { count: value.count, sum: value.sum } : value,
        ])
    },
    /** Everything that leaves the process. */
    async exported(): Promise<string> {
      await reader.forceFlush()
      const facts = spans.getFinishedSpans().map(({ name, attributes, events, links, status }) => ({
        name,
        attributes,
        events,
        links,
        status,
      }))
      return JSON.stringify([facts, metrics.getMetrics()])
    },
  }
}

const seen = (span: ReadableSpan): SeenSpan => ({
  name: span.name,
  kind: span.kind,
  id: span.spanContext().spanId,
  parent: span.parentSpanContext?.spanId,
  trace: span.spanContext().traceId,
  links: span.links.map(({ context: { spanId } }) => spanId),
  attributes: span.attributes,
  status: span.status.code,
  events: span.events.map(({ name }) => name),
})
