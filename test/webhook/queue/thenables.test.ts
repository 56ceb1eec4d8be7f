/** What handlers and other callbacks return may have a `then` that does anything. */
import { describe, expect, it, vi } from 'vitest'
import { whenSettled } from '../../../src/webhook/base/thenable.js'
import {
  type Bot,
  type BotOptions,
  type EventReport,
  type Middleware,
} from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, FakeClock, post, promise, says, turn } from '../support.js'

type Then = (done: (value?: unknown) => void, failed: (error: unknown) => void) => void
const thenable = (then: Then): unknown => ({ then })

const broken = new Error('broken')
const bad = (): never => {
  throw broken
}

/** Things to wait for that fail. */
const failing: [string, () => unknown][] = [
  ['a promise that is rejected', () => Promise.reject(broken)],
  ['a `then` that throws', () => thenable(bad)],
  ['a getter of `then` that throws', () => Object.defineProperty({}, 'then', { get: bad })],
  [
    'a getter of `then` that throws the second time',
    () => {
      let count = 0
      return Object.defineProperty({}, 'then', { get: () => (count++ === 0 ? () => bad() : bad()) })
    },
  ],
  ['a Proxy that throws', () => new Proxy({}, { get: bad, getPrototypeOf: bad })],
  ['a function with a `then` that throws', () => Object.assign(() => undefined, { then: bad })],
  ['a `then` that fails at once', () => thenable((_, failed) => failed(broken))],
  [
    'a `then` that fails and then throws',
    () =>
      thenable((_, failed) => {
        failed(broken)
        bad()
      }),
  ],
  [
    'a `then` that fails, succeeds and fails again',
    () =>
      thenable((done, failed) => {
        failed(broken)
        done()
        failed(new Error('again'))
      }),
  ],
  [
    'a thenable with a promise that is rejected',
    () => thenable((done) => done(Promise.reject(broken))),
  ],
  ['a thenable with a thenable that throws', () => thenable((done) => done(thenable(bad)))],
  [
    'a promise with a getter of `then` that throws',
    () => Object.defineProperty(Promise.resolve(), 'then', { get: bad }),
  ],
  ['a promise whose own `then` throws', () => Object.assign(Promise.resolve(), { then: bad })],
]

/** Things to wait for that succeed. */
const succeeding: [string, () => unknown][] = [
  ['a `then` that succeeds at once', () => thenable((done) => done())],
  [
    'a `then` that succeeds and then throws',
    () =>
      thenable((done) => {
        done()
        bad()
      }),
  ],
  [
    'a `then` that succeeds twice',
    () =>
      thenable((done) => {
        done()
        done()
        queueMicrotask(done)
      }),
  ],
  [
    'a `then` that succeeds and then fails',
    () =>
      thenable((done, failed) => {
        done()
        failed(broken)
      }),
  ],
  [
    'a function with a `then`',
    () => Object.assign(() => undefined, { then: (done: () => void) => done() }),
  ],
  ['a thenable with a promise', () => thenable((done) => done(turn()))],
]

const ways: [string, BotOptions, (bot: Bot, body: object[]) => Promise<unknown>][] = [
  ['a webhook', {}, (bot, events) => post(bot, bodyOf(...events))],
  [
    "a webhook with ack: 'before'",
    { ack: 'before' },
    async (bot, events) => {
      await post(bot, bodyOf(...events))
      await bot.settled()
    },
  ],
  ['bot.handle', {}, (bot, events) => bot.handle(events as never)],
]

/** The places where a bot calls its author's functions, and what may be returned there. */
const places: [string, (bot: Bot, result: () => unknown) => void][] = [
  ['a handler', (bot, result) => bot.on('follow', result)],
  [
    'bot.default',
    (bot, result) => bot.default((ctx) => (ctx.event.type === 'follow' ? result() : 0)),
  ],
  [
    'bot.use',
    (bot, result) => bot.use((ctx, next) => (ctx.event.type === 'follow' ? result() : next())),
  ],
  [
    'a handler after next',
    (bot, result) => bot.on('follow', (_, next) => next()).on('follow', result),
  ],
  [
    'a handler that middleware waits for',
    (bot, result) => bot.use(async (_, next) => next()).on('follow', result),
  ],
  [
    'a handler that middleware does not wait for',
    (bot, result) => bot.use((_, next) => void next()).on('follow', result),
  ],
  ['ctx.waitUntil', (bot, result) => bot.on('follow', (ctx) => ctx.waitUntil(result() as never))],
]

/** What became of the events; reports come in the order in which events end. */
const outcomesOf = (reports: EventReport[], events: unknown[]) =>
  events.map((one) => reports.find(({ event }) => event === one)?.outcome)

