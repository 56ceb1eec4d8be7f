/** One contestant in a process of its own. Says its port, and its processor time when asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { answerWithCpu } from './answer-with-cpu.js'

/** The least that a server must do: read, parse, answer. */
function bare(): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 }).end('{}')
    })
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
}

const line = createEmulator()
const to = line.user('Aki').id
const port = process.argv[2] === 'emulator' ? (await listen(line)).port : await bare()

answerWithCpu()
process.send!({ port, to })
