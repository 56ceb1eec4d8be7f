/** Answers of health endpoints. */
import { describe, expect, it, vi } from 'vitest'
import { LineClient } from 'fukidashi/client'
import { healthCheck, type HealthCheckOptions } from 'fukidashi/health'
import { consume, memoryQueue, receiver } from 'fukidashi/queue'
import { memoryStore } from 'fukidashi/store'
import { type BotOptions, createBot, type Observer } from 'fukidashi/webhook'
import {
  aki,
  bodyOf,
  botWith,
  FakeClock,
  post,
  promise,
  says,
  secret,
  sign,
} from '../webhook/support.js'

const never = () => new Promise<never>(() => undefined)

/** A bot that is checked. */
function scene(options: BotOptions = {}, checkOptions: HealthCheckOptions = {}) {
  const clock = new FakeClock()
  const health = healthCheck({ clock, ...checkOptions })
  const { bot } = botWith({ clock, observers: health, onWarning: () => undefined, ...options })
  bot.catch(() => undefined)
  return { clock, health, bot, now: () => new Date(clock.now()).toISOString() }
}

describe('a bot that is well', () => {
  it('reports what has happened since its start, as JSON', async () => {
    const { bot, health, clock, now } = scene({ store: memoryStore() })
    const startedAt = now()
    bot.on('message', () => undefined)
    expect(await health()).toEqual({
      status: 'ok',
      reasons: [],
      startedAt,
      webhooks: { lastAt: null, signatureFailures: 0 },
      events: {
        underway: 0,
        handled: 0,
        failed: 0,
        lastHandledAt: null,
        lastFailed: null,
        lastDeadAt: null,
      },
      redelivery: { seen: false, lastAt: null },
      store: { reachable: true, ms: 0 },
    })
    await clock.pass(5_000)
    await post(bot, bodyOf(says('hi', { deliveryContext: { isRedelivery: true } })))
    const answer = await health()
    expect(answer).toMatchObject({
      status: 'ok',
      webhooks: { lastAt: now() },
      events: { handled: 1, lastHandledAt: now(), underway: 0 },
      redelivery: { seen: true, lastAt: now() },
    })
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })

  it('reports events under way', async () => {
    const { bot, health } = scene()
    const gate = promise()
    bot.on('message', () => gate.kept)
    const answer = post(bot, bodyOf(says('hi')))
    await vi.waitFor(async () => expect((await health()).events.underway).toBe(1))
    gate.resolve()
    await answer
    expect((await health()).events).toMatchObject({ underway: 0, handled: 1 })
  })

  it('keeps its record when it is connected elsewhere', async () => {
    const { bot, health } = scene()
    bot.on('message', () => undefined)
    await post(bot.connect({ channelSecret: secret }), bodyOf(says('hi')))
    expect((await health()).events.handled).toBe(1)
  })
})

describe('a store', () => {
  it('that does not answer is degraded, within the time limit of the check', async () => {
    const store = memoryStore()
    const { health, clock, now } = scene({ store }, { timeout: 300 })
    store.get = never
    const since = now()
    const checking = health()
    await clock.pass(300)
    expect(await checking).toMatchObject({
      status: 'degraded',
      reasons: [
        { code: 'store_away', message: expect.stringContaining('perhaps twice') as string },
      ],
      store: {
        reachable: false,
        ms: 300,
        error: 'timed_out',
        awaySince: expect.any(String) as string,
      },
    })
    await clock.pass(60_000)
    store.get = () => Promise.reject(new Error('connect redis://:password@host'))
    const later = await health()
    expect(later.store).toMatchObject({ reachable: false, error: 'Error' })
    expect(Date.parse(later.store!.awaySince!) - Date.parse(since)).toBe(300)
    expect(JSON.stringify(later)).not.toContain('password')
    store.get = () => Promise.resolve(undefined)
    expect(await health()).toMatchObject({ status: 'ok', store: { reachable: true } })
  })

  it('that is away has been so since the first event that met it', async () => {
    const store = memoryStore()
    const { bot, health, clock, now } = scene({ store })
    store.claim = () => Promise.reject(new Error('away'))
    store.get = () => Promise.reject(new Error('away'))
    const since = now()
    await post(bot, bodyOf(says('hi')))
    await clock.pass(60_000)
    expect((await health()).store!.awaySince).toBe(since)
  })

  it('that throws at once is away, and so is one that is no store', async () => {
    const store = memoryStore()
    const { health } = scene({ store })
    store.get = () => {
      throw new TypeError('no')
    }
    expect((await health()).store).toMatchObject({ reachable: false, error: 'TypeError' })
  })

  it('is down where events are refused without it, and says what that means', async () => {
    const store = memoryStore()
    const { bot, health } = scene({ store, whenStoreIsAway: 'refuse' })
    store.get = () => Promise.reject(new Error('away'))
    expect(await health()).toMatchObject({ status: 'down' })
    const [reason] = (await health()).reasons
    expect(reason!.message).toContain('"Webhook redelivery" is on')
    expect(reason!.message).toContain('none has been seen')
    await post(bot, bodyOf(says('hi', { deliveryContext: { isRedelivery: true } })))
    expect((await health()).reasons[0]!.message).toContain('as it seems to be')
  })

  it('is found where it is a function of the environment', async () => {
    const store = memoryStore()
    const { health } = scene({ store: ((env: { STORE: typeof store }) => env.STORE) as never })
    expect((await health({ env: { STORE: store } })).store).toMatchObject({ reachable: true })
    expect((await health()).store).toMatchObject({ reachable: false })
  })
})

