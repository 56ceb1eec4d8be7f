import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeContract } from 'fukidashi/store'
import { redisStore } from 'fukidashi/store/redis'
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

describe('with ioredis', () => {
  for (const { name, run } of storeContract(() => redisStore(ioredis))) it.concurrent(name, run)
})

describe('with redis', () => {
  for (const { name, run } of storeContract(() => redisStore(nodeRedis))) it.concurrent(name, run)
})

it('leaves nothing without a time to live', async () => {
  const store = redisStore(ioredis, { prefix: 'ttl:' })
  await store.claim('a', 'me', 60_000)
  await store.done('b', 'me', 60_000)
  await store.set('c', 1, { ttl: 60_000, userId: 'U1' })
  await store.set('d', 1, { ttl: 90_000, userId: 'U1' })
  const keys = await ioredis.keys('ttl:*')
  expect(keys.sort()).toEqual([
    'ttl:claim:a',
    'ttl:claim:b',
    'ttl:user:U1',
    'ttl:value:c',
    'ttl:value:d',
  ])
  for (const key of keys) expect(await ioredis.pttl(key)).toBeGreaterThan(0)
  // The index lives as long as the last value.
  expect(await ioredis.pttl('ttl:user:U1')).toBeGreaterThan(60_000)
})

it('separates bots with different prefixes', async () => {
  const [one, other] = [redisStore(ioredis, { prefix: 'one:' }), redisStore(ioredis)]
  await one.claim('event', 'a', 60_000)
  expect(await other.claim('event', 'b', 60_000)).toBe('mine')
})

it('listens to the errors of a client once, however many stores use it', () => {
  for (let i = 0; i < 20; i++) redisStore(ioredis)
  expect(ioredis.listenerCount('error')).toBe(1)
})

it('says what it needs instead of a client', () => {
  for (const wrong of [undefined, 'redis://127.0.0.1', {}])
    expect(() => redisStore(wrong as never)).toThrow(
      'redisStore needs a client of ioredis (new Redis(url)) or of redis',
    )
})

it('does not end the process when the connection is lost', async () => {
  const lost = await startRedis()
  const client = createClient({ url: lost.url, socket: { reconnectStrategy: false } })
  await client.connect()
  const store = redisStore(client)
  await store.claim('a', 'me', 60_000)
  await lost.close()
  await expect(store.claim('a', 'me', 60_000)).rejects.toThrow()
  client.destroy()
})
