/** Waiting for an event of another request, on Workers. */
import { pollInterval } from '../../client/workers.js'
import { type Clock, monotonic } from '../../common/clock.js'

/** Milliseconds that a job of another request can live: Workers end what goes on 30 s after the response. */
const requestLifetime = 40_000

/** An event of another request. */
export interface Watched {
  readonly over: boolean
  /** By `monotonic`. */
  readonly since: number
  expire(): void
}

/** Waits for an event of another request by polling. Ends the event when its request cannot be alive any more. */
export async function watchFromAfar(job: Watched, clock: Clock, timeout: number): Promise<void> {
  while (!job.over) {
    if (monotonic(clock) - job.since > Math.min(requestLifetime, timeout)) job.expire()
    else await clock.sleep(pollInterval)
  }
}
