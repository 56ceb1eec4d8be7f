/** One picture from the caller's `loadImage`, which may do anything. */
import type { LoadImage } from '../options.js'

/** Milliseconds. */
const usualTimeout = 30_000
/** Longer timers fire at once. */
const longestTimer = 2 ** 31 - 1
const tooLate = Symbol('too late')

/** The bytes of it, or why there are none. Rejects with what `loadImage` throws. */
export async function loadOne(
  url: string,
  loadImage: LoadImage,
  timeout = usualTimeout,
): Promise<Uint8Array | string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof tooLate>((done) => {
    if (timeout <= longestTimer) timer = setTimeout(done, timeout, tooLate)
  })
  try {
    const data: unknown = await Promise.race([loadImage(url), late])
    if (data === tooLate) return `loadImage took longer than ${timeout} ms`
    if (data === undefined || data === null) return 'nothing was loaded'
    if (data instanceof Uint8Array) return data
    if (data instanceof ArrayBuffer) return new Uint8Array(data)
    const type = Array.isArray(data) ? 'array' : typeof data
    return `loadImage gave a value of type ${type}, not the bytes as a Uint8Array`
  } finally {
    clearTimeout(timer)
  }
}
