/** Starts the server of a preview. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  type Guard,
  guard,
  hasToken,
  keepToken,
  type OpenInEditor,
  serveAt,
  type Serving,
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
export interface PreviewServer extends Serving {
  readonly session: Session
}

/** Serves the stories of a project. @throws {Error} of Node, with its `code`, if it cannot listen */
export async function startPreview(options: PreviewOptions): Promise<PreviewServer> {
  const { port, host, allowedHosts, token, openInEditor, root } = options
  // Vite starts meanwhile.
  const session = new Session(options)
  const refuse = guard({ host, allowedHosts, token })
  const server = createServer((request, response) => {
    if (mayPass(request, response, refuse, token))
      void serve(request, response, { session, root, openInEditor })
  })
  const serving = await serveAt(server, port, host)
  return {
    ...serving,
    session,
    async close() {
      await Promise.all([serving.close(), session.close()])
    },
  }
}

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
