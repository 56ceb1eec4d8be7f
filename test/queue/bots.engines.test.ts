/** A receiver and the workers of a bot on real databases. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { consume, type DeadEvent, type QueueAdapter, receiver } from 'fukidashi/queue'
import { createBot } from 'fukidashi/webhook'
import { aki, ben, bodyOf, says, secret, sign } from '../webhook/support.js'
import type { Engine } from '../support/engines.ts'
import { databases } from './databases.ts'

const people = { aki, ben }

describe.each(databases)('on $title', ({ start, open }) => {
  let engine: Engine
  let opened: Awaited<ReturnType<typeof open>>
  let queue: QueueAdapter
  beforeAll(async () => {
    engine = await start()
    opened = await open(engine.url)
    queue = opened.queue
  })
  beforeEach(() => opened.empty())
  afterAll(async () => {
    await opened.close()
    await engine.close()
  })

  let sent = 0
  const message = (text: string, userId: string) =>
    says(text, {
      source: { type: 'user', userId },
      webhookEventId: `${text} of ${userId}`,
      timestamp: 1_795_881_256_941 + sent++,
    })
  /** Delivers a webhook as LINE does. Resolves with the status. */
  const deliver = async (...events: unknown[]) => {
    const webhook = receiver({ channelSecret: secret, queue, timeout: 30_000 })
    const body = bodyOf(...events)
    const headers = { 'x-line-signature': sign(body) }
    const request = new Request('http://x/', { method: 'POST', headers, body })
    return (await webhook.fetch(request)).status
  }

  it('handles each event once and in order, and gives up one that fails', async () => {
    const handled: string[] = []
    const dead: DeadEvent[] = []
    const worker = () => {
      const bot = createBot({ channelSecret: secret, channelAccessToken: 'token' })
      bot.catch(() => undefined)
      bot.on('message:text', (ctx) => {
        if (ctx.text === 'fails') throw new Error('of the handler')
        handled.push(`${ctx.text} of ${ctx.userId}`)
      })
      const onDead = (event: DeadEvent) => dead.push(event)
      return consume(bot, { queue, delay: () => 1, onDead, timeout: 30_000 })
    }
    const workers = [worker(), worker()]
    await Promise.all(workers.map(({ ready }) => ready))
    const texts = ['1', '2', 'fails', '3', '4', '5']
    for (const text of texts) {
      const events = Object.values(people).map((user) => message(text, user))
      // LINE sends it again, at once.
      expect(await Promise.all([deliver(...events), deliver(...events)])).toEqual([200, 200])
    }
    await vi.waitFor(() => expect(handled).toHaveLength(10), 60_000)
    for (const user of Object.values(people))
      expect(handled.filter((text) => text.endsWith(user))).toEqual(
        texts.filter((text) => text !== 'fails').map((text) => `${text} of ${user}`),
      )
    await vi.waitFor(() => expect(dead).toHaveLength(2), 60_000)
    await Promise.all(workers.map((each) => each.close()))
    expect(dead.map(({ id, attempts }) => ({ id, attempts }))).toEqual(
      expect.arrayContaining(
        Object.values(people).map((user) => ({ id: `fails of ${user}`, attempts: 3 })),
      ),
    )
    await vi.waitFor(async () =>
      expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 0, mailboxes: 0, dead: 2 }),
    )
  })
})
