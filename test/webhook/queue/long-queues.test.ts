/** A user who sends far more than the bot can handle at once. */
import { describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.js'
import { type Bot, type BotOptions, createBot } from '../../../src/webhook/index.js'
import { aki, bodyOf, botWith, event, FakeClock, post, promise } from '../support.js'

/** The first event of a user, and all that follow it before it has ended. */
const burst = (count: number) =>
  Array.from({ length: count + 1 }, (_, index) => ({
    type: index === 0 ? 'follow' : 'message',
    timestamp: index,
    webhookEventId: `01K${String(index).padStart(23, '0')}`,
    source: { type: 'user', userId: aki },
    message: { type: 'text', id: '1', text: String(index) },
  }))

const inOrder = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** The ways in which events come to a bot. */
const entrances: [number, string, BotOptions, (bot: Bot, events: unknown[]) => Promise<unknown>][] =
  [
    [100_000, 'bot.handle', {}, (bot, events) => bot.handle(events as never)],
    [20_000, 'a webhook', {}, (bot, events) => post(bot, bodyOf(...events))],
    [
      20_000,
      "a webhook with ack: 'before'",
      { ack: 'before' },
      async (bot, events) => {
        await post(bot, bodyOf(...events))
        await bot.settled()
      },
    ],
  ]

/** What the event is behind which the others wait. */
const beginnings: [string, (kept: Promise<void>) => unknown][] = [
  ['slow', (kept) => kept],
  ['slow, and fails', (kept) => kept.then(() => Promise.reject(new Error('oops')))],
  ['slow, and a thenable', (kept) => ({ then: (done: () => void) => kept.then(done) })],
  ['never over', () => new Promise(() => undefined)],
]

describe.each(entrances)('%d events of one user by %s are all handled, in order', (...way) => {
  const [count, , options, send] = way

  it.each(beginnings)('when the first is %s', async (_, begin) => {
    const clock = new FakeClock()
    const { bot } = botWith({ ...options, clock, maxBodyBytes: Infinity })
    const gate = promise()
    const begun = promise()
    const first = () => {
      begun.resolve()
      return begin(gate.kept)
    }
    const handled: number[] = []
    bot.on('follow', first).catch(() => undefined)
    bot.on('message:text', (ctx) => void handled.push(Number(ctx.text)))
    const sent = send(bot, burst(count))
    await begun.kept
    gate.resolve()
    await clock.pass(300_000)
    await sent
    expect(handled).toEqual(inOrder(count))
  })

  it('when the first is a duplicate, and the others fail', async () => {
    const { bot } = botWith({
      ...options,
      maxBodyBytes: Infinity,
      dedupe: { store: { get: (id) => id.endsWith('K'.padEnd(24, '0')), set: () => undefined } },
    })
    const handled: number[] = []
    bot.on('message:text', (ctx) => {
      handled.push(Number(ctx.text))
      throw new Error('oops')
    })
    bot.catch(() => undefined)
    await send(bot, burst(count))
    expect(handled).toEqual(inOrder(count))
  })

  it('when no handler is there for the others', async () => {
    const { bot } = botWith({ ...options, maxBodyBytes: Infinity })
    const gate = promise()
    const begun = promise()
    const first = () => {
      begun.resolve()
      return gate.kept
    }
    bot.on('follow', first)
    const sent = send(bot, burst(count))
    await begun.kept
    gate.resolve()
    await sent
    expect(await bot.handle(burst(count).slice(-1) as never)).toMatchObject([
      { outcome: 'duplicate' },
    ])
  })
})

it('10,000 webhooks of one user are all handled, in order', async () => {
  const { bot } = botWith()
  const gate = promise()
  const handled: number[] = []
  bot.on('follow', () => gate.kept)
  bot.on('message:text', (ctx) => void handled.push(Number(ctx.text)))
  const sent = burst(10_000).map((one) => post(bot, bodyOf(one)))
  await Promise.resolve()
  gate.resolve()
  const answers = await Promise.all(sent)
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(handled).toEqual(inOrder(10_000))
})

it('stickers that come while a handler is slow end no bot in the emulator', async () => {
  const bot = createBot({ channelSecret: 'secret', channelAccessToken: 'token' })
  const gate = promise()
  let handled = 0
  bot.on('message:text', () => gate.kept)
  bot.use((_, next) => {
    handled += 1
    return next()
  })
  const line = createEmulator({ bot })
  const user = line.user('Aki')
  const said = [user.says('slow')]
  for (let index = 0; index < 3_000; index++) said.push(user.sendsSticker())
  await vi.waitFor(() => expect(handled).toBeGreaterThan(0))
  gate.resolve()
  await Promise.all(said)
  expect(handled).toBe(3_001)
})

describe('an error that arises while an event ends reaches no other event', () => {
  const angry = () => {
    throw new Error('the log is full')
  }

  it.each<[string, BotOptions]>([
    ['of onWarning', { onWarning: angry }],
    ['of an asynchronous onWarning', { onWarning: () => Promise.reject(new Error()) as never }],
  ])('%s', async (_, options) => {
    const clock = new FakeClock()
    const { bot } = botWith({ ...options, clock })
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const handled: string[] = []
    bot.on('message:text', async (ctx) => {
      handled.push(ctx.text)
      if (ctx.text === '0') await clock.sleep(1_600)
    })
    const texts = ['0', '1', '2']
    const events = texts.map((text) => event({ message: { type: 'text', id: '1', text } }))
    const sent = events.map((one) => post(bot, bodyOf(one)))
    await clock.sleeping(4)
    await clock.pass(1_600)
    const answers = await Promise.all(sent)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(handled).toEqual(texts)
    expect(print.mock.calls.flat().join()).toMatch(/onWarning/)
    print.mockRestore()
  })

  it('of a console that cannot show what a handler threw', async () => {
    const { bot } = botWith()
    const print = vi.spyOn(console, 'error').mockImplementation(angry)
    const hidden = new Proxy({}, { get: angry, getPrototypeOf: angry, ownKeys: angry })
    const handled: string[] = []
    bot.on('follow', async () => {
      await Promise.resolve()
      throw hidden as Error
    })
    bot.on('unfollow', () => {
      throw hidden as Error
    })
    bot.on('message:text', (ctx) => void handled.push(ctx.text))
    const sent = post(bot, bodyOf(event({ type: 'follow' }), event({ type: 'unfollow' }), event()))
    expect((await sent).status).toBe(500)
    expect(handled).toEqual(['hello'])
    print.mockRestore()
  })
})

it('events that are not objects are skipped, and the others are handled', async () => {
  const { bot } = botWith()
  const handler = vi.fn()
  bot.on('message', handler)
  const hostile = {
    get type() {
      throw new Error('oops')
    },
  }
  vi.spyOn(console, 'error').mockReturnValueOnce()
  const reports = await bot.handle([null, hostile, event()] as never)
  expect(reports.map(({ outcome }) => outcome)).toEqual(['skipped', 'failed', 'handled'])
})
