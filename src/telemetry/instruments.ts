/** The metrics of a meter. */
import type { Attributes, Meter } from '@opentelemetry/api'
import { metricTable } from './names.js'

type Table = typeof metricTable
type NameOf<Kind extends string> = {
  [Name in keyof Table]: Table[Name][0] extends Kind ? Name : never
}[keyof Table]

/** Boundaries in seconds: LINE waits two for a webhook, reply tokens live for 60, redeliveries come for 20 minutes. */
const boundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 5, 10, 30, 60, 300, 1_200]

export class Instruments {
  readonly meter: Meter
  readonly #add = new Map<string, (value: number, attributes: Attributes) => void>()

  constructor(meter: Meter) {
    this.meter = meter
    for (const [kind, name, unit, description] of Object.values(metricTable)) {
      if (kind === 'counter') {
        const counter = meter.createCounter(name, { unit, description })
        this.#add.set(name, (value, attributes) => counter.add(value, attributes))
      } else if (kind === 'histogram') {
        const advice = { explicitBucketBoundaries: boundaries }
        const histogram = meter.createHistogram(name, { unit, description, advice })
        this.#add.set(name, (value, attributes) => histogram.record(value, attributes))
      }
    }
  }

  /** Adds to a counter. */
  count(metric: NameOf<'counter'>, attributes: Attributes = {}, value = 1): void {
    this.#add.get(metricTable[metric][1])!(value, attributes)
  }

  /** Records a duration in milliseconds. */
  record(metric: NameOf<'histogram'>, ms: number, attributes: Attributes = {}): void {
    this.#add.get(metricTable[metric][1])!(Math.max(0, ms) / 1_000, attributes)
  }

  /** Asks for the values of all gauges when metrics are read. What it rejects with is ignored. */
  watch(read: () => Promise<Readonly<Record<NameOf<'gauge'>, number>>>): void {
    const names = Object.keys(metricTable).filter(
      (name): name is NameOf<'gauge'> => metricTable[name as keyof Table][0] === 'gauge',
    )
    const gauges = names.map((metric) => {
      const [, name, unit, description] = metricTable[metric]
      return [metric, this.meter.createObservableGauge(name, { unit, description })] as const
    })
    this.meter.addBatchObservableCallback(
      async (result) => {
        const values = await read().catch(() => undefined)
        if (values) for (const [metric, gauge] of gauges) result.observe(gauge, values[metric])
      },
      gauges.map(([, gauge]) => gauge),
    )
  }
}
