/** Limits how many drawings are in progress at once: more would not be faster, and each needs memory. */
import { availableParallelism } from 'node:os'

/** One more than there are processors, so that one can be prepared while the others are drawn. */
const maxAtOnce = availableParallelism() + 1

const waiting: (() => void)[] = []
let running = 0

/** Runs work when less than the maximum is in progress. The work must not wait for other limited work. */
export async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maxAtOnce) await new Promise<void>((start) => waiting.push(start))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
