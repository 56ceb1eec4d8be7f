import { describe, expect, it } from 'vitest'
import { type Renderable } from '../../../src/render/index.js'
import type { BotContext, BotOptions, ReplyOptions } from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, event, FakeClock, post } from '../support.js'

type Asking = (
  ctx: BotContext & { reply: (m: Renderable, o?: ReplyOptions) => Promise<{ route: string }> },
) => unknown

/** Lets a handler answer, and gives what became of it. */
async function answering(
  ask: Asking,
  options: BotOptions = {},
  fields = {},
  failures: Record<string, unknown> = {},
) {
  const { bot, line } = botWith(options)
  for (const [call, failure] of Object.entries(failures)) line.failures.set(call, failure)
  let result: unknown
  let error: unknown
  bot.use(async (ctx) => {
    result = await ask(ctx as never)
  })
  bot.catch((caught) => {
    error = caught
    return 'handled'
  })
  await post(bot, bodyOf(event(fields)))
  return { result, error, calls: line.calls.map(({ call, to, messages }) => [call, to, messages]) }
}

const refused = { code: 'reply_token_invalid', status: 400, accepted: 'no' }
const replyToken = 'a'.repeat(31) + '1'

describe('ctx.reply', () => {
  it('replies with the token, and says so', async () => {
    const { result, calls } = await answering((ctx) => ctx.reply('hi'), {}, { replyToken })
    expect(result).toMatchObject({ route: 'reply', sentMessages: [{ id: '1' }] })
    expect(calls).toEqual([['reply', replyToken, 'hi']])
  })

  it('works once: a second call says what to do, and sends nothing', async () => {
    const { error, calls } = await answering(async (ctx) => {
      await ctx.reply('a')
      await ctx.reply('b')
    })
    expect(error).toMatchObject({
      code: 'reply_token_used',
      message: /one ctx\.reply.*push: 'late'/,
    })
    expect(calls).toHaveLength(1)
  })

  it('works once even at the same time', async () => {
    const { error, calls } = await answering((ctx) => Promise.all([ctx.reply('a'), ctx.reply('b')]))
    expect(error).toMatchObject({ code: 'reply_token_used' })
    expect(calls).toHaveLength(1)
  })

  it('pushes a second answer where that is permitted', async () => {
    const { result, calls } = await answering(async (ctx) => [
      (await ctx.reply('a')).route,
      (await ctx.reply('b', { push: 'late' })).route,
    ])
    expect(result).toEqual(['reply', 'push'])
    expect(calls.map(([call, to]) => [call, to])).toEqual([
      ['reply', expect.any(String)],
      ['push', aki],
    ])
  })

  describe("push: 'late', when LINE refuses the token", () => {
    /** Replies `ms` after the event came. */
    const late = (ms: number) => {
      const clock = new FakeClock()
      return answering(
        async (ctx) => {
          await clock.pass(ms)
          return ctx.reply('a')
        },
        { clock, push: 'late' },
        {},
        { reply: refused },
      )
    }

    it('pushes after 50 s', async () => {
      const { result, calls } = await late(50_000)
      expect(result).toMatchObject({ route: 'push' })
      expect(calls.map(([call]) => call)).toEqual(['reply', 'push'])
    })

    it('does not push before: the token was used, so the event was answered already', async () => {
      const { error, calls } = await late(49_999)
      expect(error).toMatchObject({
        code: 'reply_token_refused',
        message: /50 s ago.*used already.*another process.*Nothing was sent/,
        cause: refused,
      })
      expect(calls.map(([call]) => call)).toEqual(['reply'])
    })

    it('measures time by a clock that only goes forward', async () => {
      const clock = new FakeClock()
      const jumping = {
        now: () => clock.now() + (clock.asleep === 0 ? 0 : 3_600_000),
        monotonic: () => clock.now(),
        sleep: clock.sleep,
      }
      const { error } = await answering(
        (ctx) => {
          void clock.sleep(1)
          return ctx.reply('a')
        },
        { clock: jumping, push: 'late' },
        {},
        { reply: refused },
      )
      expect(error).toMatchObject({ code: 'reply_token_refused' })
    })

    it('knows the time of an event that came by a queue', async () => {
      const clock = new FakeClock()
      const ask = async (deliveryContext: object, age: number) => {
        const { bot, line } = botWith({ clock, push: 'late' })
        line.failures.set('reply', refused)
        bot.on('message', (ctx) => ctx.reply('a')).catch(() => undefined)
        const timestamp = clock.now() - age
        const [report] = await bot.handle([event({ deliveryContext, timestamp })] as never)
        return report!.outcome
      }
      expect(await ask({ isRedelivery: false }, 49_999)).toBe('failed')
      expect(await ask({ isRedelivery: false }, 50_000)).toBe('handled')
      // Its token is good for a minute from the redelivery, of which the event says nothing.
      expect(await ask({ isRedelivery: true }, 500_000)).toBe('failed')
    })

    it('pushes with the same retry key in every process, so that LINE accepts one of them', async () => {
      const keys = async (webhookEventId?: string) => {
        const clock = new FakeClock()
        const { bot, line } = botWith({ clock, push: ['late', 'overflow'] })
        line.failures.set('reply', refused)
        bot.on('message', async (ctx) => {
          await clock.pass(60_000)
          await ctx.reply(Array.from({ length: 11 }, (_, index) => `message ${index}`))
          await ctx.reply('another')
        })
        bot.catch(() => undefined)
        await post(bot, bodyOf(event({ webhookEventId })))
        const pushes = line.calls.filter(({ call }) => call === 'push')
        return pushes.map(({ options }) => (options as { retryKey?: string }).retryKey)
      }
      const id = '01K00000000000000000000000'
      const first = await keys(id)
      expect(new Set(first).size).toBe(4)
      for (const key of first)
        expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(await keys(id)).toEqual(first)
      const others = await keys('01K00000000000000000000001')
      expect(others.filter((key) => first.includes(key))).toEqual([])
      expect(await keys(undefined)).toEqual([undefined, undefined, undefined, undefined])
    })
  })

  it("without 'late', says how old the token was", async () => {
    const clock = new FakeClock()
    const { error, calls } = await answering(
      async (ctx) => {
        await clock.pass(75_000)
        await ctx.reply('a')
      },
      { clock },
      {},
      { reply: refused },
    )
    expect(error).toMatchObject({
      code: 'reply_token_refused',
      message: /it came 75 s ago.*60 s/,
      cause: refused,
    })
    expect(calls.map(([call]) => call)).toEqual(['reply'])
  })

  it.each([
    ['a timeout', { code: 'request_timed_out', accepted: 'maybe' }],
    ['an error of LINE’s', { code: 'server_failed', status: 500, accepted: 'maybe' }],
    ['a refusal after an unanswered attempt', { ...refused, accepted: 'maybe' }],
  ])('never pushes after %s: the reply may have arrived', async (_, failure) => {
    const { error, calls } = await answering(
      (ctx) => ctx.reply('a', { push: ['late', 'overflow'] }),
      {},
      {},
      { reply: failure },
    )
    expect(error).toBe(failure)
    expect(calls.map(([call]) => call)).toEqual(['reply'])
  })

  it('can be used again after a message that was refused before it was sent', async () => {
    const { bot, line } = botWith()
    line.failures.set('reply', new Error('2 problems in 1 message'))
    bot.on('message', async (ctx) => {
      await ctx.reply('wrong').catch(() => undefined)
      line.failures.clear()
      await ctx.reply('right')
    })
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
    expect(line.calls.map(({ messages }) => messages)).toEqual(['wrong', 'right'])
  })

  it('sends the first five and pushes the rest where that is permitted', async () => {
    const twelve = Array.from({ length: 12 }, (_, i) => `message ${i}`)
    const { result, calls } = await answering((ctx) => ctx.reply(twelve, { push: 'overflow' }))
    expect(result).toMatchObject({ route: 'reply+push', sentMessages: [{}, {}, {}] })
    expect(
      calls.map(([call, , messages]) => [
        call,
        (messages as { text: string }[]).map(({ text }) => text),
      ]),
    ).toEqual([
      ['reply', twelve.slice(0, 5)],
      ['push', twelve.slice(5, 10)],
      ['push', twelve.slice(10)],
    ])
  })

  it('pushes nothing when all fits', async () => {
    const { result, calls } = await answering((ctx) => ctx.reply(['a', 'b'], { push: 'overflow' }))
    expect(result).toMatchObject({ route: 'reply' })
    expect(calls).toHaveLength(1)
  })

  it('takes no unknown policy', async () => {
    const { error } = await answering((ctx) => ctx.reply('a', { push: 'always' as never }))
    expect(error).toMatchObject({ code: 'option_invalid' })
  })

  it('says what to do where there is no token', async () => {
    const { error } = await answering(
      (ctx) => ctx.reply('bye'),
      {},
      { type: 'unfollow', replyToken: undefined },
    )
    expect(error).toMatchObject({ code: 'reply_token_missing', message: /unfollow.*ctx\.push/ })
  })

  it('sends nothing on standby', async () => {
    const { error, calls } = await answering((ctx) => ctx.push('a'), {}, { mode: 'standby' })
    expect(error).toMatchObject({ code: 'chat_on_standby' })
    expect(calls).toEqual([])
  })

  it('fails to push where there is no recipient', async () => {
    const { error } = await answering(
      (ctx) => ctx.push('a'),
      {},
      { type: 'delivery', source: undefined },
    )
    expect(error).toMatchObject({ code: 'recipients_missing', message: /delivery/ })
  })

  it('knows whether there is a token', async () => {
    const can = (ctx: BotContext) => ctx.canReply()
    expect((await answering(can)).result).toBe(true)
    expect((await answering(can, {}, { replyToken: undefined })).result).toBe(false)
    expect((await answering(can, {}, { mode: 'standby' })).result).toBe(false)
  })
})
