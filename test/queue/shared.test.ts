/** Two bots that share a queue by mistake: neither handles the events of the other, and none is lost. */
import { expect, it, vi } from 'vitest'
import { consume, type Consumer, memoryQueue } from 'fukidashi/queue'
import { type BotOptions, createBot, type WebhookEvent } from 'fukidashi/webhook'
import { aki, event, FakeClock, says, secret } from '../webhook/support.js'

const shop = `U${'1'.repeat(32)}`
const clinic = `U${'2'.repeat(32)}`

function scene() {
  const clock = new FakeClock()
  const { mailboxes } = memoryQueue({ clock })
  const woken: [string, number][] = []
  const wake = (boxes: readonly string[], ms = 0) => {
    for (const box of boxes) woken.push([box, ms])
    return Promise.resolve()
  }
  const keep = (destination: string, one: unknown = says('hi')) => {
    const { webhookEventId, timestamp } = one as WebhookEvent
    const [id, mailbox] = [webhookEventId, `${destination}/${aki}`]
    const receivedAt = clock.now()
    return mailboxes.append([
      { id, mailbox, destination, userId: aki, timestamp, receivedAt, event: one },
    ])
  }
  const worker = (answerInfo: () => Response, options: Partial<BotOptions> = {}) => {
    const handled: string[] = []
    const fetch = vi.fn(() => Promise.resolve(answerInfo()))
    const bot = createBot({
      channelSecret: secret,
      channelAccessToken: 'token',
      clock,
      fetch,
      ...options,
    })
    bot.use((ctx) => void handled.push(ctx.destination))
    const onError = vi.fn()
    const consumer = consume(bot, { queue: { mailboxes, wake }, clock, onError })
    return { consumer, handled, fetch, onError }
  }
  const of = (userId: string) => () => Response.json({ userId })
  const drain = async (consumer: Consumer, ...destinations: string[]) => {
    for (const destination of destinations) await consumer.drain(`${destination}/${aki}`)
  }
  return { clock, mailboxes, woken, keep, worker, of, drain }
}

it('each handles its own, also if the first event is one of the other', async () => {
  const { keep, worker, of, drain, woken, mailboxes } = scene()
  const [one, two] = [worker(of(shop)), worker(of(clinic))]
  await keep(clinic)
  await keep(shop)
  for (let i = 0; i < 5; i++) await drain(one.consumer, clinic)
  await drain(one.consumer, shop)
  expect(one.handled).toEqual([shop])
  expect(woken).toEqual(Array(5).fill([`${clinic}/${aki}`, 5_000]))
  await drain(two.consumer, clinic)
  expect(two.handled).toEqual([clinic])
  expect(await mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
})

it('a worker reports that once a minute, and says what to do', async () => {
  const { clock, keep, worker, of, drain } = scene()
  const { consumer, onError } = worker(of(shop))
  await keep(clinic)
  await drain(consumer, clinic, clinic, clinic)
  expect(onError).toHaveBeenCalledOnce()
  expect(onError.mock.calls[0]![0]).toMatchObject({
    code: 'queue_shared',
    message: expect.stringMatching(
      new RegExp(`for the bot ${clinic}.*this worker is ${shop}.*prefix.*schema`),
    ) as string,
  })
  await clock.pass(60_000)
  await drain(consumer, clinic)
  expect(onError).toHaveBeenCalledTimes(2)
})

it('a worker asks LINE once for its own user id, also of many events at once', async () => {
  const { keep, worker, of, drain } = scene()
  const { consumer, fetch } = worker(of(shop))
  for (let i = 0; i < 3; i++) await keep(shop)
  await Promise.all([drain(consumer, shop), drain(consumer, shop), drain(consumer, clinic)])
  await drain(consumer, shop, clinic)
  expect(fetch).toHaveBeenCalledOnce()
})

it.each<[string, () => Response]>([
  ['does not answer', () => Response.error()],
  ['refuses the token', () => Response.json({ message: 'no' }, { status: 401 })],
  ['answers something else', () => Response.json({})],
])(
  'while LINE %s, a worker handles what it gets, and asks again after a minute',
  async (_, fail) => {
    const { clock, keep, worker, of, drain } = scene()
    let info = fail
    const { consumer, handled, fetch } = worker(() => info())
    await keep(clinic)
    await drain(consumer, clinic)
    await drain(consumer, clinic)
    expect(handled).toEqual([clinic])
    expect(fetch).toHaveBeenCalledOnce()
    info = of(shop)
    await clock.pass(60_000)
    await keep(clinic)
    await drain(consumer, clinic)
    expect(handled).toEqual([clinic])
  },
)

it.each<[string, Partial<BotOptions>]>([
  ['without a token', { channelAccessToken: undefined }],
  ['with a client of its own', { client: {} as never }],
])('a bot %s handles what it gets', async (_, options) => {
  const { keep, worker, of, drain } = scene()
  const { consumer, handled, fetch } = worker(of(shop), options)
  await keep(clinic)
  await drain(consumer, clinic)
  expect(handled).toEqual([clinic])
  expect(fetch).not.toHaveBeenCalled()
})

it('a bot with several channels handles those of each, and asks nothing', async () => {
  const { keep, worker, of, drain } = scene()
  const channels = [shop, clinic].map((destination) => ({
    destination,
    channelSecret: secret,
    channelAccessToken: 'token',
  }))
  const { consumer, handled, fetch } = worker(of(shop), {
    channels,
    channelSecret: undefined,
    channelAccessToken: undefined,
  })
  await keep(shop)
  await keep(clinic)
  await drain(consumer, shop, clinic)
  expect(handled).toEqual([shop, clinic])
  expect(fetch).not.toHaveBeenCalled()
})

it('a bot with one channel and its destination needs no look-up', async () => {
  const { keep, worker, of, drain, mailboxes } = scene()
  const channels = [{ destination: shop, channelSecret: secret, channelAccessToken: 'token' }]
  const { consumer, handled, fetch } = worker(of(shop), {
    channels,
    channelSecret: undefined,
    channelAccessToken: undefined,
  })
  await keep(clinic)
  await drain(consumer, clinic)
  expect(handled).toEqual([])
  expect(fetch).not.toHaveBeenCalled()
  expect(await mailboxes.counts()).toMatchObject({ waiting: 1 })
})

it('events of a webhook without a destination are handled', async () => {
  const { keep, worker, of, drain } = scene()
  const { consumer, handled } = worker(of(shop))
  await keep('', event({ type: 'follow' }))
  await drain(consumer, '')
  expect(handled).toEqual([''])
})
