/** Options that cannot be used are refused where they are passed. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type BotOptions,
  createBot,
  parseWebhook,
  toLambda,
  toNodeListener,
  unsafeParseWebhook,
  verifySignature,
} from '../../../src/webhook/index.js'
import { memoryQueue, receiver } from '../../../src/queue/index.js'
import {
  bodyOf,
  botWith,
  event,
  FakeClock,
  Notebook,
  post,
  says,
  secret,
  sign,
} from '../support.js'

afterEach(() => vi.unstubAllGlobals())

const numbers = ['handlerTimeout', 'bodyTimeout', 'maxBodyBytes', 'maxAge'] as const

describe.each(numbers)('%s', (name) => {
  it.each([0, -1, NaN, -Infinity, '5', '10s', '', null, true, {}, [5], 5n])(
    'may not be %o',
    (value) => {
      expect(() => botWith({ [name]: value })).toThrow(
        expect.objectContaining({
          code: 'option_invalid',
          message: expect.stringMatching(new RegExp(`^${name}\\b.*`)) as string,
        }),
      )
    },
  )

  it('may be Infinity, and then webhooks are handled', async () => {
    const clock = new FakeClock()
    const { bot } = botWith({ [name]: Infinity, clock })
    const handler = vi.fn()
    bot.on('message', handler)
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
    const body = bodyOf(event())
    const response = await bot.fetch(
      new Request('http://bot.example', {
        method: 'POST',
        headers: { 'x-line-signature': sign(body) },
        body,
      }),
    )
    expect(response.status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(2)
  })
})

it.each(['handlerTimeout', 'bodyTimeout', 'maxBodyBytes'])(
  '%s has its default where it is undefined',
  async (name) => {
    const { bot } = botWith({ [name]: undefined })
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
  },
)

it('texts of environment variables come with advice', () => {
  expect(() => botWith({ handlerTimeout: '10' as never })).toThrow(
    /handlerTimeout: the text '10' is not permitted.*Number\(process\.env\.NAME\)/,
  )
})

describe('an option that protects the bot', () => {
  it.each([
    ['maxAge', undefined],
    ['maxAge', null],
    ['maxAge', ''],
  ])('%s: %o is no way to turn it off', (name, value) => {
    expect(() => botWith({ [name]: value })).toThrow(/maxAge is there, but/)
  })

  it.each([undefined, null, '', 5])('channels[].destination: %o is refused', (destination) => {
    const channel = { channelSecret: secret, destination: destination as never }
    expect(() => createBot({ channels: [channel] })).toThrow(/channels\[\]\.destination/)
  })

  it.each([null, '', ' ', [], ['', secret], 5, {}])(
    'channelSecret: %o is refused',
    (channelSecret) => {
      const code = expect.objectContaining({ code: 'secret_missing' }) as Error
      expect(() => createBot({ channelSecret: channelSecret as never })).toThrow(code)
      expect(() => createBot({ channels: [{ channelSecret: channelSecret as never }] })).toThrow(
        code,
      )
    },
  )

  it.each([
    `"${secret}"`,
    `'${secret}`,
    `${secret}\n`,
    ` ${secret}`,
    `${secret}\r`,
    [secret, '\tx'],
  ])('channelSecret: %j is refused, and not in the error', (channelSecret) => {
    const refused = expect.objectContaining({
      code: 'option_invalid',
      message: 'channelSecret has quotes, spaces or newlines around it.',
    }) as Error
    expect(() => createBot({ channelSecret })).toThrow(refused)
    expect(() => createBot({ channels: [{ channelSecret }] })).toThrow(refused)
    expect(() => receiver({ channelSecret, queue: memoryQueue() })).toThrow(refused)
  })
})

describe('dedupe', () => {
  const store = new Map<string, unknown>()

  it.each<[string, unknown, RegExp]>([
    ['a number', 1, /^dedupe: 1 is not permitted/],
    ['a text', 'false', /^dedupe: a text is not permitted/],
    ['null', null, /^dedupe: null/],
    ['a max that is not a number', { max: NaN }, /^dedupe\.max: NaN is not permitted/],
    ['a max of 0', { max: 0 }, /^dedupe\.max: 0/],
    ['a max without end', { max: Infinity }, /^dedupe\.max: Infinity/],
    ['a max beyond all memory', { max: 10_000_001 }, /^dedupe\.max: 10000001/],
    ['half an id', { max: 1.5 }, /^dedupe\.max: 1\.5/],
    ['a max as text', { max: '100' }, /^dedupe\.max: the text '100'/],
    ['a ttl that is not a number', { ttl: NaN }, /^dedupe\.ttl: NaN/],
    ['a ttl of 0', { ttl: 0 }, /^dedupe\.ttl: 0/],
    ['a ttl as text', { ttl: '1h' }, /^dedupe\.ttl: the text '1h'/],
    ['a ttl that no store can take', { ttl: Infinity, store }, /^dedupe\.ttl: Infinity/],
    ['a timeout of 0', { store, timeout: 0 }, /^dedupe\.timeout: 0/],
    ['a timeout without end', { store, timeout: Infinity }, /^dedupe\.timeout: Infinity/],
    ['null as a store', { store: null }, /^dedupe\.store: null/],
    ['an address as a store', { store: 'redis://localhost' }, /^dedupe\.store: a text/],
    ['a store that cannot write', { store: { get: () => 0 } }, /^dedupe\.store has no set\(\)/],
    ['a prefix that is not a text', { prefix: 5 }, /^dedupe\.prefix: 5/],
  ])('may not be %s', (_, dedupe, text) => {
    expect(() => botWith({ dedupe: dedupe as never })).toThrow(
      expect.objectContaining({
        code: 'option_invalid',
        message: expect.stringMatching(text) as string,
      }),
    )
  })

  it.each<[string, BotOptions['dedupe']]>([
    ['true', true],
    ['undefined', undefined],
    ['an empty object', {}],
    ['a ttl without end', { ttl: Infinity }],
    ['a single id', { max: 1 }],
    ['a Map', { store, timeout: 1, prefix: '' }],
    ['a store that is undefined', { store: undefined }],
  ])('may be %s, and then an event is handled once', async (_, dedupe) => {
    store.clear()
    const { bot } = botWith({ dedupe } as BotOptions)
    const handler = vi.fn()
    bot.on('message', handler)
    const body = bodyOf(event())
    for (let i = 0; i < 2; i++) expect((await post(bot, body)).status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(1)
  })
})

it.each<[string, object, RegExp]>([
  ['ack', { ack: 'later' }, /^ack: .*'after' or 'before'/],
  ['ack', { ack: null }, /^ack: null/],
  ['push', { push: 'always' }, /^push: "always"/],
  ['push', { push: null }, /^push: null/],
  ['push', { push: { late: true } }, /^push: /],
  ['context', { context: {} }, /^context: an object is not permitted. Use a function/],
  ['onWarning', { onWarning: 'console' }, /^onWarning: a text/],
  ['clock', { clock: Date }, /^clock has no sleep\(\)/],
  ['clock', { clock: null }, /^clock: null/],
  ['client', { client: null }, /^client: null/],
  ['client', { client: 'token' }, /^client: a text/],
  ['channels', { channelSecret: undefined, channels: [] }, /^channels: an empty array/],
  ['channels', { channelSecret: undefined, channels: {} }, /^channels: an object/],
  ['channels', { channelSecret: undefined, channels: null }, /^channels: null/],
  ['channels', { channelSecret: undefined, channels: [null] }, /^channels\[\]: null/],
  ['timeout', { timeout: NaN }, /^timeout: NaN/],
  ['headers', { headers: { 'a b': 'c' } }, /header/],
  ['baseUrl', { baseUrl: 'nowhere' }, /baseUrl/],
])('%s that cannot be used is refused by createBot and bot.connect: %o', (_, options, text) => {
  expect(() => botWith(options)).toThrow(text)
  const wiring = options as never
  if ('clock' in options || 'client' in options || 'timeout' in options)
    expect(() => botWith().bot.connect(wiring)).toThrow(text)
})

it('options that have no effect beside channels are warned of', () => {
  const { warnings } = botWith({ channels: [{ channelSecret: secret }] })
  expect(warnings).toEqual([expect.stringMatching(/no effect beside channels/)])
})

describe('channelAccessToken', () => {
  it.each([null, '', ' \n'])('may be left out, but not be %o', (token) => {
    const channelAccessToken = token as string
    const code = expect.objectContaining({ code: 'token_missing' }) as Error
    expect(() => createBot({ channelSecret: secret, channelAccessToken })).toThrow(code)
    expect(() => createBot({ channels: [{ channelSecret: secret, channelAccessToken }] })).toThrow(
      code,
    )
    expect(() => createBot({ channelSecret: secret })).not.toThrow()
  })

  it.each([5, {}, true])('may not be %o', (token) => {
    expect(() => createBot({ channelSecret: secret, channelAccessToken: token as never })).toThrow(
      /^channelAccessToken: /,
    )
  })

  it('as a function of env must return a token', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    for (const [token, text] of [
      [undefined, /channelAccessToken is empty/],
      ['', /channelAccessToken is empty/],
      [Promise.reject(new Error('later')), /returns a promise/],
    ] as const) {
      const bot = createBot({
        channelSecret: () => secret,
        channelAccessToken: () => token as never,
      })
      const body = bodyOf(event())
      expect((await post(bot, body)).status).toBe(500)
      expect(String(print.mock.lastCall![1])).toMatch(text)
    }
    print.mockRestore()
  })
})

describe('functions that take a bot', () => {
  it.each([undefined, null, {}, () => undefined, new Notebook()])('refuse %o', (wrong) => {
    expect(() => toNodeListener(wrong as never)).toThrow(/toNodeListener.*createBot/)
    expect(() => toLambda(wrong as never)).toThrow(/toLambda.*createBot/)
  })
})

describe('functions that take bytes', () => {
  const body = bodyOf(event())
  const bytes = new TextEncoder().encode(body)

  it.each([undefined, null, body, JSON.parse(body)])('refuse %o', async (wrong) => {
    const text = /must be the raw bytes/
    expect(() => unsafeParseWebhook(wrong as never)).toThrow(text)
    await expect(verifySignature(wrong as never, sign(body), secret)).rejects.toThrow(text)
    await expect(parseWebhook(wrong as never, sign(body), secret)).rejects.toThrow(text)
  })

  it.each([undefined, null, '', [], [''], 5, {}])('refuse the secret %o', async (wrong) => {
    const code = expect.objectContaining({ code: 'secret_missing' }) as Error
    await expect(verifySignature(bytes, sign(body), wrong as never)).rejects.toThrow(code)
    await expect(parseWebhook(bytes, sign(body), wrong as never)).rejects.toThrow(code)
  })

  it('refuse a secret with quotes around it', async () => {
    const quoted = expect.objectContaining({ code: 'option_invalid' }) as Error
    await expect(verifySignature(bytes, sign(body), `"${secret}"`)).rejects.toThrow(quoted)
    await expect(parseWebhook(bytes, sign(body), [`${secret}\n`])).rejects.toThrow(quoted)
  })

  it.each([undefined, null, 5, ['x'], {}])('take %o for no signature', async (wrong) => {
    expect(await verifySignature(bytes, wrong as never, secret)).toBe(false)
  })
})

describe('methods of a bot', () => {
  const { bot } = botWith()

  it.each([undefined, null, 'text', 5, {}, { events: {} }])('handle refuses %o', async (wrong) => {
    await expect(bot.handle(wrong as never)).rejects.toThrow(/^bot\.handle.*events/)
  })

  it.each([undefined, null, 5, {}, { method: 'POST', body: '' }])(
    'receive and fetch refuse %o',
    async (wrong) => {
      await expect(bot.receive(wrong as never)).rejects.toThrow(/^bot\.receive needs/)
      await expect(bot.fetch(wrong as never)).rejects.toThrow(/^bot\.fetch needs/)
    },
  )

  it('fetch says what to use for a request of node:http', async () => {
    const failed = new Promise<unknown>((resolve) => {
      const server = createServer((request, response) => {
        bot.fetch(request as never).catch(resolve)
        response.end()
        server.close()
      }).listen(0, '127.0.0.1', () => {
        void fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      })
    })
    expect(String(await failed)).toMatch(/toNodeListener\(bot\)/)
  })

  it.each(['use', 'default', 'catch', 'onUnknown'] as const)('%s needs a function', (name) => {
    for (const wrong of [undefined, null, {}, 'text'])
      expect(() => bot[name](wrong as never)).toThrow(/needs a function/)
  })

  it('on needs a function', () => {
    expect(() => bot.on('follow', undefined as never)).toThrow(/needs a function/)
  })
})

it('a machine whose clock is set does not end handlers, forget events or prolong them', async () => {
  let offset = 0
  const clock = new FakeClock()
  const machine = {
    now: () => clock.now() + offset,
    monotonic: () => clock.now(),
    sleep: clock.sleep,
  }
  const { bot, warnings } = botWith({ clock: machine, handlerTimeout: 10_000 })
  let handled = 0
  const caught: unknown[] = []
  bot.catch((error) => void caught.push(error))
  bot.on('message:text', async (ctx) => {
    handled += 1
    if (ctx.text === 'hang') await new Promise(() => undefined)
  })
  const once = bodyOf(says('once'))
  await post(bot, once)
  offset = 86_400_000
  await post(bot, once)
  expect(handled).toBe(1)
  const hanging = post(bot, bodyOf(says('hang')))
  await clock.sleeping()
  offset = 0
  await clock.pass(1_000)
  offset = 86_400_000 * 2
  await clock.pass(1_000)
  expect(caught).toEqual([])
  offset = -86_400_000
  await clock.pass(8_000)
  expect((await hanging).status).toBe(500)
  expect(caught).toHaveLength(1)
  expect(warnings).toEqual([expect.stringMatching(/1\.5 s/)])
})

it('a clock that cannot wait for longer than setTimeout ends no handler early', async () => {
  const delays: number[] = []
  const clock = {
    now: () => 0,
    sleep: (ms: number) => {
      delays.push(ms)
      return new Promise<void>(() => undefined)
    },
  }
  const { bot } = botWith({ clock, handlerTimeout: 1e12, ack: 'before' })
  bot.on('message', () => new Promise(() => undefined))
  await post(bot, bodyOf(event()))
  await vi.waitFor(() => expect(delays).toHaveLength(1))
  expect(delays[0]).toBeLessThan(2 ** 31)
})
