/** Answers written byte by byte, as no HTTP library would write them. */
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Writes to the socket when a request has come. */
export type Script = (socket: Socket, request: string) => void

export class RawServer {
  url = ''
  requests = 0
  readonly closed: Promise<void>
  #closed!: () => void
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  constructor(script: Script) {
    this.closed = new Promise((resolve) => (this.#closed = resolve))
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => this.#closed())
      let request = ''
      socket.on('data', (chunk) => {
        request += chunk.toString('latin1')
        if (!isWhole(request)) return
        this.requests++
        const whole = request
        request = ''
        script(socket, whole)
      })
    })
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }
}

function isWhole(request: string): boolean {
  const [head, body] = request.split('\r\n\r\n') as [string, string | undefined]
  const length = /^content-length: (\d+)/im.exec(head)?.[1] ?? '0'
  return body !== undefined && body.length >= Number(length)
}
