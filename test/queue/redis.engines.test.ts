/** A queue on Redis, with real servers. */
import { Cluster, Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { mailboxContract, type QueuedEvent } from 'fukidashi/queue'
import { redisQueue } from 'fukidashi/queue/redis'
import { type Engine, startRedis } from '../support/engines.ts'

let engine: Engine
let ioredis: Redis
let nodeRedis: ReturnType<typeof createClient>

beforeAll(async () => {
  engine = await startRedis()
  ioredis = new Redis(engine.url)
  nodeRedis = createClient({ url: engine.url })
  await nodeRedis.connect()
})
afterAll(async () => {
  ioredis.disconnect()
  nodeRedis.destroy()
  await engine.close()
})

const settling = { leaseMs: 60_000, knownMs: 60_000, deadMs: 60_000, next: true }
const reason = { code: 'failed', message: 'Error' } as const
const eventOf = (id: string, more: Partial<QueuedEvent> = {}): QueuedEvent => ({
  id,
  mailbox: 'bot/U1',
  destination: 'bot',
  userId: 'U1',
  timestamp: 1_000,
  receivedAt: Date.now(),
  event: { type: 'message' },
  ...more,
})

describe('mailboxes with ioredis', () => {
  for (const { name, run } of mailboxContract(() => redisQueue(ioredis).mailboxes)) it(name, run)
})

describe('mailboxes with redis', () => {
  for (const { name, run } of mailboxContract(
    () => redisQueue(nodeRedis, { prefix: 'b' }).mailboxes,
  ))
    it(name, run)
})

it('keeps queues with different prefixes separate', async () => {
  const [one, other] = [{ prefix: 'one' }, { prefix: 'other' }].map(
    (options) => redisQueue(ioredis, options).mailboxes,
  )
  expect(await one!.append([eventOf('e')])).toEqual([true])
  expect(await other!.append([eventOf('e')])).toEqual([true])
})

it('keeps only the ids of events that are done, and those for their time', async () => {
  const { mailboxes } = redisQueue(ioredis, { prefix: 'done' })
  const events = Array.from({ length: 50 }, (_, i) => eventOf(`e${i}`, { mailbox: `bot/${i % 5}` }))
  await mailboxes.append(events)
  for (let i = 0; i < 5; i++) {
    let opened = await mailboxes.open(`bot/${i}`, 'a', 60_000)
    while (opened.state === 'event') {
      const end = { as: 'done' } as const
      const next = await mailboxes.settle(`bot/${i}`, 'a', opened.event.id, end, settling)
      opened = next as typeof opened
    }
  }
  const keys = await ioredis.keys('{done}:*')
  const ids = keys.filter((key) => key.startsWith('{done}:event:'))
  expect(ids).toHaveLength(50)
  for (const key of ids) expect(await ioredis.pttl(key)).toBeGreaterThan(0)
  expect(keys.filter((key) => !ids.includes(key))).toEqual(['{done}:seq'])
})

it('keeps nothing of a dead letter whose time is over, and of the event that comes again', async () => {
  const { mailboxes } = redisQueue(ioredis, { prefix: 'over' })
  const die = async (deadMs: number) => {
    await mailboxes.append([eventOf('e')])
    await mailboxes.open('bot/U1', 'a', 60_000)
    await mailboxes.settle('bot/U1', 'a', 'e', { as: 'dead', reason }, { ...settling, deadMs })
  }
  await die(1)
  await vi.waitFor(async () => expect(await ioredis.exists('{over}:event:e')).toBe(0))
  // The index of the first death is still there.
  await die(60_000)
  expect((await mailboxes.dead({ limit: 10 })).map(({ event }) => event.id)).toEqual(['e'])
  expect((await mailboxes.counts()).dead).toBe(1)
  expect(await mailboxes.forget('U1')).toBe(1)
  await die(1)
  await vi.waitFor(async () => expect(await ioredis.exists('{over}:event:e')).toBe(0))
  await mailboxes.append([eventOf('e')])
  await mailboxes.open('bot/U1', 'a', 60_000)
  await mailboxes.settle('bot/U1', 'a', 'e', { as: 'done' }, { ...settling, knownMs: 1 })
  expect(await mailboxes.waiting(0, 10)).toEqual([])
  await vi.waitFor(async () => expect(await ioredis.keys('{over}:*')).toEqual(['{over}:seq']))
})

it('deletes all of a user with thousands of events', async () => {
  const { mailboxes } = redisQueue(ioredis, { prefix: 'many' })
  for (let i = 0; i < 25; i++)
    await mailboxes.append(Array.from({ length: 100 }, (_, j) => eventOf(`e${i}-${j}`)))
  await mailboxes.append([eventOf('other', { mailbox: 'bot/U2', userId: 'U2' })])
  expect((await mailboxes.counts()).waiting).toBe(2_501)
  expect(await mailboxes.forget('U1')).toBe(2_500)
  expect(await mailboxes.counts()).toMatchObject({ waiting: 1, mailboxes: 1 })
})

it('goes on when the server has forgotten its scripts', async () => {
  const { mailboxes } = redisQueue(nodeRedis, { prefix: 'scripts' })
  await mailboxes.append([eventOf('a')])
  await ioredis.script('FLUSH')
  expect(await mailboxes.append([eventOf('b')])).toEqual([true])
})

it('still finds mailboxes when the queue of BullMQ was emptied by hand', async () => {
  const queue = redisQueue(ioredis, { prefix: 'emptied', timeout: 30_000 })
  const { mailboxes } = queue
  await mailboxes.append([eventOf('a')])
  await queue.wake(['bot/U1'])
  await ioredis.del(await ioredis.keys('{emptied}:wake:*'))
  await vi.waitFor(async () => expect(await mailboxes.waiting(0, 10)).toEqual(['bot/U1']))
  const drained: string[] = []
  const drain = (mailbox: string) => Promise.resolve(void drained.push(mailbox))
  const worker = await queue.work(drain, { concurrency: 1, onError: () => undefined })
  await queue.wake(await mailboxes.waiting(0, 10))
  await vi.waitFor(() => expect(drained).toEqual(['bot/U1']))
  await worker.close()
})

it('wakes again when jobs of BullMQ were deleted by hand, and what else it keeps was not', async () => {
  const queue = redisQueue(ioredis, { prefix: 'broken', timeout: 30_000 })
  await queue.wake(['bot/U1'])
  await ioredis.del('{broken}:wake:wait')
  const drained: string[] = []
  const drain = (mailbox: string) => Promise.resolve(void drained.push(mailbox))
  const worker = await queue.work(drain, { concurrency: 1, onError: () => undefined })
  await vi.waitFor(async () => {
    await queue.wake(['bot/U1'])
    expect(drained).toContain('bot/U1')
  })
  await worker.close()
})

it('keeps no key of 10,000 wake-ups', async () => {
  const queue = redisQueue(ioredis, { prefix: 'keys', timeout: 60_000 })
  const names = Array.from({ length: 5_000 }, (_, i) => `bot/U${i}`)
  let drains = 0
  const drain = () => {
    drains++
    return Promise.resolve()
  }
  const worker = await queue.work(drain, { concurrency: 50, onError: () => undefined })
  await Promise.all([queue.wake(names), queue.wake(names, 50)])
  await vi.waitFor(() => expect(drains).toBe(10_000))
  await worker.close()
  const keys = (await ioredis.keys('{keys}:*')).map((key) => key.split(':').at(-1))
  const lasting = ['events', 'id', 'marker', 'meta', 'stalled-check']
  expect(keys.filter((key) => !lasting.includes(key!))).toEqual([])
  expect(await ioredis.xlen('{keys}:wake:events')).toBeLessThan(1_000)
})

it('works on a cluster', async () => {
  const node = await startRedis([
    ...['--cluster-enabled', 'yes'],
    ...['--cluster-announce-ip', '127.0.0.1'],
  ])
  const admin = new Redis(node.url)
  await admin.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
  await vi.waitFor(async () =>
    expect(await admin.call('CLUSTER', 'INFO')).toContain('cluster_state:ok'),
  )
  const cluster = new Cluster([node.url])
  const queue = redisQueue(cluster, { timeout: 30_000 })
  const { mailboxes } = queue
  const drained: string[] = []
  const worker = await queue.work((mailbox) => Promise.resolve(void drained.push(mailbox)), {
    concurrency: 1,
    onError: () => undefined,
  })
  expect(await mailboxes.append([eventOf('a')])).toEqual([true])
  await queue.wake(['bot/U1', 'bot/U2'])
  await vi.waitFor(() => expect([...drained].sort()).toEqual(['bot/U1', 'bot/U2']))
  await worker.close()
  cluster.disconnect()
  admin.disconnect()
  await node.close()
})

describe('options', () => {
  it('says what it needs instead of a client', () => {
    for (const wrong of [undefined, 'redis://127.0.0.1', {}])
      expect(() => redisQueue(wrong as never)).toThrow('needs a client of ioredis')
  })

  it('refuses a client with keyPrefix', () => {
    const client = new Redis(engine.url, { keyPrefix: 'x:', lazyConnect: true })
    expect(() => redisQueue(client)).toThrow('Use the option prefix of the queue.')
  })

  it('refuses options that it does not have', () => {
    expect(() => redisQueue(ioredis, { prefix: '' })).toThrow('prefix: use a text')
    expect(() => redisQueue(ioredis, { prefix: '{a}' })).toThrow('without braces')
    expect(() => redisQueue(ioredis, { timeout: 0 })).toThrow('timeout')
    expect(() => redisQueue(ioredis, { prefx: 'a' } as never)).toThrow('Did you mean prefix?')
  })
})
