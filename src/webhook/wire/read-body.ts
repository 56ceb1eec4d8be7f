import { ByteCollector } from '../../common/bytes.js'
import { after, type Clock, monotonic } from '../../common/clock.js'
import { bodyAborted, bodyStalled, bodyTooLarge, type ByteStream } from './http.js'

/** Limits on reading a body. */
export interface BodyLimits {
  readonly maxBodyBytes: number
  /** Milliseconds for the whole body. */
  readonly bodyTimeout: number
  readonly clock: Clock
}

/**
 * Reads the bytes of a stream. Stops, and cancels the stream, as soon as there are too many or it takes too long.
 * @throws {WebhookError} `body_too_large`, `body_stalled`, `body_aborted`
 */
export async function readBody(
  body: Uint8Array | ByteStream | null | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const { maxBodyBytes, bodyTimeout, clock } = limits
  if (!body) return new Uint8Array()
  if (body instanceof Uint8Array) {
    if (body.length > maxBodyBytes) throw bodyTooLarge(maxBodyBytes)
    return body
  }
  const source = 'getReader' in body ? webSource(body) : iteratorSource(body)
  const collector = new ByteCollector(maxBodyBytes)
  const began = monotonic(clock)
  let stop!: () => void
  // One promise for the whole body: a race for each chunk would keep memory for each chunk until the timeout.
  const late = new Promise<never>((_, reject) => {
    stop = after(clock, bodyTimeout, () => reject(bodyStalled(bodyTimeout)))
  })
  let over = false
  const whole = async () => {
    while (!over) {
      const chunk = await source.next()
      if (chunk === undefined) break
      if (!collector.add(chunkBytes(chunk))) throw bodyTooLarge(maxBodyBytes)
      // A source that always has a chunk at once gives no timer a turn.
      if (monotonic(clock) - began > bodyTimeout) throw bodyStalled(bodyTimeout)
    }
    return collector.bytes()
  }
  try {
    return await Promise.race([whole(), late])
  } catch (error) {
    source.cancel()
    throw error
  } finally {
    over = true
    stop()
  }
}

/** A chunk as bytes: a stream with an encoding yields texts. */
export function chunkBytes(chunk: unknown): Uint8Array {
  if (ArrayBuffer.isView(chunk)) return chunk as Uint8Array
  if (typeof chunk === 'string') return new TextEncoder().encode(chunk)
  throw new TypeError('The body of a webhook must be a stream of Uint8Array.')
}

interface Source {
  next(): Promise<Uint8Array | undefined>
  cancel(): void
}

/** Reads a web stream with a reader: not every platform can iterate web streams. */
function webSource(stream: ReadableStream<Uint8Array>): Source {
  const reader = stream.getReader()
  return {
    next: () =>
      reader.read().then(
        ({ done, value }) => (done ? undefined : value),
        () => Promise.reject(bodyAborted()),
      ),
    cancel: () => void reader.cancel().catch(() => undefined),
  }
}

function iteratorSource(stream: AsyncIterable<Uint8Array>): Source {
  const iterator = stream[Symbol.asyncIterator]()
  const close = async () => iterator.return?.()
  return {
    next: () =>
      iterator.next().then(
        ({ done, value }) => (done ? undefined : value),
        () => Promise.reject(bodyAborted()),
      ),
    cancel: () => void close().catch(() => undefined),
  }
}
