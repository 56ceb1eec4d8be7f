/** An event that two processes handle: what its user sees, with `push: 'late'`, against LINE's rules as the emulator has them. */
import { expect, it } from 'vitest'
import { createEmulator, FakeClock } from '../../../src/testing/index.js'
import { type BotContext, createBot, type WebhookBody } from '../../../src/webhook/index.js'

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

it('what both push is taken once, though the first of them could still reply', async () => {
  const { texts, first, second } = await twoProcesses(async (ctx) => {
    await reply(ctx, ['1', '2', '3', '4', '5', '6']).catch(() => undefined)
    await reply(ctx, 'and more')
  })
  await first.handle()
  await second.handle()
  expect(texts()).toEqual(['1', '2', '3', '4', '5', '6', 'and more'])
})
