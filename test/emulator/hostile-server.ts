/** A server of the emulator for tests with hostile requests. */

import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { club } from './support.js'

export let line: Emulator
export let server: EmulatorServer

/** Starts the server before the tests of a file, and ends it after them. */
export function useServer(): void {
  beforeAll(async () => {
    line = createEmulator({ memberships: [club] })
    server = await listen(line, { pages: serveUi(line) })
  })
  afterAll(() => server.close())
}

interface HostileRequest {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** Sends a request as it is. */
export function ask({ method = 'GET', path, headers = {}, body }: HostileRequest) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = server
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (data) => (text += String(data)))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Writes bytes to a connection. */
export async function raw(...pieces: string[]): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const piece of pieces) socket.write(piece, 'latin1')
  return socket
}

/** Head of a request. */
export const head = (first: string, ...more: string[]) =>
  [`${first} HTTP/1.1`, 'host: 127.0.0.1', ...more, '', ''].join('\r\n')

/** Asserts that the server still answers. */
export const isThere = async () =>
  expect((await ask({ path: '/_fukidashi/clock' })).status).toBe(200)
