/** How an event waits for that of another request on Workers. */
import { LOOK } from '../client/workers.js'
import type { Clock } from '../common/clock.js'
import type { Job } from './job.js'

/** Milliseconds that a job of another request can live: Workers end what goes on 30 s after the response. */
const LIFE = 40_000

/** Waits for a job of another request by looking at it again and again, and gives it up when it cannot be alive any more. */
export async function watchFromAfar(job: Job, clock: Clock, timeout: number): Promise<void> {
  while (!job.over) {
    if (clock.now() - job.since > Math.min(LIFE, timeout)) job.expire()
    else await clock.sleep(LOOK)
  }
}
