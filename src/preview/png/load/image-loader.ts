/** Loads images from the web, with limits. */
import { lookup } from 'node:dns'
import { type IncomingMessage, request as askHttp } from 'node:http'
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { LoadImage } from '../options.js'
import { collect, tooLarge } from './collect.js'
import { dataOf } from './data.js'
import { isPublic } from './public-address.js'

/** Limits of `imageLoader`. */
export interface ImageLoaderOptions {
  /** Maximum size of an image in bytes. Default 10 MB, as in LINE. */
  maxBytes?: number
  /** Milliseconds for an image, from the request to the last byte, including redirects; `Infinity` for no limit. Default 10000. */
  timeout?: number
  /** Maximum number of redirects. Default 3. */
  maxRedirects?: number
  /**
   * Permits addresses of this machine and of private networks. Otherwise they are refused, even if a host name or a redirect
   * leads to them. Default `false`.
   */
  allowPrivate?: boolean
}

const tooPrivate = (host: string): Error =>
  new Error(`${host} is not on the public internet; set allowPrivate to permit it`)

/** Resolves a host name and refuses private addresses. The connection uses exactly the checked addresses. */
const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error) done(error, '', 4)
    else if (!first || !addresses.every(({ address }) => isPublic(address)))
      done(tooPrivate(host), '', 4)
    else if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}

type Bounds = Required<ImageLoaderOptions>

function boundsOf({
  maxBytes = 10_000_000,
  timeout = 10_000,
  maxRedirects = 3,
  allowPrivate = false,
}: ImageLoaderOptions): Bounds {
  const isNumber = (value: number, least: number): boolean =>
    typeof value === 'number' && value >= least
  const check = (isRight: boolean, name: string, permitted: string): void => {
    if (!isRight) throw new TypeError(`imageLoader: \`${name}\` is not valid; use ${permitted}`)
  }
  check(isNumber(maxBytes, 1), 'maxBytes', 'a number of bytes of at least 1')
  check(isNumber(timeout, 1), 'timeout', 'milliseconds of at least 1, or Infinity')
  check(isNumber(maxRedirects, 0), 'maxRedirects', '0 or more')
  check(typeof allowPrivate === 'boolean', 'allowPrivate', 'true or false')
  return { maxBytes, timeout, maxRedirects, allowPrivate }
}

/** Checks that a URL may be loaded. */
function checked(url: string, base: string | undefined, { allowPrivate }: Bounds): URL {
  if (!URL.canParse(url, base)) throw new Error('its URL is not well-formed')
  const address = new URL(url, base)
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw new Error(`${address.protocol} URLs are not loaded, only http: and https:`)
  if (address.username || address.password)
    throw new Error('URLs with a user name or password are not loaded')
  const host = address.hostname.replace(/^\[|\]$/g, '')
  // Host names are checked when they are resolved.
  if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) throw tooPrivate(host)
  return address
}

const ask = (address: URL, { allowPrivate }: Bounds, signal: AbortSignal) =>
  new Promise<IncomingMessage>((done, fail) => {
    const send = address.protocol === 'https:' ? askHttps : askHttp
    const options = {
      signal,
      agent: false,
      headers: {
        accept: 'image/png, image/jpeg, image/webp, image/gif',
        'accept-encoding': 'identity',
      },
      ...(!allowPrivate && { lookup: publicLookup }),
    }
    const request = send(address, options, done)
    // The server switches to another protocol and sends no image.
    const refuse = (): void => {
      request.destroy()
      fail(new Error('the server responded with 101'))
    }
    request
      .on('error', fail)
      .on('upgrade', (_answer, socket) => {
        socket.destroy()
        refuse()
      })
      .on('information', ({ statusCode }) => {
        if (statusCode === 101) refuse()
      })
      .on('close', () => fail(new Error('the connection ended without a response')))
      .end()
  })

async function body(answer: IncomingMessage, { maxBytes }: Bounds): Promise<Uint8Array> {
  const { headers } = answer
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity')
    throw new Error(`the server used the encoding ${encoding}, which was not requested`)
  const length = headers['content-length']
  if (Number(length ?? 0) > maxBytes) throw tooLarge(maxBytes)
  // Otherwise the end of the connection would be the end of the image, and half an image would look complete.
  if (length === undefined && !/chunked\s*$/i.test(headers['transfer-encoding'] ?? ''))
    throw new Error('the server does not say where it ends, with content-length or chunks')
  const bytes = await collect(answer, maxBytes)
  if (!answer.complete) throw new Error('the connection ended before the image was complete')
  if (bytes.length === 0) throw new Error('the response is empty')
  return bytes
}

async function load(url: string, bounds: Bounds, signal: AbortSignal): Promise<Uint8Array> {
  let address = checked(url, undefined, bounds)
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(address, bounds, signal)
    try {
      const { statusCode = 0 } = answer
      const { location } = answer.headers
      if (statusCode === 200) return await body(answer, bounds)
      if (statusCode < 300 || statusCode > 399 || location === undefined)
        throw new Error(`the server responded with ${statusCode}`)
      if (redirects >= bounds.maxRedirects)
        throw new Error(`it has more than ${bounds.maxRedirects} redirects`)
      address = checked(location, address.href, bounds)
    } finally {
      answer.destroy()
    }
  }
}

/**
 * Creates a `loadImage` that loads from the web, with limits on size, time and address: only http and https, no private address
 * unless `allowPrivate`, and every redirect is checked like the first URL. An image is only returned if it arrived completely.
 *
 * @throws {TypeError} if an option is not valid. The returned function rejects with an `Error` that says why there is no image.
 *
 * @example
 * import { imageLoader, toPng } from 'fukidashi/preview/png'
 *
 * const loadImage = imageLoader({ maxBytes: 2_000_000, timeout: 3_000 })
 * const png = await toPng({ type: 'text', text: 'Hello' }, { loadImage })
 */
export function imageLoader(options: ImageLoaderOptions = {}): LoadImage {
  const bounds = boundsOf(options)
  return async (url) => {
    if (/^data:/i.test(url)) return dataOf(url)
    const controller = new AbortController()
    const late = new Error(`it took longer than ${bounds.timeout} ms`)
    // Longer timers fire immediately.
    const timer =
      bounds.timeout < 2 ** 31
        ? setTimeout(() => controller.abort(late), bounds.timeout)
        : undefined
    try {
      return await load(url, bounds, controller.signal)
    } catch (error) {
      if (controller.signal.aborted) throw late
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
}
