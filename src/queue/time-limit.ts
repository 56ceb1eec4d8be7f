/** Calls of a queue end: a client of a database may wait for ever for a server that is away. */
import type { Clock } from '../common/clock.js'
import { inTime } from '../common/in-time.js'
import { QueueError } from './errors.js'

/**
 * The result of a call, which may still have its effect after the limit.
 *
 * @param what - the call, for the error
 * @throws {QueueError} `queue_unavailable` after `ms`
 */
export const within = <T>(clock: Clock, ms: number, what: string, call: Promise<T>): Promise<T> =>
  inTime(
    clock,
    ms,
    call,
    () =>
      new QueueError('queue_unavailable', `The queue has not answered ${what} within ${ms} ms.`),
  )
