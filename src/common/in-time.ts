/** Work with a time limit: what other programs do may never end. */
import { after, type Clock } from './clock.js'

/**
 * The result of work. Rejects after `ms`; the work may still have its effect.
 *
 * @param late - makes the error
 */
export function inTime<T>(
  clock: Clock,
  ms: number,
  work: Promise<T>,
  late: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(clock, ms, () => reject(late()))
    work.then(
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
