/** Measures memory: what is still in use after a garbage collection. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void

function memoryInUse(): number {
  gc()
  // The buffers of typed arrays that the first one found are freed beside it; the second one waits for that.
  gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Starts to measure. The returned function gives the bytes that are in use now and were not before. */
export function measureMemory(): () => number {
  const before = memoryInUse()
  return () => memoryInUse() - before
}
