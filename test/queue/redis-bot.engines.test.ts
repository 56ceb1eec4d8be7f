/** A bot behind a queue on Redis. */
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { expect, it, vi } from 'vitest'
import { consume, receiver } from 'fukidashi/queue'
import { redisQueue } from 'fukidashi/queue/redis'
import { createBot } from 'fukidashi/webhook'
import { startRedis } from '../support/engines.ts'
import { bodyOf, says, secret, sign } from '../webhook/support.js'
import { FakeLine } from './support.ts'

it('answers each event once and in order, with two workers, another client, and events that come twice', async () => {
  const server = await startRedis()
  const redis = new Redis(server.url)
  const client = createClient({ url: server.url })
  await client.connect()
  const line = new FakeLine()
  const timeout = 30_000
  const webhook = receiver({
    channelSecret: secret,
    queue: redisQueue(redis, { timeout }),
    timeout,
  })
  const dead = vi.fn()
  const consumers = Array.from({ length: 2 }, () => {
    const bot = createBot({ channelSecret: secret, channelAccessToken: 'token', fetch: line.fetch })
    bot.on('message:text', async (ctx) => {
      if (ctx.text === 'fails') throw new Error('always')
      await ctx.reply(ctx.text)
    })
    bot.catch(() => undefined)
    const queue = redisQueue(client, { timeout })
    return consume(bot, { queue, timeout, attempts: 1, onDead: dead, concurrency: 5 })
  })
  await Promise.all(consumers.map(({ ready }) => ready))
  const deliver = async (body: string) => {
    const headers = { 'x-line-signature': sign(body) }
    const request = new Request('http://x/', { method: 'POST', headers, body })
    expect((await webhook.fetch(request)).status).toBe(200)
  }
  const total = 200
  const said = Array.from({ length: total }, (_, i) => {
    const userId = `U${String(i % 10).repeat(32)}`
    const source = { type: 'user', userId }
    return says(i === 100 ? 'fails' : `${i}`, { source, timestamp: Date.now() + i })
  })
  for (const [i, event] of said.entries()) {
    const body = bodyOf(event)
    await Promise.all(i % 5 === 0 ? [deliver(body), deliver(body)] : [deliver(body)])
  }
  await vi.waitFor(() => expect(line.texts).toHaveLength(total - 1))
  for (let user = 0; user < 10; user++)
    expect(line.texts.filter((text) => Number(text) % 10 === user)).toEqual(
      Array.from({ length: total / 10 }, (_, i) => `${i * 10 + user}`).filter(
        (text) => text !== '100',
      ),
    )
  expect(dead).toHaveBeenCalledTimes(1)
  const { mailboxes } = redisQueue(redis)
  await vi.waitFor(async () =>
    expect(await mailboxes.counts()).toMatchObject({ waiting: 0, dead: 1 }),
  )
  await Promise.all(consumers.map((consumer) => consumer.close()))
  redis.disconnect()
  client.destroy()
  await server.close()
})
