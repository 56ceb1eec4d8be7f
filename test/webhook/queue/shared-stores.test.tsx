/** Several processes with one store: here several bots, each with a store object of its own over the same memory. */
import { describe, expect, it, vi } from 'vitest'
import { createStore, memoryStore, type StoreAdapter } from 'fukidashi/store'
import { Text } from 'fukidashi'
import type { BotOptions } from '../../../src/webhook/index.js'
import { bodyOf, botWith, FakeClock, post, promise, says } from '../support.js'

const never = <T,>() => new Promise<T>(() => undefined)

/** Bots of two processes, with what each has handled. */
function twoBots(
  options: BotOptions = {},
  change: (store: StoreAdapter) => Partial<StoreAdapter> = () => ({}),
) {
  const clock = new FakeClock()
  const memory = memoryStore({ clock })
  const process = () => {
    const store = createStore({ ...memory, ...change(memory) })
    const made = botWith({ clock, store, ...options })
    const handled: string[] = []
    return { ...made, handled }
  }
  return { clock, memory, one: process(), two: process() }
}

/** Lets the microtasks of stores and handlers run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('an event that two processes get', () => {
  it('is handled once, also when it is handled already', async () => {
    const { one, two } = twoBots()
    const body = bodyOf(says('hi'))
    for (const { bot, handled } of [one, two])
      bot.on('message:text', (ctx) => void handled.push(ctx.text))
    expect((await post(one.bot, body)).status).toBe(200)
    expect((await post(two.bot, body)).status).toBe(200)
    expect([one.handled, two.handled]).toEqual([['hi'], []])
  })

  it('is handled once at the same time: the second waits for the first', async () => {
    const { clock, one, two } = twoBots()
    const body = bodyOf(says('hi'))
    const work = promise()
    one.bot.on('message:text', () => work.kept)
    two.bot.on('message:text', () => void two.handled.push('hi'))
    const [first, second] = [post(one.bot, body), post(two.bot, body)]
    await settle()
    await clock.pass(500)
    work.resolve()
    expect((await first).status).toBe(200)
    await settle()
    await clock.pass(100)
    expect((await second).status).toBe(200)
    expect(two.handled).toEqual([])
  })

  it('is asked for again with 503 when the first takes longer than LINE waits', async () => {
    const { clock, one, two } = twoBots()
    const body = bodyOf(says('hi'))
    one.bot.on('message:text', () => never())
    two.bot.on('message:text', () => void two.handled.push('hi'))
    void post(one.bot, body)
    await settle()
    const second = post(two.bot, body)
    for (let i = 0; i < 16; i++) {
      await settle()
      await clock.pass(100)
    }
    expect((await second).status).toBe(503)
    expect(two.handled).toEqual([])
  })

  it('is handled by the second when the first fails', async () => {
    const { one, two } = twoBots()
    const body = bodyOf(says('hi'))
    one.bot.on('message:text', () => Promise.reject(new Error('down'))).catch(() => undefined)
    two.bot.on('message:text', () => void two.handled.push('hi'))
    expect((await post(one.bot, body)).status).toBe(500)
    expect((await post(two.bot, body)).status).toBe(200)
    expect(two.handled).toEqual(['hi'])
  })

  it('is a busy outcome for bot.handle, which waits for nothing', async () => {
    const { one, two } = twoBots()
    const event = says('hi')
    one.bot.on('message:text', () => never())
    two.bot.on('message:text', () => void two.handled.push('hi'))
    void one.bot.handle([event] as never)
    await settle()
    expect(await two.bot.handle([event] as never)).toEqual([{ event, outcome: 'busy' }])
  })

  it("is answered with 200 by both with ack: 'before', and handled once", async () => {
    const { one, two } = twoBots({ ack: 'before' })
    const body = bodyOf(says('hi'))
    for (const { bot, handled } of [one, two])
      bot.on('message:text', async (ctx) => {
        await settle()
        handled.push(ctx.text)
      })
    expect((await post(one.bot, body)).status).toBe(200)
    expect((await post(two.bot, body)).status).toBe(200)
    await Promise.all([one.bot.settled(), two.bot.settled()])
    expect([...one.handled, ...two.handled]).toEqual(['hi'])
  })
})

describe('the claim of an event', () => {
  it('is renewed while the handler runs', async () => {
    const { clock, one, two } = twoBots()
    const event = says('hi')
    const work = promise()
    one.bot.on('message:text', async (ctx) => {
      await work.kept
      await ctx.reply('done')
    })
    two.bot.on('message:text', () => void two.handled.push('hi'))
    const first = one.bot.handle([event] as never)
    for (let i = 0; i < 20; i++) {
      await settle()
      await clock.pass(3_000)
    }
    expect(await two.bot.handle([event] as never)).toMatchObject([{ outcome: 'busy' }])
    work.resolve()
    expect(await first).toMatchObject([{ outcome: 'handled' }])
    expect(two.handled).toEqual([])
  })

  it('is lost when it is not renewed in time: then nothing more is sent, and the signal is aborted', async () => {
    const { clock, memory, one, two } = twoBots({}, (store) => ({
      renew: (...args) => (isBlocked ? never() : store.renew(...args)),
    }))
    let isBlocked = true
    const event = says('hi')
    const work = promise()
    const errors: unknown[] = []
    let signal: AbortSignal | undefined
    one.bot
      .on('message:text', async (ctx) => {
        signal = ctx.signal
        await work.kept
        await ctx.push(<Text>late</Text>).catch((error: unknown) => errors.push(error))
        await ctx.reply('latest')
      })
      .catch((error) => void errors.push(error))
    two.bot.on('message:text', (ctx) => ctx.reply('first'))
    const first = one.bot.handle([event] as never)
    for (let i = 0; i < 6; i++) {
      await settle()
      await clock.pass(3_000)
    }
    isBlocked = false
    expect(await two.bot.handle([event] as never)).toMatchObject([{ outcome: 'handled' }])
    work.resolve()
    const [report] = await first
    expect(report).toMatchObject({ outcome: 'failed', error: { code: 'lease_lost' } })
    const codes = errors.map((error) => (error as { code: string }).code)
    expect(codes).toEqual(['lease_lost', 'lease_lost'])
    expect(signal!.reason).toMatchObject({ code: 'lease_lost' })
    expect(one.line.calls).toEqual([])
    // The late run does not end the claim of the other.
    expect(await memory.claim(`event:${String(event['webhookEventId'])}`, 'x', 1_000)).toBe('done')
  })

  it('is given back by an event that takes too long', async () => {
    const { clock, one, two } = twoBots({ handlerTimeout: 1_000 })
    const event = says('hi')
    one.bot.on('message:text', () => never()).catch(() => undefined)
    two.bot.on('message:text', () => void two.handled.push('hi'))
    const first = one.bot.handle([event] as never)
    await settle()
    await clock.pass(1_000)
    expect(await first).toMatchObject([{ outcome: 'failed' }])
    await two.bot.handle([event] as never)
    expect(two.handled).toEqual(['hi'])
  })

  it('lets work that goes on after the handler send', async () => {
    const { one } = twoBots()
    one.bot.on('message:text', (ctx) => {
      ctx.waitUntil(settle().then(() => ctx.push('afterwards')))
    })
    await one.bot.handle([says('hi')] as never)
    expect(one.line.calls).toHaveLength(1)
  })
})

describe('a store that does not answer', () => {
  const hanging = (method: keyof StoreAdapter) => () => ({ [method]: () => never() })

  it.each(['claim', 'done'] as const)('on %s does not stop the bot', async (method) => {
    const { clock, one } = twoBots({}, hanging(method))
    one.bot.on('message:text', (ctx) => void one.handled.push(ctx.text))
    const answer = post(one.bot, bodyOf(says('1')))
    await settle()
    await clock.pass(1_000)
    expect((await answer).status).toBe(200)
    // It is left alone for 5 s.
    expect((await post(one.bot, bodyOf(says('2')))).status).toBe(200)
    expect(one.handled).toEqual(['1', '2'])
    expect(one.warnings).toEqual([
      expect.stringMatching(/does not answer within 1000 ms.*every 5 s/),
    ])
  })

  it("refuses events with 503 if whenStoreIsAway is 'refuse', and releases a claim that comes late", async () => {
    const late = promise()
    const { clock, one, two } = twoBots({ whenStoreIsAway: 'refuse' }, (store) => ({
      claim: async (...args) => {
        const claim = await store.claim(...args)
        if (!isBack) await late.kept
        return claim
      },
    }))
    let isBack = false
    one.bot.on('message:text', (ctx) => void one.handled.push(ctx.text))
    two.bot.on('message:text', (ctx) => void two.handled.push(ctx.text))
    const body = bodyOf(says('1'))
    const answer = post(one.bot, body)
    await settle()
    await clock.pass(1_000)
    expect((await answer).status).toBe(503)
    isBack = true
    late.resolve()
    await settle()
    // No orphan of the call that was given up is in the way.
    expect((await post(two.bot, body)).status).toBe(200)
    expect([one.handled, two.handled]).toEqual([[], ['1']])
  })

  it('takes a claim that comes late for the handler that runs', async () => {
    const late = promise()
    const { clock, one, two } = twoBots({}, (store) => ({
      claim: async (...args) => {
        const claim = await store.claim(...args)
        if (claim === 'mine') await late.kept
        return claim
      },
    }))
    const work = promise()
    one.bot.on('message:text', () => work.kept)
    two.bot.on('message:text', (ctx) => void two.handled.push(ctx.text))
    const event = says('1')
    const first = one.bot.handle([event] as never)
    await settle()
    await clock.pass(1_000)
    late.resolve()
    await settle()
    expect(await two.bot.handle([event] as never)).toMatchObject([{ outcome: 'busy' }])
    work.resolve()
    expect(await first).toMatchObject([{ outcome: 'handled' }])
    expect(await two.bot.handle([event] as never)).toMatchObject([{ outcome: 'duplicate' }])
  })

  it('prints no password', async () => {
    const { one } = twoBots({}, () => ({
      claim: () => Promise.reject(new Error('connect redis://me:hunter2@10.0.0.1 failed')),
    }))
    await post(one.bot, bodyOf(says('1')))
    expect(one.warnings).toEqual([expect.stringContaining('//…@10.0.0.1')])
  })
})

it.each([
  [{ store: {} }, 'store: use one of fukidashi/store'],
  [{ store: new Map() }, 'passed as dedupe: { store }'],
  [{ store: null }, 'store: use one of fukidashi/store'],
  [{ store: memoryStore(), lease: 10 }, 'lease: 10 is not permitted.'],
  [{ store: memoryStore(), whenStoreIsAway: 'ignore' }, "Use 'handle' or 'refuse'."],
  [{ store: memoryStore(), dedupe: { ttl: Infinity } }, 'dedupe.ttl: Infinity is not permitted'],
  [{ store: memoryStore(), dedupe: { store: new Map() } }, 'dedupe.store has no effect'],
])('refuses %o', (options, text) => {
  expect(() => botWith(options as never)).toThrow(text)
})

it('finds the store in the environment of the platform, once for each', async () => {
  const store = vi.fn((env: { CLAIMS: StoreAdapter }) => createStore(env.CLAIMS))
  const { bot } = botWith({ store: store as never })
  const env = { CLAIMS: memoryStore() }
  const event = says('hi')
  bot.on('message:text', () => undefined)
  await bot.handle([event] as never, { env })
  await bot.handle([says('ho')] as never, { env })
  expect(store).toHaveBeenCalledTimes(1)
  expect(await env.CLAIMS.claim(`event:${String(event['webhookEventId'])}`, 'x', 1_000)).toBe(
    'done',
  )
})
