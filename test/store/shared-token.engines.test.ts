/** Several processes of one bot, which take one token from a real Redis. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, startRedis } from '../support/engines.ts'
import { deliver, fakeLine, processesOf, redeliver, textWebhook } from '../support/processes.ts'

let engine: Engine
let line: Awaited<ReturnType<typeof fakeLine>>
let processes: Awaited<ReturnType<typeof processesOf>>

beforeAll(async () => {
  engine = await startRedis()
  line = await fakeLine()
  processes = await processesOf('test/store/fixtures/bot-process.ts', {
    STORE_URL: engine.url,
    LINE_URL: line.url,
    SHARED_TOKEN: 'yes',
  })
})
afterAll(async () => {
  processes.end()
  line.close()
  await engine.close()
})

it('three processes that start at once, and one that comes later, share one token', async () => {
  const options = { LEASE: '60000', TIMEOUT: '60000' }
  const start = () => processes.start(options)
  const bots = await Promise.all([start(), start(), start()])
  const statuses = await Promise.all(
    Array.from({ length: 30 }, (_, i) => deliver(textWebhook(`text ${i}`, `${i}`), bots[i % 3]!)),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  const late = await start()
  expect(await deliver(textWebhook('late', 'x'), late)).toBe(200)
  expect(line.tokens).toEqual(['issued-1'])
  expect([...line.sentWith]).toEqual(['issued-1'])
  expect(line.messages).toHaveLength(62)
})

it('a process that starts while Redis is away has a token of its own', async () => {
  const bot = await processes.start({ LEASE: '60000', TIMEOUT: '200' })
  engine.pause()
  expect(await redeliver(textWebhook('alone', 'y'), () => bot)).toBe(200)
  engine.resume()
  expect(line.tokens).toEqual(['issued-1', 'issued-2'])
  expect(line.messages.slice(-2)).toEqual(['alone', 'alone, pushed'])
})
