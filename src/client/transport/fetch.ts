/** Sends with `fetch`: on Workers, Deno, Bun and in browsers, or with the caller's own. */
import type { Clock } from '../../common/clock.js'
import { BodyText, isStreamed, lengthOf, type Receiver } from './body.js'
import { neverLeft } from './cause.js'
import { streamOf } from './stream.js'
import { type Transport, TransportError, type WireAnswer, type WireRequest } from './transport.js'

/** As much of `fetch` as is needed. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface TransportOptions {
  /** Instead of the global one. */
  fetch?: Fetch | undefined
  /** An `http.Agent`; has no meaning here. */
  agent?: unknown
  /** Measures how long connections have been idle; has no meaning here. */
  clock: Clock
}

/** Which transport was loaded; a test in each runtime asks. */
export const kind: string = 'fetch'

export const createTransport =
  ({ fetch: own }: TransportOptions): Transport =>
  (request) => {
    const controller = new AbortController()
    // The global is looked up and called late: it may be replaced, and Workers want it unbound.
    const call: Fetch = async (url, init) => (own ? own(url, init) : fetch(url, init))
    // A fetch of the caller's own, or its stream, may not react to the signal.
    let giveUp!: (reason: unknown) => void
    const answer = new Promise<WireAnswer>((resolve, reject) => {
      giveUp = (reason) => reject(new TransportError(reason, true))
      call(request.base.href + request.path, {
        method: request.method,
        headers: request.headers,
        body: (request.body ?? null) as NonNullable<RequestInit['body']> | null,
        redirect: 'manual',
        signal: controller.signal,
      })
        .then(
          (response) => {
            giveUp = receive(response, request, controller, { resolve, reject })
          },
          (error: unknown) => reject(new TransportError(error, !neverLeft(error))),
        )
        // A caller's own fetch may return something that is not a response.
        .catch((error: unknown) => reject(new TransportError(error, true)))
    })
    return {
      answer,
      cancel(reason) {
        controller.abort(reason)
        giveUp(reason)
      },
    }
  }

/** Reads an answer. The returned function cancels. */
function receive(
  response: Response,
  request: WireRequest,
  controller: AbortController,
  receiver: Receiver,
): (reason: unknown) => void {
  const { status, headers, body } = response
  if (typeof status !== 'number' || typeof headers?.get !== 'function')
    throw new TypeError('fetch gave something that is not a Response')
  const header = (name: string) => headers.get(name) ?? undefined
  const head = { status, header }
  const text = new BodyText(head, receiver)
  if (!body) {
    text.end()
    return text.fail
  }
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>
  const cancel = (reason: unknown) => {
    reader.cancel(reason).catch(() => undefined)
    controller.abort(reason)
  }
  if (isStreamed(request, head)) {
    const next = async () => (await reader.read()).value
    // fetch hides how the body is delimited; in HTTP/2 its end is always marked.
    const source = { next, cancel, length: lengthOf(head), delimited: true }
    const { stream, fail } = streamOf(source, request)
    receiver.resolve({ ...head, text: '', stream })
    return fail
  }
  const readAll = async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) text.end()
      else if (text.add(value)) continue
      else cancel(new Error('too large'))
      return
    }
  }
  readAll().catch(text.fail)
  return text.fail
}
