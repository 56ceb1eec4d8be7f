/** Sends with the Web's `fetch`: Workers, Deno, Bun, browsers, or one that was given. */
import type { Clock } from '../../common/clock.js'
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
  /** Tells how long connections have been idle; has no meaning here. */
  clock: Clock
}

/** Which transport was loaded; a test in each runtime asks. */
export const kind: string = 'fetch'

export const createTransport =
  ({ fetch: own }: Pick<TransportOptions, 'fetch'>): Transport =>
  (request) => {
    const controller = new AbortController()
    // The global is looked up and called late: it may be replaced, and Workers want it unbound.
    const call: Fetch = async (url, init) => (own ? own(url, init) : fetch(url, init))
    const sent = call(request.base.href + request.path, {
      method: request.method,
      headers: request.headers,
      body: (request.body ?? null) as NonNullable<RequestInit['body']> | null,
      redirect: 'manual',
      signal: controller.signal,
    })
    return {
      answer: sent.then(
        (response) => read(response, request, controller),
        (error: unknown) => {
          throw new TransportError(error, !neverLeft(error))
        },
      ),
      cancel: (reason) => controller.abort(reason),
    }
  }

async function read(
  response: Response,
  request: WireRequest,
  controller: AbortController,
): Promise<WireAnswer> {
  const { status, headers, body } = response
  const header = (name: string) => headers.get(name) ?? undefined
  if (request.stream && status === 200 && body) {
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>
    const stream = streamOf(
      async () => (await reader.read()).value,
      (reason) => {
        reader.cancel(reason).catch(() => undefined)
        controller.abort(reason)
      },
      request,
    )
    return { status, header, text: '', stream }
  }
  try {
    return { status, header, text: await response.text() }
  } catch (error) {
    if (status >= 300) return { status, header, text: '' }
    throw new TransportError(error, true, status)
  }
}