describe('a queue', () => {
  const webhook = (observers: Observer, queue = memoryQueue(), clock = new FakeClock()) =>
    receiver({ channelSecret: secret, queue, observers, clock, onWarning: () => undefined })

  const deliver = (to: ReturnType<typeof webhook>, fields = {}) => {
    const body = bodyOf(says('hi', fields))
    const headers = { 'x-line-signature': sign(body) }
    return to.fetch(new Request('http://x/', { method: 'POST', headers, body }))
  }

  it('is counted, for a receiver', async () => {
    const health = healthCheck()
    const clock = new FakeClock()
    await deliver(webhook(health, memoryQueue({ clock }), clock))
    expect(await health()).toMatchObject({
      status: 'ok',
      webhooks: { lastAt: expect.any(String) as string },
      queue: { reachable: true, waiting: 1, dead: 0, oldestMs: 0 },
    })
  })

  it('is late when its oldest event waits for too long', async () => {
    const clock = new FakeClock()
    const health = healthCheck({ clock })
    await deliver(webhook(health, memoryQueue({ clock }), clock))
    await clock.pass(31_000)
    expect(await health()).toMatchObject({
      status: 'degraded',
      reasons: [{ code: 'queue_late' }],
      queue: { oldestMs: 31_000 },
    })
  })

  it('that is away is down for a receiver and for a worker', async () => {
    const queue = memoryQueue()
    queue.mailboxes.counts = () => Promise.reject(new Error('away'))
    const front = healthCheck()
    const receives = webhook(front, queue)
    expect(await front()).toMatchObject({ status: 'down', reasons: [{ code: 'queue_away' }] })
    expect((await front()).reasons[0]!.message).toContain('"Webhook redelivery" is on')
    queue.mailboxes.append = () => Promise.reject(new Error('away'))
    await deliver(receives, { deliveryContext: { isRedelivery: true } })
    expect((await front()).reasons[0]!.message).toContain('as it seems to be')
    const back = healthCheck()
    const { bot } = botWith({ observers: [back] })
    const consumer = consume(bot, { queue, onError: () => undefined })
    expect(await back()).toMatchObject({ status: 'down', reasons: [{ code: 'queue_away' }] })
    expect((await back()).reasons[0]!.message).toContain('not handled')
    await consumer.close()
  })

  it('has events that a worker handled or gave up', async () => {
    const clock = new FakeClock()
    const { bot, health, now } = scene({ clock }, { clock })
    const queue = memoryQueue({ clock })
    bot.on('message', () => Promise.reject(new RangeError(`of ${aki}`)))
    await deliver(webhook(healthCheck({ clock }), queue, clock))
    const consumer = consume(bot, { queue, clock, attempts: 1, onDead: () => undefined })
    await vi.waitFor(async () => expect((await health()).queue).toMatchObject({ dead: 1 }))
    await consumer.close()
    const { events } = await health()
    expect(events).toMatchObject({
      failed: 1,
      lastDeadAt: now(),
      lastFailed: { at: now(), error: 'RangeError' },
    })
    expect(JSON.stringify(await health())).not.toContain(aki)
  })
})

