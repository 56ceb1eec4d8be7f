/** Promises of a context that a handler does not await, and that are rejected: the process goes on, and the event fails. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BotContext, BotOptions } from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, FakeClock, post, promise, turn } from '../support.js'

type Ctx = BotContext & { reply: (text: string) => Promise<unknown> }

const refused = new Error('LINE refused it')
const calls = ['reply', 'push', 'loading', 'markAsRead', 'users.profile', 'content']

/** A bot whose requests all fail, and the errors that `bot.catch` gets. */
function failing(handler: (ctx: Ctx) => unknown, options: BotOptions = {}) {
  const { bot, line } = botWith(options)
  for (const call of calls) line.failures.set(call, refused)
  const errors: unknown[] = []
  bot.on('message', (ctx) => handler(ctx as never))
  bot.catch((error) => void errors.push(error))
  const send = (fields = {}) => post(bot, bodyOf(event(fields)))
  return { bot, line, errors, send }
}

// The process would end.
const rejections: unknown[] = []
const note = (error: unknown) => void rejections.push(error)
const print = vi.spyOn(console, 'error')
beforeEach(() => {
  rejections.length = 0
  process.on('unhandledRejection', note)
  print.mockReset().mockReturnValue()
})
afterEach(async () => {
  await turn()
  process.off('unhandledRejection', note)
  print.mockReset()
  expect(rejections).toEqual([])
})

/** Leaves a promise alone. */
const leave = (_: unknown): void => undefined

describe('a handler that does not await', () => {
  it.each<[string, (ctx: Ctx) => unknown, object?]>([
    ['ctx.reply', (ctx) => ctx.reply('x')],
    ['ctx.push', (ctx) => ctx.push('x')],
    ['ctx.loading', (ctx) => ctx.loading()],
    [
      'ctx.markAsRead',
      (ctx) => ctx.markAsRead(),
      { message: { type: 'text', id: '1', text: 'x', markAsReadToken: 'm' } },
    ],
    ['ctx.profile', (ctx) => ctx.profile()],
    ['ctx.content', (ctx) => ctx.content(), { message: { type: 'image', id: '1' } }],
    ['what follows ctx.reply', (ctx) => ctx.reply('x').then(() => 'sent')],
    [
      'what follows that',
      (ctx) =>
        ctx
          .reply('x')
          .finally(() => undefined)
          .then(() => 'sent'),
    ],
    [
      'an error that arises after it',
      (ctx) =>
        ctx.reply('x').catch(() => {
          throw refused
        }),
    ],
  ])('%s: the event fails, and bot.catch gets the error once', async (_, start, fields) => {
    for (const handler of [
      (ctx: Ctx) => leave(start(ctx)),
      async (ctx: Ctx) => {
        leave(start(ctx))
        await turn()
      },
      async (ctx: Ctx) => {
        await turn()
        leave(start(ctx))
      },
    ]) {
      const { errors, send } = failing(handler)
      expect((await send(fields)).status).toBe(500)
      expect(errors).toEqual([refused])
    }
  })

  it.each<[string, (next: () => Promise<void>) => unknown]>([
    [
      'before the middleware ends',
      async (next) => {
        leave(next())
        await turn()
        await turn()
      },
    ],
    ['after it', (next) => leave(next())],
    [
      'after a later middleware',
      async (next) => {
        await turn()
        leave(next())
      },
    ],
    ['as what follows it', (next) => leave(next().then(() => 'done'))],
  ])('next(): a handler that fails %s fails the event once', async (_, middleware) => {
    for (const late of [false, true]) {
      const { bot, errors, send } = failing(async () => {
        if (late) await turn()
        throw refused
      })
      bot.use((_ctx, next) => middleware(next))
      expect((await send()).status).toBe(500)
      expect(errors).toEqual([refused])
    }
  })

  it.each<[string, (next: () => Promise<void>) => unknown]>([
    ['awaits it', async (next) => next().catch(() => undefined)],
    [
      'awaits it later',
      async (next) => {
        const promise = next()
        await turn()
        await promise.catch(() => undefined)
      },
    ],
    ['gives it a listener', (next) => leave(next().catch(() => undefined))],
  ])('next(): a middleware that %s may deal with the error', async (_, middleware) => {
    const { bot, errors, send } = failing(() => Promise.reject(refused))
    bot.use((_ctx, next) => middleware(next))
    expect((await send()).status).toBe(200)
    expect(errors).toEqual([])
  })

  it('ctx.context: the event fails with the error of the option context', async () => {
    const context = () => Promise.reject(refused)
    const { errors, send } = failing((ctx) => leave(ctx.context()), { context })
    expect((await send()).status).toBe(500)
    expect(errors).toEqual([refused])
  })

  it('two replies: bot.catch gets both errors', async () => {
    const { errors, send } = failing((ctx) => {
      leave(ctx.reply('x'))
      leave(ctx.reply('y'))
    })
    expect((await send()).status).toBe(500)
    expect(errors).toHaveLength(2)
    expect(errors).toContainEqual(refused)
    expect(errors).toContainEqual(expect.objectContaining({ code: 'reply_token_used' }))
  })

  it('a reply that succeeds: LINE gets its answer after it', async () => {
    const { bot, line } = botWith()
    const gate = promise()
    const { reply } = line.messages
    line.messages.reply = async (...args) => {
      await gate.kept
      return reply(...args)
    }
    bot.on('message', (ctx) => leave(ctx.reply('x')))
    let status = 0
    const sent = post(bot, bodyOf(event())).then((response) => (status = response.status))
    await turn()
    expect(status).toBe(0)
    gate.resolve()
    expect(await sent).toBe(200)
    expect(line.calls).toHaveLength(1)
  })

  it('a reply, in a middleware', async () => {
    const { bot, line } = botWith()
    line.failures.set('push', refused)
    const errors: unknown[] = []
    bot.use((ctx, next) => {
      leave(ctx.push('x'))
      return next()
    })
    bot.on('message', () => undefined)
    bot.catch((error) => void errors.push(error))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(errors).toEqual([refused])
  })

  it('a reply, with no bot.catch: the console says which event it was', async () => {
    const { bot, line } = botWith()
    line.failures.set('reply', refused)
    bot.on('message', (ctx) => leave(ctx.reply('x')))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(print).toHaveBeenCalledTimes(1)
    expect(print).toHaveBeenCalledWith(expect.stringContaining('message event'), refused)
  })
})

