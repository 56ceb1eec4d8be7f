/** Loads one image with the user's `loadImage`, whose behaviour is unknown. */
import type { LoadImage } from '../options.js'

/** Default of `loadTimeout`, in milliseconds. */
const usualTimeout = 30_000
/** Longer timers fire at once. */
const maxTimer = 2 ** 31 - 1
const tooLate = Symbol('too late')

/** The bytes of the image, or the reason why there are none. Rejects with the errors of `loadImage`. */
export async function loadOne(
  url: string,
  loadImage: LoadImage,
  timeout = usualTimeout,
): Promise<Uint8Array | string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof tooLate>((done) => {
    if (timeout <= maxTimer) timer = setTimeout(done, timeout, tooLate)
  })
  try {
    const data: unknown = await Promise.race([loadImage(url), late])
    if (data === tooLate) return `loadImage took longer than ${timeout} ms`
    if (data === undefined || data === null) return 'loadImage returned nothing'
    if (data instanceof Uint8Array) return data
    if (data instanceof ArrayBuffer) return new Uint8Array(data)
    const type = Array.isArray(data) ? 'array' : typeof data
    return `loadImage returned a value of type ${type} instead of a Uint8Array`
  } finally {
    clearTimeout(timer)
  }
}
