/** A fake LINE on this machine: gives configured answers, remembers requests. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingMessage['headers']
  body: string
  bytes: Buffer
}

export interface Answer {
  status?: number
  headers?: Record<string, string>
  /** JSON unless it is a string or bytes. */
  body?: unknown
}

/** An answer, or a function that writes its own. */
export type Reaction =
  | Answer
  | ((
      request: Received,
      response: ServerResponse,
      at: number,
    ) => Answer | undefined | Promise<Answer | undefined>)

export class LineServer {
  readonly received: Received[] = []
  reaction: Reaction
  url = ''
  readonly #server: Server

  constructor(reaction: Reaction = { body: {} }) {
    this.reaction = reaction
    this.#server = createServer((request, response) => void this.#react(request, response))
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  get last(): Received {
    return this.received.at(-1)!
  }

  async #react(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      return
    }
    const bytes = Buffer.concat(chunks)
    const { method = '', url = '', headers } = request
    const received = { method, url, headers, body: bytes.toString(), bytes }
    this.received.push(received)
    const at = this.received.length - 1
    const answer =
      typeof this.reaction === 'function'
        ? await this.reaction(received, response, at)
        : this.reaction
    if (!answer) return
    const { status = 200, headers: more = {}, body } = answer
    const plain = typeof body === 'string' || body instanceof Uint8Array
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-line-request-id': `request-${at + 1}`,
      ...more,
    })
    response.end(body === undefined || plain ? body : JSON.stringify(body))
  }
}

/** One reaction after the other; the last one stays. */
export function inTurn(...reactions: Reaction[]): Reaction {
  let at = 0
  return (request, response, index) => {
    const reaction = reactions[Math.min(at++, reactions.length - 1)]!
    return typeof reaction === 'function' ? reaction(request, response, index) : reaction
  }
}

/** Closes the connection without an answer. */
export const reset: Reaction = (_, response) => {
  response.destroy()
  return undefined
}

/** Never answers. */
export const silence: Reaction = () => undefined

export const rateLimited: Answer = {
  status: 429,
  body: { message: 'The API rate limit has been exceeded. Try again later.' },
}
