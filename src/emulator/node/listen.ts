import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from '../api/answer.js'
import { largestBody } from '../api/body.js'
import { ConnectionReset } from '../api/faults.js'
import type { ApiRequest } from '../api/request.js'
import { CONTROL, control } from '../control/control.js'
import type { Emulator } from '../emulator.js'
import { EmulatorError } from '../errors.js'
import { guard, type GuardOptions } from './guard.js'
import { LINK_PAGE, linkPage } from './link-page.js'
import { streamEvents } from './stream-events.js'

/** Options of {@link listen}. */
export interface ListenOptions extends GuardOptions {
  /** A free one by default. */
  port?: number | undefined
  /** `127.0.0.1` by default: nobody but this machine. */
  host?: string | undefined
  /** Answers what neither LINE nor the control API has: pages. `true` when it has. */
  pages?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
}

/** A server that was started. */
export interface EmulatorServer {
  /** `http://127.0.0.1:4000`: the base URL for all three of LINE's hosts. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Uploads to the control API are base64. */
const LARGEST_COMMAND = 24 * 1024 * 1024

/**
 * Serves an emulator over HTTP: LINE's API, data and manager hosts at one origin, and the control API below `/_fukidashi`.
 *
 * @throws {EmulatorError} `bad_option` when the port is taken
 * @example
 * const line = createEmulator({ webhook: 'http://127.0.0.1:3000/webhook' })
 * const server = await listen(line, { port: 4000 })
 * // new LineClient({ baseUrl: server.url, channelAccessToken: line.account.channelAccessToken })
 */
export async function listen(
  line: Emulator,
  { port = 0, host = '127.0.0.1', allowedHosts, pages }: ListenOptions = {},
): Promise<EmulatorServer> {
  const hosts = [...(allowedHosts ?? []), ...(host === '0.0.0.0' || host === '::' ? [] : [host])]
  const refuse = guard({ allowedHosts: hosts })
  const server = createServer((request, response) => {
    const refused = refuse(request.headers.host, request.headers.origin)
    if (refused !== undefined) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end(`${refused}\n`)
      return
    }
    if (request.url === `${CONTROL}/events`) streamEvents(line, request, response)
    else if (request.method === 'GET' && request.url!.startsWith(`${LINK_PAGE}?`))
      void linkPage(line, request.url!, response)
    else if (pages?.(request, response) !== true) take(line, request, response)
  })
  await started(server, port, host)
  const { port: actual } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host
  return {
    url: `http://${name}:${actual}`,
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const started = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be had (${error.message})`
      reject(new EmulatorError('bad_option', `Port ${port} ${why}. Port 0 picks a free one.`))
    })
    server.listen(port, host, resolve)
  })

/** Reads a request and has it answered. */
function take(line: Emulator, message: IncomingMessage, response: ServerResponse): void {
  const isControl = message.url!.startsWith(CONTROL)
  const type = message.headers['content-type'] ?? ''
  const kind = type.startsWith('multipart/') ? 'multipart' : undefined
  const most = isControl ? LARGEST_COMMAND : largestBody(kind)
  const chunks: Buffer[] = []
  let length = 0
  let tooLarge = false
  message.on('data', (chunk: Buffer) => {
    length += chunk.length
    // One byte more is enough to be refused; the rest is read and dropped, so that the answer arrives.
    if (tooLarge) return
    chunks.push(chunk)
    tooLarge = length > most
  })
  message.on('error', () => undefined)
  message.on('end', () => {
    const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    const text = type === '' || /json|urlencoded/.test(type)
    const request: ApiRequest = {
      method: message.method!,
      path: message.url!,
      headers: message.headers as Record<string, string>,
      body: text && !tooLarge ? bytes.toString() : bytes,
    }
    void answer(line, request, isControl, response)
  })
}

async function answer(
  line: Emulator,
  request: ApiRequest,
  isControl: boolean,
  response: ServerResponse,
): Promise<void> {
  try {
    const given = isControl ? control(line, request) : line.handle(request)
    write(response, given instanceof Promise ? await given : given)
  } catch (error) {
    if (!(error instanceof ConnectionReset)) console.error(error)
    response.destroy()
  }
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  response.writeHead(status, { ...headers, 'content-length': length })
  response.end(body)
}
