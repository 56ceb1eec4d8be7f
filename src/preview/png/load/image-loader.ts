/** Loads pictures from the web, within bounds. */
import { lookup } from 'node:dns'
import { type IncomingMessage, request as askHttp } from 'node:http'
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { LoadImage } from '../options.js'
import { dataOf } from './data.js'
import { isPublic } from './public-address.js'

/** How far loading goes. */
export interface ImageLoaderOptions {
  /** Largest picture, in bytes. 10 MB unless said, as much as LINE takes. */
  maxBytes?: number
  /** Milliseconds for a picture, from the first question to the last byte, redirects included. 10000 unless said. */
  timeout?: number
  /** How often a server may send on to another address. 3 unless said. */
  maxRedirects?: number
  /**
   * Whether this machine and private networks may be asked. Unless so, an address that leads there is refused, also where
   * a name or a redirect leads there.
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
    send(address, options, done).on('error', fail).end()
  })

async function body(answer: IncomingMessage, { maxBytes }: Bounds): Promise<Uint8Array> {
  const tooLarge = (): Error => new Error(`it is larger than ${maxBytes} bytes`)
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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
 * `allowPrivate`, each redirect looked at like the first address.
 *
 * @example
 * import { imageLoader, toPng } from 'fukidashi/preview/png'
 *
 * const loadImage = imageLoader({ maxBytes: 2_000_000, timeout: 3_000 })
 * const png = await toPng({ type: 'text', text: 'Hello' }, { loadImage })
 */
export function imageLoader(options: ImageLoaderOptions = {}): LoadImage {
  const bounds: Bounds = {
    maxBytes: options.maxBytes ?? 10_000_000,
    timeout: options.timeout ?? 10_000,
    maxRedirects: options.maxRedirects ?? 3,
    allowPrivate: options.allowPrivate ?? false,
  }
  return async (url) => {
    if (/^data:/i.test(url)) return dataOf(url)
    const signal = AbortSignal.timeout(bounds.timeout)
    try {
      return await load(url, bounds, signal)
    } catch (error) {
      if (signal.aborted)
        throw new Error(`it took longer than ${bounds.timeout} ms`, { cause: error })
      throw error
    }
  }
}
