/** Traces and metrics of OpenTelemetry: `fukidashi/telemetry`. Runs on Node, Deno, Bun and Workers. */
export { telemetry, type Telemetry, type TelemetryOptions } from './telemetry.js'
export { type EventTrace, traceOf } from './trace-of.js'
export { TelemetryError, type TelemetryErrorCode } from './errors.js'
export type {
  ObservedContext,
  ObservedDelivery,
  ObservedReceiver,
} from '../webhook/queue/observer.js'
