import type { WireRequest } from './transport.js'

/** Bytes as a web stream, one chunk for one pull, that tells when it waits and when it rests. */
export function streamOf(
  next: () => Promise<Uint8Array | undefined>,
  cancel: (reason: unknown) => void,
  { onProgress, onRest, onEnd, torn }: WireRequest,
): ReadableStream<Uint8Array> {
  let cancelled = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        onProgress?.()
        try {
          const chunk = await next()
          onRest?.()
          if (cancelled) return
          if (chunk) controller.enqueue(chunk)
          else {
            controller.close()
            onEnd?.()
          }
        } catch (error) {
          onRest?.()
          if (cancelled) return
          controller.error(torn ? torn(error) : error)
          onEnd?.()
        }
      },
      cancel(reason) {
        cancelled = true
        onRest?.()
        onEnd?.()
        cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
}
