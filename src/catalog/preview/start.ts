/** Starts the server of a preview. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type Guard,
  guard,
  hasToken,
  keepToken,
  type OpenInEditor,
} from '../../emulator/node/page-server.js'
import { serve } from './serve.js'
import { Session, type SessionOptions } from './session.js'

/** Options of {@link startPreview}. */
export interface PreviewOptions extends SessionOptions {
  /** Port; 0 for a free one. */
  port: number
  /** Address to listen on; `127.0.0.1` for this machine only. */
  host: string
  /** Further host names of the server. */
  allowedHosts?: readonly string[] | undefined
  /** Token that every request needs, for servers that other machines can reach. */
  token?: string | undefined
  openInEditor?: OpenInEditor | undefined
}

/** A running preview. */
export interface PreviewServer {
  /** `http://127.0.0.1:4400` */
  readonly url: string
  readonly port: number
  readonly session: Session
  close(): Promise<void>
}

/** Serves the stories of a project. @throws {Error} of Node, with its `code`, if it cannot listen */
export async function startPreview(options: PreviewOptions): Promise<PreviewServer> {
  const { port, host, allowedHosts = [], token, openInEditor, root } = options
  // Vite starts meanwhile.
  const session = new Session(options)
  const isOpen = host === '0.0.0.0' || host === '::'
  const refuse = guard({
    allowedHosts: [...allowedHosts, ...(isOpen ? [] : [host])],
    isOpen: isOpen && token !== undefined,
  })
  const server = createServer((request, response) => {
    if (mayPass(request, response, refuse, token))
      void serve(request, response, { session, root, openInEditor })
  })
  await listening(server, port, host)
  // For example too many open files: the next connection may succeed.
  server.on('error', (error) => console.error('fukidashi:', error.message))
  const { port: actual } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host
  return {
    url: `http://${name}:${actual}`,
    port: actual,
    session,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, session.close()])
    },
  }
}

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Answers requests of other sites and without the token. Returns whether the request is permitted. */
function mayPass(
  request: IncomingMessage,
  response: ServerResponse,
  refuse: Guard,
  token: string | undefined,
): boolean {
  const refused =
    refuse(request) ??
    (token === undefined || hasToken(request, token)
      ? undefined
      : 'The token is missing. Open the address that the preview printed, with ?token=….')
  if (refused !== undefined) {
    request.resume()
    response.writeHead(403, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    response.end(`${refused}\n`)
    return false
  }
  return token === undefined || !keepToken(request, response, token)
}
