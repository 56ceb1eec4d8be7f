/** The emulator as a `fetch` function, without a socket. */
import type { Host } from '../endpoints/index.js'
import type { Answer } from './api/answer.js'
import { largestBody } from './api/body.js'
import { BodyBuffer } from './api/body-buffer.js'
import { ConnectionReset } from './api/faults.js'
import type { ApiRequest } from './api/request.js'

const hosts = new Map<string, Host>([
  ['api.line.me', 'api'],
  ['api-data.line.me', 'data'],
  ['manager.line.biz', 'manager'],
])

/** Answers like a server. A reset connection rejects like `fetch`. */
export async function emulatedFetch(
  handle: (request: ApiRequest) => Answer | Promise<Answer>,
  input: string | URL | Request,
  options: RequestInit,
): Promise<Response> {
  const { url, init } = isRequest(input)
    ? readRequest(input, options)
    : { url: input, init: options }
  const { signal } = init
  signal?.throwIfAborted()
  const { hostname, pathname, search } = url instanceof URL ? url : new URL(url)
  const headers = headersOf(init)
  const target = {
    method: init.method ?? 'GET',
    path: pathname + search,
    host: hosts.get(hostname),
  }
  const body = await bodyOf(init, headers, largestBody(target))
  try {
    const answering = handle({ ...target, headers, body })
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

/** Also requests of other classes, such as those of undici. */
const isRequest = (input: string | URL | Request): input is Request =>
  typeof input === 'object' && 'url' in input

/** A request as the arguments of `fetch`. Options replace its properties. */
function readRequest(request: Request, options: RequestInit): { url: string; init: RequestInit } {
  if (request.bodyUsed && options.body === undefined)
    throw new TypeError('The body of this Request was already read, so it cannot be sent.')
  const { url, method, headers, body, signal } = request
  return { url, init: { method, headers, body, signal, ...options } }
}

/** The body, up to its limit. Forms, blobs and streams are encoded by the platform. */
async function bodyOf(
  { body, signal }: RequestInit,
  headers: Record<string, string>,
  most: number,
): Promise<string | Uint8Array> {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  // Node accepts stream bodies only with `duplex: 'half'`.
  const init = { method: 'POST', body, duplex: 'half' as const }
  const request = new Request('http://localhost/', init)
  headers['content-type'] ??= request.headers.get('content-type') ?? ''
  const gathered = new BodyBuffer(most)
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body!.getReader()
  try {
    while (!gathered.isTooLarge) {
      const reading = reader.read()
      const { done, value } = await (signal ? orAborted(reading, signal) : reading)
      if (done) break
      gathered.add(value)
    }
    return gathered.bytes
  } finally {
    // The rest of a body that is too large is not read.
    reader.cancel().catch(() => undefined)
  }
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  const result: Record<string, string> = {}
  if (!headers) return result
  if (headers instanceof Headers || Array.isArray(headers))
    for (const [name, value] of headers as Iterable<[string, string]>)
      result[name.toLowerCase()] = value
  else
    for (const name in headers)
      result[name.toLowerCase()] = (headers as Record<string, string>)[name]!
  return result
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
