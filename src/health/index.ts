/** The answer of a health endpoint: `fukidashi/health`. Runs on Node, Deno, Bun and Workers. */
export {
  healthCheck,
  type CheckOptions,
  type HealthCheck,
  type HealthCheckOptions,
} from './health-check.js'
export type { Health, HealthCode, HealthReason, QueueHealth, Reached } from './health.js'
export { HealthError, type HealthErrorCode } from './errors.js'
export type {
  ObservedContext,
  ObservedDelivery,
  ObservedReceiver,
} from '../webhook/queue/observer.js'
