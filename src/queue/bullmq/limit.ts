/** Time limits of calls that may never end: BullMQ waits for a server that is away without end. */
import { after, systemClock } from '../../common/clock.js'
import { QueueError } from '../errors.js'

/** Resolves after so many milliseconds. */
export const pause = (ms: number) => systemClock.sleep(ms)

/**
 * Waits for a call, at most so many milliseconds. A call that is given up may still have its effect.
 * @throws {QueueError} `queue_unavailable` if it fails or takes too long
 */
export function within<T>(what: string, ms: number, call: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(systemClock, ms, () =>
      reject(new QueueError('queue_unavailable', `${what}: no answer within ${ms} ms.`)),
    )
    call.then(
      (answer) => {
        cancel()
        resolve(answer)
      },
      (cause: unknown) => {
        cancel()
        reject(cause instanceof QueueError ? cause : unavailable(what, cause))
      },
    )
  })
}

const unavailable = (what: string, cause: unknown) =>
  new QueueError('queue_unavailable', `${what} failed. The server may be away.`, { cause })
