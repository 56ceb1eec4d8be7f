import { describe, expect, it, vi } from 'vitest'
import { createBot, WebhookError } from '../../../src/webhook/index.js'
import {
  bodyOf,
  botWith,
  destination,
  event,
  FakeClock,
  post,
  says,
  secret,
  sign,
} from '../support.js'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a webhook', () => {
  it('is handled and answered with 200', async () => {
    const { bot } = botWith()
    const heard: string[] = []
    bot.on('message:text', (ctx) => void heard.push(ctx.text))
    expect(await post(bot, bodyOf(says('hi'), says('there')))).toMatchObject({ status: 200 })
    expect(heard).toEqual(['hi', 'there'])
  })

  it('answers LINE’s own example', async () => {
    const { bot } = botWith()
    const body = `{"destination":"${destination}","events":[]}`
    const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='
    expect(await post(bot, body, { signature })).toMatchObject({ status: 200 })
  })

  it.each([
    ['without a signature', '', 401, /no x-line-signature/],
    ['with another secret’s', sign(bodyOf(), 'another'), 401, /channel secret belongs to another/],
    ['with nonsense', 'x', 401, /does not match/],
  ])('%s is refused', async (_, signature, status, text) => {
    const { bot } = botWith()
    const response = await post(bot, bodyOf(), { signature })
    expect(response.status).toBe(status)
    expect(response.body).toMatch(text)
  })

  it.each([
    'null',
    '5',
    '[]',
    '"x"',
    '{}',
    '{"events":{}}',
    '{"destination":1,"events":[]}',
    '{',
    '',
  ])('that is signed but says %j is a bad request', async (body) => {
    expect((await post(botWith().bot, body)).status).toBe(400)
  })

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS'])('by %s gets the advice to POST', async (method) => {
    const { bot } = botWith()
    const response = await bot.receive({ method, header: () => undefined, body: null })
    expect(response).toMatchObject({ status: 405, headers: { allow: 'POST' } })
    expect(response.body).toMatch(/POST requests here/)
  })

  it('that says it is too large is refused unread', async () => {
    const { bot } = botWith()
    let read = false
    const body = (async function* () {
      read = true
      yield await Promise.resolve(bytes('x'))
    })()
    const headers: Record<string, string> = {
      'x-line-signature': sign('x'),
      'content-length': '2000001',
    }
    const response = await bot.receive({ method: 'POST', header: (name) => headers[name], body })
    expect(response.status).toBe(413)
    expect(read).toBe(false)
  })

  it('that turns out too large is read no further', async () => {
    const { bot } = botWith({ maxBodyBytes: 1000 })
    let read = 0
    let closed = false
    const body = (async function* () {
      try {
        for (;;) {
          read += 300
          yield await Promise.resolve(new Uint8Array(300))
        }
      } finally {
        closed = true
      }
    })()
    const response = await bot.receive({ method: 'POST', header: () => sign('x'), body })
    expect(response.status).toBe(413)
    expect(read).toBe(1200)
    expect(closed).toBe(true)
  })

  it.each(['iterable', 'web stream'])('that stalls as %s is ended with 408', async (kind) => {
    const clock = new FakeClock()
    const { bot } = botWith({ clock, bodyTimeout: 5_000 })
    const cancel = vi.fn()
    const never = {
      next: () => new Promise<never>(() => undefined),
      return: () => Promise.resolve({ done: true as const, value: undefined }),
    }
    const body =
      kind === 'iterable'
        ? { [Symbol.asyncIterator]: () => never }
        : new ReadableStream<Uint8Array>({ start: (c) => c.enqueue(bytes('{')), cancel })
    const response = bot.receive({
      method: 'POST',
      header: (n) => (n === 'x-line-signature' ? sign('{') : null),
      body,
    })
    await clock.sleeping()
    await clock.pass(5_000)
    expect((await response).status).toBe(408)
    if (kind === 'web stream') expect(cancel).toHaveBeenCalled()
  })

  it('leaves no timer behind', async () => {
    const clock = new FakeClock()
    const { bot } = botWith({ clock })
    const body = bodyOf(event())
    const stream = new Blob([body]).stream()
    const header = (name: string) => (name === 'x-line-signature' ? sign(body) : null)
    expect((await bot.receive({ method: 'POST', header, body: stream })).status).toBe(200)
    expect(clock.asleep).toBe(0)
  })

  it('whose stream breaks is a bad request', async () => {
    const { bot } = botWith()
    const body = new ReadableStream<Uint8Array>({ start: (c) => c.error(new Error('reset')) })
    const header = (name: string) => (name === 'x-line-signature' ? sign('x') : null)
    expect((await bot.receive({ method: 'POST', header, body })).status).toBe(400)
  })

  it('may be signed with any of several secrets', async () => {
    const { bot } = botWith({ channelSecret: ['new', secret] })
    expect((await post(bot, bodyOf())).status).toBe(200)
    expect((await post(bot, bodyOf(), { signature: sign(bodyOf(), 'new') })).status).toBe(200)
    expect((await post(bot, bodyOf(), { signature: sign(bodyOf(), 'old') })).status).toBe(401)
  })

  it('with a wrong signature is reported to the author once', async () => {
    const { bot, warnings } = botWith()
    for (let i = 0; i < 3; i++) await post(bot, bodyOf(), { signature: sign('another') })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).not.toContain(secret)
  })
})

describe('a bot', () => {
  it.each(['', ' \n', [], ['x', '']])('is not made with the secret %j', (channelSecret) => {
    const make = () => createBot({ channelSecret: channelSecret as string })
    expect(make).toThrow(WebhookError)
    expect(make).toThrow(/channelSecret is empty or missing.*console/)
  })

  it('is not made with an empty token', () => {
    expect(() => createBot({ channelSecret: secret, channelAccessToken: '' })).toThrow(
      /channelAccessToken is empty/,
    )
  })

  it.each([{ ack: 'later' }, { push: 'always' }, { channels: [] }])(
    'is not made with %j',
    (options) => {
      expect(() => createBot({ channelSecret: secret, ...options } as never)).toThrow(WebhookError)
    },
  )

  it('receives events without a token, and reports the missing token at the first reply', async () => {
    const bot = createBot({ channelSecret: secret })
    const errors: unknown[] = []
    bot.on('message', (ctx) => ctx.reply('hi')).catch((error) => void errors.push(error))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(errors).toEqual([expect.objectContaining({ code: 'client_missing' })])
  })
})
