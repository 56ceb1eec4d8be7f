import type { WireRequest } from './transport.js'

/** Bytes from the network. */
export interface ByteSource {
  /** The next chunk; `undefined` at the end. */
  next(): Promise<Uint8Array | undefined>
  /** No more bytes are needed. */
  cancel(reason: unknown): void
  /** Total number of bytes, if known. */
  length: number | undefined
  /** The end of the body shows that it is complete. A body that ends with its connection may be incomplete. */
  delimited: boolean
}

/** A web stream, and a way to end it from outside. */
export interface Streamed {
  stream: ReadableStream<Uint8Array>
  /** Ends it with an error, even while the network is silent. */
  fail: (error: unknown) => void
}

/** Bytes as a web stream, one chunk for one pull. It reports when it waits for bytes and when it does not. */
export function streamOf(source: ByteSource, request: WireRequest): Streamed {
  const { onProgress, onRest, onEnd, torn } = request
  let controller!: ReadableStreamDefaultController<Uint8Array>
  let received = 0
  let over = false
  const finish = (last: () => void) => {
    if (over) return
    over = true
    onRest?.()
    onEnd?.()
    last()
  }
  const fail = (error: unknown) => finish(() => controller.error(torn ? torn(error) : error))
  const stop = (error: Error) => {
    if (over) return
    fail(error)
    source.cancel(error)
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own
      },
      async pull() {
        onProgress?.()
        let chunk: Uint8Array | undefined
        try {
          chunk = await source.next()
        } catch (error) {
          fail(error)
          return
        }
        if (over) return
        onRest?.()
        received += chunk?.length ?? 0
        const problem = problemOf(source, received, chunk === undefined)
        if (problem !== undefined) stop(new Error(problem))
        else if (chunk) controller.enqueue(chunk)
        else finish(() => controller.close())
      },
      cancel(reason) {
        finish(() => source.cancel(reason))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, fail }
}

/** The reason why so many bytes are not the whole body, or more than it. */
function problemOf(
  { length, delimited }: ByteSource,
  received: number,
  ended: boolean,
): string | undefined {
  if (length !== undefined && (received > length || (ended && received < length)))
    return `${received} of ${length} bytes came`
  if (ended && !delimited)
    return 'the body has no length and ended with its connection, so it may be only a part'
  return undefined
}
