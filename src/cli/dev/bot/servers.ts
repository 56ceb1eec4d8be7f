/** HTTP servers that a bot's file starts by itself, as Express, Koa and Fastify do. */
import { createServer, type RequestListener, Server } from 'node:http'
import { Server as HttpsServer } from 'node:https'
import { Server as NetServer } from 'node:net'

type AnyServer = Server | HttpsServer
type Listen = (this: NetServer, ...args: unknown[]) => NetServer

const isHttp = (server: unknown): server is AnyServer =>
  server instanceof Server || server instanceof HttpsServer

export class Servers {
  /** Called when a server of the bot has begun to listen. */
  onListening: ((url: string) => void) | undefined
  readonly #open = new Set<AnyServer>()
  readonly #listen: Listen
  /** The bot's own servers are not watched. */
  #isOwn = false

  /** From now on, each HTTP server of this process that listens is one of the bot. */
  constructor() {
    const prototype = NetServer.prototype as unknown as { listen: Listen }
    const listen = prototype.listen
    this.#listen = listen
    const watch = (server: NetServer) => {
      if (!this.#isOwn && isHttp(server)) this.#watch(server)
    }
    prototype.listen = function (...args) {
      watch(this)
      return listen.apply(this, args)
    }
  }

  /** Whether a server listens, or is about to. */
  get isAny(): boolean {
    return this.#open.size > 0
  }

  /** URL of the first server that listens. */
  get url(): string | undefined {
    for (const server of this.#open) if (server.listening) return urlOf(server)
    return undefined
  }

  #watch(server: AnyServer): void {
    this.#open.add(server)
    server.once('close', () => this.#open.delete(server))
    server.once('listening', () => {
      const url = urlOf(server)
      if (url !== undefined && this.#open.has(server)) this.onListening?.(url)
    })
  }

  /** Lets an app that does not listen listen on a free port of this machine. */
  async start(app: RequestListener | AnyServer): Promise<string> {
    const server = isHttp(app) ? app : createServer(app)
    this.#open.add(server)
    server.once('close', () => this.#open.delete(server))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      this.#isOwn = true
      this.#listen.call(server, 0, '127.0.0.1', resolve)
      this.#isOwn = false
    })
    return urlOf(server)!
  }

  /** Closes all servers, so that a new version of the bot can listen on the same ports. */
  async closeAll(): Promise<void> {
    const closing = [...this.#open].map(
      (server) =>
        new Promise<void>((resolve) => {
          if (!server.listening) {
            this.#open.delete(server)
            resolve()
            return
          }
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    )
    await Promise.all(closing)
  }
}

function urlOf(server: AnyServer): string | undefined {
  const address = server.address()
  if (address === null || typeof address === 'string') return undefined
  const { address: host, port } = address
  // All addresses, of which this one is sure to work.
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const scheme = server instanceof HttpsServer ? 'https' : 'http'
  return `${scheme}://${name.includes(':') ? `[${name}]` : name}:${port}`
}
