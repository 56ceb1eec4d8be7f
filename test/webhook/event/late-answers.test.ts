/** What a user gets of answers with `push: 'late'`, by LINE's rules as the emulator has them. */
import { describe, expect, it } from 'vitest'
import { createEmulator, FakeClock } from '../../../src/testing/index.js'
import {
  type BotContext,
  type BotOptions,
  createBot,
  type ReplyOptions,
  type WebhookBody,
} from '../../../src/webhook/index.js'

const secrets = { channelSecret: 'x', channelAccessToken: 'y' }

/** Two processes with the same bot, and the webhook that both of them handle. */
async function twoProcesses(handler: (ctx: BotContext, clock: FakeClock) => unknown) {
  const clock = new FakeClock()
  let webhook: WebhookBody | undefined
  const front = createBot(secrets)
  front.use((ctx) => {
    webhook = { destination: ctx.destination, events: [ctx.event] }
  })
  const line = createEmulator({ bot: front, clock })
  const user = line.user('Aki')
  await user.says('hello')
  const process = () => {
    const bot = createBot({
      channelSecret: 'x',
      channelAccessToken: line.account.channelAccessToken,
      fetch: line.fetch,
      clock,
      push: ['late', 'overflow'],
    })
    bot.use((ctx) => handler(ctx, clock))
    const errors: unknown[] = []
    bot.catch((error) => void errors.push(error))
    return { handle: () => bot.handle(webhook!), errors }
  }
  const texts = () => user.messages.map((message) => (message as unknown as { text: string }).text)
  return { clock, texts, first: process(), second: process() }
}

const reply = (ctx: BotContext, text: string | string[]) =>
  (ctx.reply as (messages: string | string[]) => Promise<unknown>)(text)

it('one answer, when the second process handles the event at once', async () => {
  const { texts, first, second } = await twoProcesses((ctx) => reply(ctx, 'hi'))
  await first.handle()
  await second.handle()
  expect(texts()).toEqual(['hi'])
  expect(second.errors).toEqual([
    expect.objectContaining({
      code: 'reply_token_refused',
      message: expect.stringMatching(/used already.*Nothing was sent/) as string,
    }),
  ])
})

it('one answer, when both of them are late', async () => {
  const { clock, texts, first, second } = await twoProcesses((ctx) => reply(ctx, 'hi'))
  clock.advance(61_000)
  expect(await first.handle()).toMatchObject([{ outcome: 'handled' }])
  expect(await second.handle()).toMatchObject([{ outcome: 'handled' }])
  expect(texts()).toEqual(['hi'])
  expect(second.errors).toEqual([])
})

it('each part of a long answer once, and each of several answers, when both are late', async () => {
  const parts = Array.from({ length: 12 }, (_, index) => `part ${index}`)
  const { clock, texts, first, second } = await twoProcesses(async (ctx) => {
    await reply(ctx, parts)
    await reply(ctx, 'and more')
  })
  clock.advance(61_000)
  await first.handle()
  await second.handle()
  expect(texts()).toEqual([...parts, 'and more'])
})

it('LINE accepts once what both push, though the first of them could still reply', async () => {
  const { texts, first, second } = await twoProcesses(async (ctx) => {
    await reply(ctx, ['1', '2', '3', '4', '5', '6']).catch(() => undefined)
    await reply(ctx, 'and more')
  })
  await first.handle()
  await second.handle()
  expect(texts()).toEqual(['1', '2', '3', '4', '5', '6', 'and more'])
})

describe("'overflow' and 'late' hold together", () => {
  const parts = Array.from({ length: 7 }, (_, index) => `part ${index}`)
  type Push = Pick<BotOptions, 'push'>

  const settings: [string, Push, ReplyOptions][] = [
    ['both for the bot', { push: ['overflow', 'late'] }, {}],
    ['both for the call', {}, { push: ['overflow', 'late'] }],
    ['both for the call, in the other order', {}, { push: ['late', 'overflow'] }],
    ["'overflow' for the bot, 'late' for the call", { push: 'overflow' }, { push: 'late' }],
    ["'late' for the bot, 'overflow' for the call", { push: 'late' }, { push: 'overflow' }],
  ]

  /** A bot that answers with seven messages, `ms` after the event. */
  async function answering(
    bot: Push,
    call: ReplyOptions,
    ms: number,
    before?: (ctx: BotContext) => unknown,
  ) {
    const clock = new FakeClock()
    const errors: unknown[] = []
    const answering = createBot({ ...secrets, ...bot })
    answering.on('message:text', async (ctx) => {
      await before?.(ctx)
      clock.advance(ms)
      await ctx.reply(parts, call)
    })
    answering.catch((error) => {
      errors.push(error)
      return 'handled'
    })
    const line = createEmulator({ bot: answering, clock })
    const aki = line.user('Aki')
    await aki.says('hello')
    return { errors, texts: aki.messages.map((one) => (one as unknown as { text: string }).text) }
  }

  /** Uses the reply token, as another process does. */
  const useToken = (ctx: BotContext) => ctx.line.messages.reply(ctx.replyToken!, 'from elsewhere')

  describe.each(settings)('%s', (_, bot, call) => {
    it('in time: a reply of five, and the rest as a push', async () => {
      expect(await answering(bot, call, 0)).toEqual({ errors: [], texts: parts })
    })

    it('when the token has expired: everything is pushed', async () => {
      expect(await answering(bot, call, 61_000)).toEqual({ errors: [], texts: parts })
    })

    it('when another process has used the token, 50 s after the delivery', async () => {
      const { errors, texts } = await answering(bot, call, 50_000, useToken)
      expect({ errors, texts }).toEqual({ errors: [], texts: ['from elsewhere', ...parts] })
    })

    it('when this handler has used the token', async () => {
      const reply = (ctx: BotContext) => (ctx.reply as (text: string) => unknown)('first')
      const { errors, texts } = await answering(bot, call, 0, reply)
      expect({ errors, texts }).toEqual({ errors: [], texts: ['first', ...parts] })
    })

    it('but nothing is sent when the token is refused within 50 s', async () => {
      const { errors, texts } = await answering(bot, call, 49_999, useToken)
      expect(errors).toEqual([expect.objectContaining({ code: 'reply_token_refused' })])
      expect(texts).toEqual(['from elsewhere'])
    })
  })

  it('an empty array turns them off for a call', async () => {
    const { errors, texts } = await answering({ push: ['overflow', 'late'] }, { push: [] }, 0)
    expect(errors).toEqual([expect.objectContaining({ code: 'messages_too_many' })])
    expect(texts).toEqual([])
  })
})