describe.each(ways)('in %s', (_, options, send) => {
  describe.each(places)('what %s returns', (place, register) => {
    it.each(failing)('may be %s: only its own event fails', async (_, result) => {
      const { bot } = botWith(options)
      const caught: unknown[] = []
      const handled = vi.fn()
      register(bot, result)
      bot.on('message', handled).catch((error) => void caught.push(error))
      const events = [event({ type: 'follow' }), event(), event()]
      await send(bot, events)
      await turn()
      expect(caught).toEqual([broken])
      expect(handled).toHaveBeenCalledTimes(2)
      const again = await bot.handle(events as never)
      const first = place === 'ctx.waitUntil' ? 'duplicate' : 'failed'
      expect(outcomesOf(again, events)).toEqual([first, 'duplicate', 'duplicate'])
    })

    it.each(succeeding)('may be %s: its event is handled', async (_, result) => {
      const { bot } = botWith(options)
      const caught = vi.fn()
      register(bot, result)
      bot.catch(caught)
      const events = [event({ type: 'follow' }), event()]
      await send(bot, events)
      await turn()
      expect(caught).not.toHaveBeenCalled()
      const again = await bot.handle(events as never)
      expect(outcomesOf(again, events)).toEqual(['duplicate', 'duplicate'])
    })
  })

  it('a handler whose `then` never calls back times out', async () => {
    const clock = new FakeClock()
    const { bot } = botWith({ ...options, clock })
    const caught: unknown[] = []
    const handled = vi.fn()
    bot.on('follow', () => thenable(() => undefined)).on('message', handled)
    bot.catch((error) => void caught.push(error))
    const sent = send(bot, [event({ type: 'follow' }), event()])
    await clock.sleeping()
    await clock.pass(300_000)
    await sent
    expect(caught).toEqual([expect.objectContaining({ code: 'handler_timed_out' })])
    expect(handled).toHaveBeenCalledTimes(1)
  })

  it.each(failing)(
    'bot.catch may return %s: the event fails, and both errors are printed',
    async (_, result) => {
      const { bot } = botWith(options)
      const print = vi.spyOn(console, 'error').mockReturnValue()
      const original = new Error('original')
      const handled = vi.fn()
      bot.on('follow', () => Promise.reject(original)).on('message', handled)
      bot.catch(result)
      const events = [event({ type: 'follow' }), event()]
      await send(bot, events)
      expect(handled).toHaveBeenCalledTimes(1)
      expect(print.mock.calls[0]!.slice(1)).toEqual([broken, original])
      print.mockRestore()
    },
  )
})

it('a lazy thenable, such as a query, runs once, though middleware waits for it', async () => {
  const { bot } = botWith()
  let runs = 0
  bot.use(async (_, next) => {
    await next()
  })
  bot.use((_, next) => next())
  bot.on('message', () =>
    thenable((done) => {
      runs += 1
      done()
    }),
  )
  await post(bot, bodyOf(event()))
  expect(runs).toBe(1)
})

it('a thenable that resolves with itself fails, and the process goes on', () => {
  const itself: PromiseLike<unknown> = {
    then: (done: (value: unknown) => void) => done(itself),
  } as never
  const failed = vi.fn()
  whenSettled(itself, () => undefined, failed)
  expect(failed).toHaveBeenCalledWith(expect.any(TypeError))
})

describe('what onUnknown, context and the clock of a bot do', () => {
  it.each([
    ['throws', bad],
    ['rejects', () => Promise.reject(broken)],
    ['returns a broken thenable', () => thenable(bad)],
  ])('onUnknown that %s fails its event only', async (_, handler) => {
    const { bot } = botWith()
    const handled = vi.fn()
    const caught: unknown[] = []
    bot.onUnknown(handler).on('message', handled)
    bot.catch((error) => void caught.push(error))
    expect((await post(bot, bodyOf(event({ type: 'new' }), event()))).status).toBe(500)
    expect(caught).toEqual([broken])
    expect(handled).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['throws', bad],
    ['rejects', () => Promise.reject(broken)],
    ['returns a broken thenable', () => thenable(bad)],
  ])('a context that %s fails the event that replies only', async (_, context) => {
    const { bot } = botWith({ context: context as never })
    const handled = vi.fn()
    const caught: unknown[] = []
    bot.on('follow', (ctx) => ctx.reply('hi')).on('message', handled)
    bot.catch((error) => void caught.push(error))
    expect((await post(bot, bodyOf(event({ type: 'follow' }), event()))).status).toBe(500)
    expect(caught).toEqual([broken])
    expect(handled).toHaveBeenCalledTimes(1)
  })
})

it.each(['after', 'before'] as const)(
  'a platform whose waitUntil throws stops no event, with ack: %j',
  async (ack) => {
    const { bot, warnings } = botWith({ ack })
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const gate = promise()
    const done = vi.fn()
    bot.on('message:text', async (ctx) => {
      await gate.kept
      ctx.waitUntil(Promise.resolve())
      done()
    })
    const { sign } = await import('../support.js')
    const body = bodyOf(says('a'), says('b'))
    const request = {
      method: 'POST',
      header: () => sign(body),
      body: new TextEncoder().encode(body),
    }
    const answered = bot.receive(request, { waitUntil: bad })
    gate.resolve()
    expect((await answered).status).toBe(200)
    await bot.settled()
    expect(done).toHaveBeenCalledTimes(2)
    expect(warnings).toEqual([expect.stringMatching(/waitUntil/)])
    print.mockRestore()
  },
)

it('next() of middleware that throws is an error of its event', async () => {
  const { bot } = botWith()
  const caught: unknown[] = []
  const twice: Middleware = async (_, next) => {
    await next()
    await next()
  }
  bot.use(twice).catch((error) => void caught.push(error))
  expect((await post(bot, bodyOf(event()))).status).toBe(500)
  expect(caught).toEqual([expect.objectContaining({ code: 'next_called_twice' })])
})
