/** The servers of `docs/webhook.md`, run as they are there: LINE posts to each, and receives its reply. */
import { expect, it } from 'vitest'
import { blocksOfPage } from './blocks.ts'
import { printedBeside } from './run.ts'

const listening = ['server.ts', 'express.ts', 'koa.ts', 'fastify.ts']

/** Posts a text to each of the servers, which reply to a LINE of ours, and prints what came of it. */
const main = `
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { toLambda } from 'fukidashi/webhook'

const secret = 'secret-of-the-channel'
const token = 'token-of-the-channel'
const replies = []
const line = createServer(async (request, response) => {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  replies.push([request.headers.authorization, JSON.parse(Buffer.concat(pieces)).messages[0].text])
  response.setHeader('content-type', 'application/json').end('{"sentMessages":[{"id":"1"}]}')
}).listen(0, '127.0.0.1')
await new Promise((resolve) => line.once('listening', resolve))

const env = { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: token }
Object.assign(process.env, env, { LINE_URL: 'http://127.0.0.1:' + line.address().port })

const say = (text, number) => {
  const body = JSON.stringify({ destination: 'U' + '0'.repeat(32), events: [{
    type: 'message', mode: 'active', timestamp: Date.now(), deliveryContext: { isRedelivery: false },
    webhookEventId: '01HZY3WJ5T5WJ9XQ3A3C1P8M' + (10 + number), replyToken: 'a'.repeat(32),
    source: { type: 'user', userId: 'U' + String(number).repeat(32) },
    message: { type: 'text', id: '1', text, quoteToken: 'q' },
  }] })
  const signature = createHmac('sha256', secret).update(body).digest('base64')
  return { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-line-signature': signature } }
}
const request = (...said) => new Request('https://bot.example.com/webhook', say(...said))
const platform = { waitUntil() {}, passThroughOnException() {} }

// The platform chooses a port for each server that wants one.
const { Server } = await import('node:net')
const { listen } = Server.prototype
const ports = []
Server.prototype.listen = function () {
  listen.call(this, 0, '127.0.0.1')
  return this.once('listening', () => ports.push(this.address().port))
}
const at = async (name) => {
  await import('./' + name.replace('.ts', '.js'))
  while (ports.length === 0) await new Promise(setImmediate)
  const port = ports.shift()
  return (...said) => fetch('http://127.0.0.1:' + port + '/webhook', say(...said))
}

const { default: worker } = await import('./worker.js')
const { default: hono } = await import('./hono.js')
const { POST } = await import('./route.js')
const { bot } = await import('./bot.js')
const lambda = toLambda(bot)
const senders = []
for (const name of ${JSON.stringify(listening)}) senders.push([name, await at(name)])
senders.push(
  ['worker.ts', (...said) => worker.fetch(request(...said), env, platform)],
  ['hono.ts', (...said) => hono.fetch(request(...said), env, platform)],
  ['route.ts', (...said) => POST(request(...said), { params: Promise.resolve({}) })],
  ['Bun', (...said) => bot.fetch(request(...said), { requestIP() {} })],
  ['Deno', (...said) => bot.fetch(request(...said), { remoteAddr: {} })],
  ['Pages', (...said) => bot.fetch({ request: request(...said), env, ...platform })],
  ['Lambda', async (...said) => {
    const { method, ...rest } = say(...said)
    return { status: (await lambda({ httpMethod: method, ...rest })).statusCode }
  }],
)
const results = {}
for (const [number, [name, send]] of senders.entries())
  results[name] = [(await send(name, number)).status, ...replies.splice(0)]
console.log(JSON.stringify(results))
process.exit()
`

it('servers of docs/webhook.md receive webhooks and reply', async () => {
  const page = blocksOfPage('docs/webhook.md')
  // They reply to a LINE on this machine; nothing else is changed.
  const change = (code: string) =>
    code.replace('createBot({', 'createBot({ baseUrl: process.env.LINE_URL,')
  const results = JSON.parse(await printedBeside(page, change, main)) as Record<string, unknown>
  const names = [...listening, 'worker.ts', 'hono.ts', 'route.ts', 'Bun', 'Deno', 'Pages', 'Lambda']
  expect(Object.keys(results)).toEqual(names)
  for (const [name, result] of Object.entries(results)) {
    const text = expect.stringMatching(new RegExp(`(You said: )?${name}$`)) as string
    expect(result, name).toEqual([200, ['Bearer token-of-the-channel', text]])
  }
})
