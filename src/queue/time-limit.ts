/** Calls of a queue end: a client of a database may wait for ever for a server that is away. */
import { after, type Clock } from '../common/clock.js'
import { QueueError } from './errors.js'

/**
 * The result of a call, which may still have its effect after the limit.
 *
 * @param what - the call, for the error
 * @throws {QueueError} `queue_unavailable` after `ms`
 */
export function within<T>(clock: Clock, ms: number, what: string, call: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(clock, ms, () =>
      reject(
        new QueueError('queue_unavailable', `The queue has not answered ${what} within ${ms} ms.`),
      ),
    )
    call.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (error: unknown) => {
        cancel()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}
