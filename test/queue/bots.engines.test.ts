/** A receiver and the workers of a bot on real databases. */
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { consume, type DeadEvent, type QueueAdapter, receiver } from 'fukidashi/queue'
import { type Session, session } from 'fukidashi/session'
import { type BotContext, createBot, type WebhookEvent } from 'fukidashi/webhook'
import { aki, ben, bodyOf, event, says, secret, sign } from '../webhook/support.js'
import { FakeLine } from './support.js'
import type { Engine } from '../support/engines.ts'
import { databases } from './databases.ts'

const people = { aki, ben }

const counted = v.object({ count: v.number() })
type Counting = BotContext<WebhookEvent, Session<{ count: number }>>

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

  /** A worker whose handler runs until each event has ended; LINE's side is in this process. */
  const work = async (handler: (ctx: Counting, run: number) => unknown) => {
    const line = new FakeLine()
    const runs = new Map<string, number>()
    const bot = createBot({
      channelSecret: secret,
      channelAccessToken: 'token',
      fetch: line.fetch,
      store: opened.store,
      session: session({ schema: counted, initial: { count: 0 } }),
      onWarning: () => undefined,
    }).catch(() => undefined)
    bot.use((ctx) => {
      const id = ctx.event.webhookEventId
      runs.set(id, (runs.get(id) ?? 0) + 1)
      return handler(ctx, runs.get(id)!)
    })
    const onDead = vi.fn()
    const worker = consume(bot, { queue, delay: () => 1, onDead, timeout: 30_000 })
    await worker.ready
    const empty = async () => {
      const counts = await queue.mailboxes.counts()
      expect(counts).toMatchObject({ waiting: 0 })
    }
    await vi.waitFor(empty, { timeout: 60_000, interval: 20 })
    await worker.close()
    return { line, runs, onDead }
  }
  const reply = (ctx: Counting, text: string) =>
    (ctx.reply as (text: string) => Promise<unknown>)(text)

  it.each<[string, (ctx: Counting) => Promise<unknown>]>([
    [
      'one after the other',
      async (ctx) => {
        await reply(ctx, 'reply')
        await ctx.push('push 1')
        await ctx.push('push 2')
      },
    ],
    [
      'at once',
      (ctx) => Promise.all([ctx.push('push 1'), reply(ctx, 'reply'), ctx.push('push 2')]),
    ],
  ])('messages that are sent %s before the handler fails come once', async (_, send) => {
    await deliver(message('a', aki), message('b', aki), message('c', ben))
    const { line, runs, onDead } = await work(async (ctx, run) => {
      await send(ctx)
      if (run < 3) throw new Error('of the handler')
    })
    expect([...runs.values()]).toEqual([3, 3, 3])
    expect(onDead).not.toHaveBeenCalled()
    const each = ['push 1', 'push 2', 'reply']
    expect(line.texts.sort()).toEqual([...each, ...each, ...each].sort())
  })

  it('events without a source or a destination, and one that LINE sends again with another body, are handled once', async () => {
    const first = message('first', aki)
    const strange = event({ type: 'module', source: undefined, message: undefined })
    await deliver(first, strange)
    const again = { ...first, message: { type: 'text', id: '1', text: 'changed', quoteToken: 'q' } }
    await deliver(again, strange)
    const body = JSON.stringify({ events: [message('no destination', ben)] })
    const webhook = receiver({ channelSecret: secret, queue, timeout: 30_000 })
    const headers = { 'x-line-signature': sign(body) }
    const request = new Request('http://x/', { method: 'POST', headers, body })
    expect((await webhook.fetch(request)).status).toBe(200)
    const seen: unknown[] = []
    await work((ctx) => void seen.push(ctx.text ?? ctx.event.type))
    expect(seen.sort()).toEqual(['first', 'module', 'no destination'])
  })

  it('changes of the session at once in one handler all count', async () => {
    await deliver(message('a', aki))
    let count: unknown
    await work(async ({ session }) => {
      const add = () => session.update((s) => ({ count: s.count + 1 }))
      await Promise.all([add(), add(), add(), add(), add()])
      count = await session.get()
    })
    expect(count).toEqual({ count: 5 })
  })
})
