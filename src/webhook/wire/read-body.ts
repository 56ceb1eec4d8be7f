import type { Clock } from '../../common/clock.js'
import { bodyAborted, bodyStalled, bodyTooLarge, type ByteStream } from './http.js'

/** How much of a body is read, and for how long. */
export interface BodyLimits {
  readonly maxBodyBytes: number
  /** Milliseconds for the whole body. */
  readonly bodyTimeout: number
  readonly clock: Clock
}

/**
 * The bytes of a stream. Reading ends, and the stream is told so, as soon as there are too many or it takes too long.
 * @throws {WebhookError} `body_too_large`, `body_stalled`, `body_aborted`
 */
export async function readBody(
  body: Uint8Array | ByteStream | null | undefined,
  limits: BodyLimits,
): Promise<Uint8Array> {
  if (!body) return new Uint8Array()
  if (body instanceof Uint8Array) {
    if (body.length > limits.maxBodyBytes) throw bodyTooLarge(limits.maxBodyBytes)
    return body
  }
  const source = 'getReader' in body ? webSource(body) : iteratorSource(body)
  const end = new AbortController()
  const isLate = (): typeof LATE => LATE
  const late = limits.clock.sleep(limits.bodyTimeout, end.signal).then(isLate, isLate)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const chunk = await Promise.race([source.next(), late])
      if (chunk === LATE) throw bodyStalled(limits.bodyTimeout)
      if (chunk === undefined) return join(chunks, size)
      size += chunk.length
      if (size > limits.maxBodyBytes) throw bodyTooLarge(limits.maxBodyBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    source.cancel()
    throw error
  } finally {
    end.abort()
  }
}

const LATE: unique symbol = Symbol('late')

/** The pieces in one. */
export function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

interface Source {
  next(): Promise<Uint8Array | undefined>
  cancel(): void
}

/** By reader: not every platform can iterate web streams. */
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
  return {
    next: () =>
      iterator.next().then(
        ({ done, value }) => (done ? undefined : value),
        () => Promise.reject(bodyAborted()),
      ),
    cancel: () => void iterator.return?.().catch(() => undefined),
  }
}