describe('a bot that is not well', () => {
  it('has handlers that fail one after the other', async () => {
    const { bot, health } = scene()
    bot.on('message', (ctx) => {
      if (ctx.message.type === 'text' && ctx.message.text === 'no') throw new TypeError('no')
    })
    for (let i = 0; i < 2; i++) await post(bot, bodyOf(says('no')))
    expect((await health()).status).toBe('ok')
    await post(bot, bodyOf(says('no')))
    expect(await health()).toMatchObject({
      status: 'degraded',
      reasons: [
        { code: 'events_failing', message: expect.stringContaining('TypeError') as string },
      ],
    })
    await post(bot, bodyOf(says('yes')))
    expect((await health()).status).toBe('ok')
  })

  it('may have the secret of another channel, if no signature is right', async () => {
    const { bot, health } = scene()
    const signature = sign('x', 'another secret')
    for (let i = 0; i < 2; i++) await post(bot, bodyOf(says('hi')), { signature })
    expect(await health()).toMatchObject({
      status: 'degraded',
      reasons: [{ code: 'signature_invalid' }],
      webhooks: { lastAt: null, signatureFailures: 2 },
    })
    // LINE's console verifies a webhook without events.
    await post(bot, bodyOf())
    expect((await health()).status).toBe('ok')
  })
})

describe('a token', () => {
  const client = (status: number, fetch = () => Promise.resolve(answerOf(status))) =>
    new LineClient({ channelAccessToken: 'secret-token', fetch: fetch, retry: false })
  const answerOf = (status: number) =>
    new Response(
      JSON.stringify(
        status === 200
          ? {
              userId: aki,
              basicId: '@x',
              displayName: 'x',
              chatMode: 'bot',
              markAsReadMode: 'auto',
            }
          : { message: 'no' },
      ),
      { status, headers: { 'content-type': 'application/json' } },
    )

  it('is not checked unless asked', async () => {
    const { health } = scene({}, { client: client(401) })
    expect(await health()).toMatchObject({ status: 'ok' })
    expect((await health()).token).toBeUndefined()
  })

  it.each([
    [200, 'ok', true],
    [401, 'down', false],
    [500, 'degraded', null],
  ])('that LINE answers with %i is %s', async (status, result, valid) => {
    const { health } = scene({}, { client: client(status) })
    const answer = await health({ deep: true })
    expect(answer).toMatchObject({ status: result, token: { valid } })
    expect(JSON.stringify(answer)).not.toContain('secret-token')
  })

  it('is unchecked when LINE does not answer in time', async () => {
    const { health, clock } = scene({}, { client: client(200, never) })
    const checking = health({ deep: true })
    await clock.pass(1_000)
    expect(await checking).toMatchObject({
      status: 'degraded',
      reasons: [{ code: 'token_unchecked' }],
      token: { valid: null, ms: 1_000 },
    })
  })

  it('is unchecked without a client, and the reason says so', async () => {
    const { health } = scene()
    const { reasons } = await health({ deep: true })
    expect(reasons[0]!.message).toContain('healthCheck({ client })')
  })
})

describe('options', () => {
  it.each([
    [{ timeout: 0 }, 'timeout'],
    [{ lateAfter: '30s' }, 'lateAfter'],
    [{ client: {} }, 'client'],
    [{ queue: {} }, 'queue'],
  ])('%j is refused', (options, name) => {
    expect(() => healthCheck(options as never)).toThrow(
      expect.objectContaining({
        code: 'option_invalid',
        message: expect.stringContaining(name) as string,
      }),
    )
  })

  it.each([[healthCheck], [{}], [[healthCheck(), 5]], ['telemetry']])(
    'observers %# are refused by a bot and a receiver',
    (observers) => {
      const options = { channelSecret: secret, observers: observers as never }
      const refused = expect.objectContaining({
        code: 'option_invalid',
        message: expect.stringContaining('observers') as string,
      }) as Error
      expect(() => createBot(options)).toThrow(refused)
      expect(() => receiver({ ...options, queue: memoryQueue() })).toThrow(refused)
    },
  )

  it('may leave an observer out of a list', () => {
    expect(() =>
      createBot({ channelSecret: secret, observers: [undefined, healthCheck()] as never }),
    ).not.toThrow()
  })
})
