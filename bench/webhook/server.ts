/** One contestant in a process of its own. Says its port, and when asked: processor time, memory, and how many events it saw. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeListener } from '../../src/webhook/index.js'
import { secret } from './bodies.js'
import { asyncBot, byStore, counter, syncBot } from './bots.js'

/** The least that is right: collect, HMAC, compare, parse. */
const bare: RequestListener = (request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    const signature = Buffer.from(request.headers['x-line-signature'] as string, 'base64')
    const expected = createHmac('sha256', secret).update(body).digest()
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      response.writeHead(401).end()
      return
    }
    const { events } = JSON.parse(body.toString()) as { events: unknown[] }
    counter.seen += events.length
    response.writeHead(200).end()
  })
}

async function sdk(): Promise<RequestListener> {
  const { default: express } = await import('express')
  const { middleware } = await import('@line/bot-sdk')
  const app = express()
  app.post('/webhook', middleware({ channelSecret: secret }), (request, response) => {
    counter.seen += (request.body as { events: unknown[] }).events.length
    response.status(200).end()
  })
  return app as unknown as RequestListener
}

const contestants: Record<string, () => RequestListener | Promise<RequestListener>> = {
  bare: () => bare,
  ...Object.fromEntries(byStore.map((name) => [name, () => toNodeListener(syncBot(name))])),
  'fukidashi, async + middleware': () => toNodeListener(asyncBot('fukidashi')),
  'Express + @line/bot-sdk': sdk,
}

const server = createServer(await contestants[process.argv[2]!]!())
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))

process.on('message', ({ collect }: { collect: boolean }) => {
  const { user, system } = process.cpuUsage()
  const rss = process.memoryUsage.rss()
  if (collect) void global.gc!()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  process.send!({ cpu: user + system, rss, used: heapUsed + arrayBuffers, seen: counter.seen })
})
