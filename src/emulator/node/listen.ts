import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Answer } from '../api/answer.js'
import { largestBody } from '../api/body.js'
import { BodyBuffer } from '../api/body-buffer.js'
import { ConnectionReset } from '../api/faults.js'
import { type ApiRequest, pathOf } from '../api/request.js'
import { CONTROL, control, largestCommand } from '../control/control.js'
import type { Emulator } from '../emulator.js'
import { EmulatorError } from '../errors.js'
import { type Guard, guard, type GuardOptions } from './guard.js'
import { LINK_PAGE, linkPage } from './link-page.js'
import { hasToken, keepToken } from './page-token.js'
import { serveAt, type Serving } from './serve-at.js'
import { streamEvents } from './stream-events.js'

/** Options of {@link listen}. */
export interface ListenOptions extends Pick<GuardOptions, 'allowedHosts'> {
  /** Port; a free one by default. */
  port?: number | undefined
  /** Address to listen on; `127.0.0.1` by default, for this machine only. */
  host?: string | undefined
  /**
   * Token that the page and the control API need, for servers that other machines can reach: in the address of the page (`/?token=…`), which
   * becomes a cookie, or as a bearer token. LINE's own operations need a channel access token in any case.
   */
  token?: string | undefined
  /** Answers requests that belong neither to LINE nor to the control API. Returns `true` if it has answered. */
  pages?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

/** A running server. */
export interface EmulatorServer extends Serving {
  /** `http://127.0.0.1:4000`: the base URL for all three of LINE's hosts. */
  readonly url: string
}

/**
 * Serves an emulator over HTTP: LINE's API, data and manager hosts at one origin, and the control API below `/_fukidashi`.
 *
 * @throws {EmulatorError} `option_invalid` when the port is taken
 * @example
 * const line = createEmulator({ webhook: 'http://127.0.0.1:3000/webhook' })
 * const server = await listen(line, { port: 4000 })
 * // new LineClient({ baseUrl: server.url, channelAccessToken: line.account.channelAccessToken })
 */
export async function listen(
  line: Emulator,
  { port = 0, host = '127.0.0.1', allowedHosts, token, pages }: ListenOptions = {},
): Promise<EmulatorServer> {
  const isLandingPage = (path: string) => pathOf(path) === LINK_PAGE
  const refuse = guard({ host, allowedHosts, token, isLandingPage })
  const server = createServer((request, response) => {
    // Every request is answered, and the server continues.
    respond(line, request, response, { refuse, token, pages }).catch((error: unknown) => {
      fail(response, error)
    })
  })
  try {
    return await serveAt(server, port, host)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'is taken' : `cannot be had (${message})`
    throw new EmulatorError('option_invalid', `Port ${port} ${why}. Port 0 picks a free one.`)
  }
}

async function respond(
  line: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  { refuse, token, pages }: Pick<ListenOptions, 'token' | 'pages'> & { refuse: Guard },
): Promise<void> {
  const refused = refuse(request)
  if (refused !== undefined) {
    write(response, plain(403, refused))
    return
  }
  if (token !== undefined) {
    if (!hasToken(request, token)) {
      write(response, plain(403, tokenMissing))
      return
    }
    if (keepToken(request, response, token)) return
  }
  const path = pathOf(request.url!)
  if (request.method === 'GET') {
    if (path === `${CONTROL}/events`) {
      streamEvents(line, response)
      return
    }
    if (path === LINK_PAGE) return linkPage(line, request.url!, response)
  }
  if (pages?.(request, response) === true) return
  const isControl = path === CONTROL || path.startsWith(`${CONTROL}/`)
  const read = await readRequest(request, isControl)
  if (read) write(response, await (isControl ? control(line, read) : line.handle(read)))
}

const tokenMissing =
  'The token is missing. Open the address that the emulator printed, with ?token=…; programs send it as Authorization: Bearer ….'

/** The request with its body; `undefined` if the connection ended early. */
function readRequest(
  message: IncomingMessage,
  isControl: boolean,
): Promise<ApiRequest | undefined> {
  const { method = '', url: path = '' } = message
  const most = isControl ? largestCommand : largestBody({ method, path })
  const type = message.headers['content-type'] ?? ''
  const body = new BodyBuffer(most)
  return new Promise((resolve) => {
    // The rest of a body that is too large is read and dropped, so that the answer arrives.
    message.on('data', (piece: Buffer) => body.add(piece))
    message.on('error', () => undefined)
    message.on('close', () => resolve(undefined))
    message.on('end', () => {
      const { bytes } = body
      const isText = type === '' || /json|urlencoded/.test(type)
      resolve({
        method,
        path,
        headers: message.headers as Record<string, string>,
        body:
          isText && !body.isTooLarge
            ? Buffer.from(bytes.buffer, 0, bytes.length).toString()
            : bytes,
      })
    })
  })
}

const plain = (status: number, words: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  body: `${words}\n`,
})

/** Ends a request that could not be answered. */
function fail(response: ServerResponse, error: unknown): void {
  if (error instanceof ConnectionReset || response.headersSent) {
    response.destroy()
    return
  }
  console.error('fukidashi: the emulator failed to answer.', error)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  write(response, plain(500, 'The emulator failed. See its log for the reason.'))
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  response.writeHead(status, { ...headers, 'content-length': length })
  response.end(body)
}
