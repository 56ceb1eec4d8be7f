/** The emulator as a `fetch`: no socket, no port. */
import type { Host } from '../endpoints/index.js'
import type { Answer } from './api/answer.js'
import { ConnectionReset } from './api/faults.js'
import type { ApiRequest } from './api/request.js'

const hosts: Record<string, Host> = {
  'api.line.me': 'api',
  'api-data.line.me': 'data',
  'manager.line.biz': 'manager',
}

/** Answers as a server would; a connection that is reset rejects as `fetch` does. */
export async function emulatedFetch(
  handle: (request: ApiRequest) => Answer | Promise<Answer>,
  url: string | URL,
  init: RequestInit,
): Promise<Response> {
  const { signal } = init
  signal?.throwIfAborted()
  const { hostname, pathname, search } = url instanceof URL ? url : new URL(url)
  const plain = typeof init.body === 'string' || init.body === undefined || init.body === null
  const headers = headersOf(init)
  let body: string | Uint8Array = ''
  if (plain) body = (init.body as string | null | undefined) ?? ''
  else if (init.body instanceof Uint8Array) body = init.body
  else {
    // Forms, blobs and streams: the platform knows how to write them.
    const request = new Request('http://localhost/', { method: 'POST', body: init.body! })
    body = new Uint8Array(await request.arrayBuffer())
    headers['content-type'] ??= request.headers.get('content-type') ?? ''
  }
  try {
    const answering = handle({
      method: init.method ?? 'GET',
      path: pathname + search,
      host: hosts[hostname],
      headers,
      body,
    })
    const answer = await (signal && answering instanceof Promise
      ? orAborted(answering, signal)
      : answering)
    return new Response((answer.body === '' ? null : answer.body) as string | null, {
      status: answer.status,
      headers: answer.headers,
    })
  } catch (error) {
    if (!(error instanceof ConnectionReset)) throw error
    const cause = Object.assign(new Error(error.message), { code: 'ECONNRESET' })
    throw new TypeError('fetch failed', { cause })
  }
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  const found: Record<string, string> = {}
  if (!headers) return found
  if (headers instanceof Headers || Array.isArray(headers))
    for (const [name, value] of headers as Iterable<[string, string]>)
      found[name.toLowerCase()] = value
  else
    for (const name in headers)
      found[name.toLowerCase()] = (headers as Record<string, string>)[name]!
  return found
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
