/** Webhooks: signatures, time limits, redelivery. */
import { createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { sign } from '../../src/emulator/webhook/sign.js'
import { createBot } from '../../src/webhook/index.js'
import { setUp } from './support.js'

it("signs as LINE's own example", async () => {
  const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
  expect(await sign('8c570fa6dd201bb328f1c1eac23a96d8', new TextEncoder().encode(body))).toBe(
    'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=',
  )
})

it('goes to any function from Request to Response', async () => {
  const seen: { headers: Headers; body: string }[] = []
  const { line } = setUp({
    webhook: async (request) => {
      seen.push({ headers: request.headers, body: await request.text() })
      return new Response(null, { status: 204 })
    },
  })
  const { webhook } = await line.user('Aki').says('hi')
  const { headers, body } = seen[0]!
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(headers.get('user-agent')).toBe('LineBotWebhook/2.0')
  const mac = createHmac('sha256', line.account.channelSecret).update(body).digest('base64')
  expect(headers.get('x-line-signature')).toBe(mac)
  expect(JSON.parse(body)).toMatchObject({ destination: line.account.userId })
  expect(webhook).toMatchObject({ status: 204, reason: 'OK' })
})

describe('failures', () => {
  it.each([
    [
      () => new Response(null, { status: 500 }),
      { status: 500, reason: 'ERROR_STATUS_CODE', detail: '500' },
    ],
    [
      () => new Response(null, { status: 302 }),
      { status: 302, reason: 'ERROR_STATUS_CODE', detail: '302' },
    ],
    [
      () =>
        Promise.reject(
          Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } }),
        ),
      { reason: 'COULD_NOT_CONNECT', detail: 'Unknown host' },
    ],
  ])('have different reasons', async (webhook, expected) => {
    const { line } = setUp({ webhook })
    expect((await line.user('Aki').says('hi')).webhook).toMatchObject(expected)
  })

  it('come after two seconds', async () => {
    let answer: () => void = () => undefined
    const { line, clock } = setUp({
      webhook: () => new Promise<Response>((resolve) => (answer = () => resolve(new Response()))),
    })
    const { webhook } = await line.user('Aki').says('hi', { settle: false })
    clock.advance(1_999)
    expect(webhook).not.toHaveProperty('reason')
    clock.advance(1)
    expect(webhook).toMatchObject({
      reason: 'REQUEST_TIMEOUT',
      detail: 'Request timeout',
      ms: 2_000,
    })
    answer()
    await line.settled()
    expect(webhook).toMatchObject({ reason: 'REQUEST_TIMEOUT' })
  })

  it('of a URL without a server', async () => {
    const { line } = setUp({ webhook: 'http://127.0.0.1:1/webhook' })
    expect((await line.user('Aki').says('hi')).webhook).toMatchObject({
      reason: 'COULD_NOT_CONNECT',
    })
  })
})

describe('redelivery', () => {
  const failing = (until: number) => {
    const bodies: { events: Record<string, unknown>[] }[] = []
    const webhook = async (request: Request) => {
      bodies.push((await request.json()) as never)
      return new Response(null, { status: bodies.length < until ? 500 : 200 })
    }
    return { bodies, webhook }
  }
  const tick = () => new Promise(setImmediate)

  it('is off by default', async () => {
    const { bodies, webhook } = failing(9)
    const { line, clock } = setUp({ webhook })
    await line.user('Aki').says('hi')
    clock.advance(3_600_000)
    await tick()
    expect(bodies).toHaveLength(1)
  })

  it('sends the same event again until it is taken', async () => {
    const { bodies, webhook } = failing(3)
    const { line, clock } = setUp({ webhook, redelivery: true })
    await line.user('Aki').says('hi')
    for (const [minutes, count] of [
      [1, 2],
      [5, 3],
    ] as const) {
      // The next try is planned when the last one has failed.
      await vi.waitFor(() => expect(clock.waiting).toBeGreaterThan(0))
      clock.advance(minutes * 60_000)
      await vi.waitFor(() => expect(bodies).toHaveLength(count))
      await line.settled()
    }
    // Taken at last: nothing is planned any more.
    await tick()
    clock.advance(3_600_000)
    await tick()
    expect(bodies).toHaveLength(3)
    const [first, second] = bodies.map(({ events }) => events[0]!)
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
  })

  it('is there by hand, and a bot is not fooled', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message:text', (ctx) => ctx.reply('once'))
    const { line } = setUp({ bot })
    const aki = line.user('Aki')
    await aki.says('hi')
    expect(await line.redeliver()).toMatchObject({ reason: 'OK', redelivery: true })
    expect(aki.messages).toHaveLength(1)
    await expect(line.redeliver('nothing')).rejects.toThrow('No event nothing')
  })
})

describe('the endpoint', () => {
  const endpoint = '/v2/bot/channel/webhook/endpoint'
  const test = '/v2/bot/channel/webhook/test'

  it('is set, returned and tested', async () => {
    const { call } = setUp()
    const none = await call(endpoint)
    expect([none.status, none.body.message]).toEqual([404, 'Webhook endpoint not found'])
    expect((await call(test, { body: {} })).status).toBe(404)
    for (const wrong of ['http://example.com/', 'ftp://a.b', `https://a.b/${'c'.repeat(500)}`, 1]) {
      const { status, body } = await call(endpoint, { method: 'PUT', body: { endpoint: wrong } })
      expect([status, body.message]).toEqual([400, 'Invalid webhook endpoint URL'])
    }
    const address = 'http://127.0.0.1:1/'
    await call(endpoint, { method: 'PUT', body: { endpoint: address } })
    expect((await call(endpoint)).body).toEqual({ endpoint: address, active: true })
    expect((await call(test, { method: 'POST' })).body).toEqual({
      success: false,
      timestamp: '2026-08-01T00:00:00.000Z',
      statusCode: 0,
      reason: 'COULD_NOT_CONNECT',
      detail: `Connection failed: ${address}`,
    })
  })

  it('is verified with an event-less body, which reaches no handler', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.default(() => {
      throw new Error('never')
    })
    const { line } = setUp({ bot })
    expect(await line.verify()).toMatchObject({
      success: true,
      statusCode: 200,
      reason: 'OK',
      detail: '200',
    })
    expect(JSON.parse(line.webhooks[0]!.body)).toEqual({
      destination: line.account.userId,
      events: [],
    })
  })

  it('is verified with the dummies of former years, to which nothing can be said', async () => {
    const routes: string[] = []
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message', async (ctx) => void routes.push((await ctx.reply('a')).route))
    const { line } = setUp({ bot })
    expect(await line.verify({ dummies: true })).toMatchObject({ success: true })
    expect(routes).toEqual(['none', 'none'])
  })

  it('that is switched off gets nothing', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    const { line } = setUp({ bot })
    line.state.webhook.active = false
    expect((await line.user('Aki').says('hi')).webhook).toBeUndefined()
  })
})