describe('an error that the handler sees is its own', () => {
  it.each<[string, (ctx: Ctx) => unknown]>([
    ['with catch', (ctx) => ctx.reply('x').catch(() => undefined)],
    ['with catch, not awaited', (ctx) => leave(ctx.reply('x').catch(() => undefined))],
    ['with then', (ctx) => leave(ctx.reply('x').then(undefined, () => undefined))],
    [
      'with try',
      async (ctx) => {
        try {
          await ctx.reply('x')
        } catch {
          await turn()
        }
      },
    ],
    [
      'later',
      async (ctx) => {
        const sent = ctx.reply('x')
        await turn()
        await sent.catch(() => undefined)
      },
    ],
    ['among several', (ctx) => Promise.allSettled([ctx.reply('x'), ctx.push('y')])],
  ])('%s', async (_, handler) => {
    const { errors, send } = failing(handler)
    expect((await send()).status).toBe(200)
    expect(errors).toEqual([])
  })

  it('and is reported once when the handler passes it on', async () => {
    for (const handler of [
      (ctx: Ctx) => ctx.reply('x'),
      async (ctx: Ctx) => ctx.reply('x'),
      async (ctx: Ctx) => {
        await ctx.reply('x')
      },
      (ctx: Ctx) => ctx.waitUntil(ctx.reply('x')),
    ]) {
      const { errors, send } = failing(handler)
      await send()
      expect(errors).toEqual([refused])
    }
  })
})

describe('after the event has ended', () => {
  it('an error is reported at once', async () => {
    const gate = promise()
    const { errors, send } = failing((ctx) => {
      leave(gate.kept.then(() => leave(ctx.push('x'))))
    })
    expect((await send()).status).toBe(200)
    gate.resolve()
    await vi.waitFor(() => expect(errors).toEqual([refused]), { interval: 1 })
  })

  it('also when its time was over', async () => {
    const clock = new FakeClock()
    const gate = promise()
    const { errors, send } = failing(
      async (ctx) => {
        leave(gate.kept.then(() => leave(ctx.push('x'))))
        await new Promise(() => undefined)
      },
      { clock, handlerTimeout: 1_000 },
    )
    const sent = send()
    await clock.sleeping()
    await clock.pass(1_000)
    expect((await sent).status).toBe(500)
    expect(errors).toEqual([expect.objectContaining({ code: 'handler_timed_out' })])
    gate.resolve()
    await vi.waitFor(() => expect(print).toHaveBeenCalledWith(expect.any(String), refused), {
      interval: 1,
    })
  })
})

describe('bot.catch that does not await its reply', () => {
  it.each(['handled', undefined])('and returns %o is not called again for it', async (verdict) => {
    const { bot, send } = failing((ctx) => leave(ctx.reply('x')))
    const errors: unknown[] = []
    bot.catch((error, ctx) => {
      errors.push(error)
      leave(ctx.push('Sorry'))
      return verdict
    })
    expect((await send()).status).toBe(verdict ? 200 : 500)
    await vi.waitFor(
      () => expect(print).toHaveBeenCalledWith(expect.stringMatching(/nothing awaited/), refused),
      { interval: 1 },
    )
    expect(errors).toEqual([refused])
  })
})
