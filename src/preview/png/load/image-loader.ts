/** Loads pictures from the web, within bounds. */
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
  /** Largest picture, in bytes. Default 10 MB, as much as LINE accepts. */
  maxBytes?: number
  /** Milliseconds for a picture, from the request to the last byte, redirects included; `Infinity` for no limit. Default 10000. */
  timeout?: number
  /** How many redirects are followed. Default 3. */
  maxRedirects?: number
  /**
   * Permits addresses of this machine and of private networks. Without it they are refused, also where a name or a redirect
   * leads there. Default `false`.
   */
  allowPrivate?: boolean
}

const tooPrivate = (host: string): Error =>
  new Error(`${host} is not on the public internet; allowPrivate lets it be asked`)

/** Resolves a name, and refuses what is private: what was looked at is what is connected to. */
const publicLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error) done(error, '', 4)
    else if (!first || !found.every(({ address }) => isPublic(address)))
      done(tooPrivate(host), '', 4)
    else if (options.all) done(null, found)
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

/** An address that may be asked. */
function checked(url: string, base: string | undefined, { allowPrivate }: Bounds): URL {
  if (!URL.canParse(url, base)) throw new Error('its address is not well-formed')
  const address = new URL(url, base)
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw new Error(`${address.protocol} is not loaded, only http: and https:`)
  if (address.username || address.password)
    throw new Error('an address with a user name or password is not loaded')
  const host = address.hostname.replace(/^\[|\]$/g, '')
  // Names are looked at when they are resolved.
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
    // Another protocol follows, and no picture.
    const refuse = (): void => {
      request.destroy()
      fail(new Error('the server answers 101'))
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
      .on('close', () => fail(new Error('the connection ended without an answer')))
      .end()
  })

async function body(answer: IncomingMessage, { maxBytes }: Bounds): Promise<Uint8Array> {
  const { headers } = answer
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Error(`the server sends it as ${encoding}, unasked`)
  const length = headers['content-length']
  if (Number(length ?? 0) > maxBytes) throw tooLarge(maxBytes)
  // Then the end of the connection would be the end of the picture, and half of it would look like all of it.
  if (length === undefined && !/chunked\s*$/i.test(headers['transfer-encoding'] ?? ''))
    throw new Error('the server does not say where it ends, by content-length or chunks')
  const bytes = await collect(answer, maxBytes)
  if (!answer.complete) throw new Error('the connection ended before all of it was there')
  if (bytes.length === 0) throw new Error('the answer is empty')
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
        throw new Error(`the server answers ${statusCode}`)
      if (redirects >= bounds.maxRedirects)
        throw new Error(`it is sent on more than ${bounds.maxRedirects} times`)
      address = checked(location, address.href, bounds)
    } finally {
      answer.destroy()
    }
  }
}

/**
 * A `loadImage` that asks the web, within bounds of size, time and address: only http and https, no private address unless
 * `allowPrivate`, each redirect checked like the first address. A picture is given only when all of it has arrived.
 *
 * @throws TypeError if an option is not valid. What it gives rejects with an Error that says why there is no picture.
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
    // Longer timers fire at once.
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
