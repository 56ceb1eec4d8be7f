import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { RichMenuError } from '../errors.js'
import type { PictureAnswer, PictureRequest } from './handler-answer.js'
import { otherWidth, pictureAnswer, textAnswer } from './handler-answer.js'
import type { ImagemapOptions } from './imagemap-source.js'
import { type ImagemapNodes, ServedImagemaps } from './served-imagemaps.js'

/** Options of {@link imagemapHandler}. */
export interface ImagemapHandlerOptions extends ImagemapOptions {
  /** Seconds for which clients may keep a picture without asking again, 3600 by default. With the current version in its address: a year. */
  maxAge?: number | undefined
  /** Bytes of pictures that are kept in memory; 64 MB by default. */
  maxBytes?: number | undefined
  /** Beginning of the paths of base URLs that a proxy removes before requests arrive here: `/bot`. */
  pathPrefix?: string | undefined
  /** Called with what cannot be drawn; the request is answered with 500. Prints it by default. */
  onError?: ((error: unknown) => void) | undefined
  /** Called with each warning of an imagemap when it is first drawn. Prints it by default. */
  onWarning?: ((warning: string) => void) | undefined
}

/** The part of `http.IncomingMessage` that is used. */
export interface PictureNodeRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** The part of `http.ServerResponse` that is used. */
export interface PictureNodeResponse {
  statusCode: number
  readonly headersSent: boolean
  setHeader(name: string, value: string): unknown
  end(body?: Uint8Array | string): unknown
}

/** Serves pictures of imagemaps. */
export interface ImagemapHandler {
  /**
   * Answers a web-standard request: Workers, Deno, Bun, Next, Hono.
   *
   * @param next - answers requests for other paths, which are 404 without it
   */
  readonly fetch: (request: Request, next?: unknown) => Promise<Response>
  /**
   * Answers a request of `node:http`, Express or Connect.
   *
   * @param next - called for other paths, which are 404 without it
   */
  readonly listener: (
    request: PictureNodeRequest,
    response: PictureNodeResponse,
    next?: unknown,
  ) => void
}

const names = optionNames<ImagemapHandlerOptions>({
  context: true,
  base: true,
  fonts: true,
  maxAge: true,
  maxBytes: true,
  pathPrefix: true,
  onError: true,
  onWarning: true,
})

const printError = (error: unknown) => {
  console.error('The picture of an imagemap could not be made.', error)
}
const printWarning = (warning: string) => {
  console.warn(warning)
}
/**
 * Serves the pictures of imagemaps where their base URLs say: `…/maps/shop/1040` for the base URL `https://bot.example.com/maps/shop`.
 * Pictures are drawn when they are first asked for, each once.
 *
 * @param imagemaps - imagemaps, or pictures that are drawn already; or a function that gives that of a path without width, such as `/maps/shop`
 * @throws {RichMenuError} `option_invalid`
 *
 * @example
 * const pictures = imagemapHandler([<ShopMap />])
 * export default { fetch: (request: Request, ...rest: unknown[]) => pictures.fetch(request, () => bot.fetch(request, ...rest)) }
 * // createServer((req, res) => pictures.listener(req, res, () => listener(req, res)))
 * // express().use(pictures.listener)
 */
export function imagemapHandler(
  imagemaps: ImagemapNodes,
  options: ImagemapHandlerOptions = {},
): ImagemapHandler {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new RichMenuError('option_invalid', problem)
  const { pathPrefix = '', onError = printError, onWarning = printWarning } = options
  const fail = (problem: string) => new RichMenuError('option_invalid', problem)
  const maxAge = numberOption('maxAge', options.maxAge, 3600, { min: 0, whole: true }, fail)
  const maxBytes = numberOption('maxBytes', options.maxBytes, 64_000_000, { min: 0 }, fail)
  if (!Array.isArray(imagemaps) && typeof imagemaps !== 'function')
    throw fail('imagemapHandler needs a list of imagemaps: imagemapHandler([<ShopMap />]).')
  const served = new ServedImagemaps(imagemaps, options, maxBytes, onWarning)

  /** `undefined` for paths of others. */
  async function answer(request: PictureRequest): Promise<PictureAnswer | undefined> {
    try {
      const found = await served.find(pathPrefix + request.path)
      if (!found) return undefined
      if (found.width === undefined) return otherWidth()
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return textAnswer(405, 'Use GET.', { allow: 'GET, HEAD' })
      const picture = await served.picture(found.entry, found.width)
      return pictureAnswer(picture, request, maxAge, found.isCurrentVersion)
    } catch (error) {
      onError(error)
      return textAnswer(500, 'The picture could not be made.')
    }
  }

  return {
    fetch: async (request, next) => {
      const found = await answer({
        method: request.method,
        path: new URL(request.url).pathname,
        ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
      })
      if (!found && typeof next === 'function') return (next as () => Promise<Response>)()
      const { status, headers, body } = found ?? notFound()
      return new Response((body ?? null) as string | null, { status, headers })
    },
    listener: (request, response, next) => {
      const { 'if-none-match': ifNoneMatch } = request.headers
      void answer({
        method: request.method ?? 'GET',
        path: pathOf(request),
        ifNoneMatch: Array.isArray(ifNoneMatch) ? ifNoneMatch.join() : ifNoneMatch,
      }).then((found) => {
        if (!found && typeof next === 'function') (next as () => void)()
        else write(response, found ?? notFound())
      })
    },
  }
}

const notFound = () => textAnswer(404, 'There is no imagemap at this address.')

/** Express removes the path at which a listener is mounted, and keeps the whole one. */
function pathOf(request: PictureNodeRequest): string {
  const { originalUrl } = request as { originalUrl?: unknown }
  const url = typeof originalUrl === 'string' ? originalUrl : (request.url ?? '/')
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : '/'
}

function write(response: PictureNodeResponse, { status, headers, body }: PictureAnswer): void {
  if (response.headersSent) return
  response.statusCode = status
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (body === undefined) response.end()
  else response.end(body)
}
