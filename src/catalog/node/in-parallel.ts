/** Work on many things, a few at a time. */
import { availableParallelism } from 'node:os'

/** Calls a function for each item. The first error ends the work, after what has begun. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < items.length && !failed) {
      const index = next++
      await work(items[index]!, index).catch((error: unknown) => {
        failed = true
        throw error
      })
    }
  }
  // One more than there are processors, so that one can be prepared while others are drawn.
  const count = Math.min(items.length, availableParallelism() + 1)
  const ends = await Promise.allSettled(Array.from({ length: count }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
