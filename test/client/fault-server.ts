/** LINE on a bad day: resets, stalls, 5xx, 429, torn and slow answers, each before or after the message was taken. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  | 'reset before'
  | 'reset after'
  | 'stall before'
  | 'stall after'
  | '500 before'
  | '500 after'
  | '429'
  | 'torn answer'
  | 'slow answer'

export const faults: Fault[] = [
  'reset before',
  'reset after',
  'stall before',
  'stall after',
  '500 before',
  '500 after',
  '429',
  'torn answer',
  'slow answer',
]

/** Which fault a message meets at its nth request, if any. */
export type Luck = (text: string, nth: number) => Fault | undefined

export class FaultServer {
  /** How often each message was delivered. */
  readonly delivered = new Map<string, number>()
  /** How often each fault happened. */
  readonly happened = new Map<Fault, number>()
  /** Called when a request will never be answered. */
  onStall: (text: string) => void = () => undefined
  url = ''
  readonly #server: Server
  readonly #luck: Luck
  readonly #seen = new Map<string, number>()
  readonly #accepted = new Map<string, string>()

  constructor(luck: Luck) {
    this.#luck = luck
    this.#server = createServer((request, response) => void this.#serve(request, response))
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

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { text } = (JSON.parse(body) as { messages: [{ text: string }] }).messages[0]
    const nth = (this.#seen.get(text) ?? 0) + 1
    this.#seen.set(text, nth)
    const fault = this.#luck(text, nth)
    if (fault) this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1)

    if (fault === 'reset before') return void response.destroy()
    if (fault === 'stall before') {
      this.onStall(text)
      return
    }
    if (fault === '500 before') {
      answer(response, 500, { message: 'Internal error' })
      return
    }
    if (fault === '429') {
      answer(response, 429, {
        message: 'The API rate limit has been exceeded. Try again later.',
      })
      return
    }

    const key = request.headers['x-line-retry-key'] as string | undefined
    const before = key === undefined ? undefined : this.#accepted.get(key)
    const sentMessages = [{ id: text }]
    const requestId = before ?? `request of ${text}`
    if (before === undefined) {
      this.delivered.set(text, (this.delivered.get(text) ?? 0) + 1)
      if (key !== undefined) this.#accepted.set(key, requestId)
    }
    const status = before === undefined ? 200 : 409
    const message = before === undefined ? undefined : 'The retry key is already accepted'
    const headers = before === undefined ? {} : { 'x-line-accepted-request-id': before }

    if (fault === 'reset after') return void response.destroy()
    if (fault === 'stall after') {
      this.onStall(text)
      return
    }
    if (fault === '500 after') {
      answer(response, 500, {})
      return
    }
    const json = JSON.stringify({ message, sentMessages })
    if (fault === 'torn answer') {
      response.writeHead(status, { ...headers, 'content-length': json.length })
      return void response.write(json.slice(0, 9), () => response.destroy())
    }
    if (fault === 'slow answer') {
      response.writeHead(status, headers)
      for (const sign of json) {
        response.write(sign)
        await new Promise((resolve) => setImmediate(resolve))
      }
      return void response.end()
    }
    answer(response, status, { message, sentMessages }, headers)
  }
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, headers)
  response.end(JSON.stringify(body))
}
