/** Secrets and tokens of bots from the environment, and what happens without them. */
import { Script, createContext } from 'node:vm'
import { build } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LineClient, statelessToken } from '../../../src/client/index.js'
import { type BotOptions, createBot, toLambda, toNodeListener } from '../../../src/webhook/index.js'
import { memoryStore } from '../../../src/store/index.js'
import { createEmulator, matchers } from '../../../src/testing/index.js'
import { aki, bodyOf, botWith, event, post, secret, sign } from '../support.js'

expect.extend(matchers)

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const logged = () => vi.mocked(console.error).mock.calls.flat().map(String).join('\n')

/** A client's `fetch` that writes down the tokens that it is called with. */
function network() {
  const tokens: unknown[] = []
  const urls: string[] = []
  const fetch = (url: string, init: RequestInit) => {
    urls.push(url)
    tokens.push(new Headers(init.headers).get('authorization'))
    return Promise.resolve(new Response('{}'))
  }
  return { fetch, tokens, urls }
}

const request = (body: string, key = secret) =>
  new Request('https://bot.example.com', {
    method: 'POST',
    headers: { 'x-line-signature': sign(body, key) },
    body,
  })

it('handlers reach a store that is a function of env by ctx.env', async () => {
  const env = { STORE: memoryStore(), LINE_CHANNEL_SECRET: secret }
  const store = ({ STORE }: typeof env) => STORE
  await env.STORE.set('cart', 1, { ttl: 60_000, userId: aki })
  const bot = createBot({ store })
  bot.on('unfollow', (ctx) => store(ctx.env as typeof env).forget(ctx.userId))
  const body = bodyOf(event({ type: 'unfollow', message: undefined, replyToken: undefined }))
  expect((await bot.fetch(request(body), env)).status).toBe(200)
  expect(await env.STORE.get('cart')).toBeUndefined()
})

describe('a bot without options', () => {
  it('takes secret and token from the environment', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', secret)
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'of-process')
    const { fetch, tokens } = network()
    const bot = createBot({ fetch })
    bot.on('message', (ctx) => ctx.reply('hi'))
    expect((await bot.fetch(request(bodyOf(event())))).status).toBe(200)
    expect(tokens).toEqual(['Bearer of-process'])
  })

  it('takes them from the env of a request first', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', 'another')
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'of-process')
    const { fetch, tokens } = network()
    const bot = createBot({ fetch })
    bot.on('message', (ctx) => ctx.reply('hi'))
    const env = { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: 'of-env' }
    expect((await bot.fetch(request(bodyOf(event())), env)).status).toBe(200)
    const other = { LINE_CHANNEL_SECRET: 'x', LINE_CHANNEL_ACCESS_TOKEN: 'of-other' }
    expect((await bot.fetch(request(bodyOf(event()), 'x'), other)).status).toBe(200)
    const rotated = { ...env, LINE_CHANNEL_ACCESS_TOKEN: 'rotated' }
    expect((await bot.fetch(request(bodyOf(event())), rotated)).status).toBe(200)
    expect(tokens).toEqual(['Bearer of-env', 'Bearer of-other', 'Bearer rotated'])
  })

  it.each([{}, undefined])(
    'can be imported and tested without any: createBot(%j)',
    async (options) => {
      const bot = createBot(options)
      bot.on('message:text', (ctx) => ctx.reply('hi'))
      const aki = createEmulator({ bot }).user('Aki')
      await aki.says('hello')
      expect(aki).toHaveReceived('hi')
    },
  )

  it('uses LINE_API_BASE_URL', async () => {
    vi.stubEnv('LINE_API_BASE_URL', 'http://127.0.0.1:4000')
    const { fetch, urls } = network()
    const bot = createBot({ channelSecret: secret, channelAccessToken: 'x', fetch })
    bot.on('message', (ctx) => ctx.reply('hi'))
    await post(bot, bodyOf(event()))
    expect(urls).toEqual(['http://127.0.0.1:4000/v2/bot/message/reply'])
    vi.stubEnv('LINE_API_BASE_URL', 'https://example.com')
    expect(() => toNodeListener(createBot({ channelSecret: secret }))).toThrow(/LINE_API_BASE_URL/)
  })
})

describe('a secret that is missing', () => {
  const bots: [string, BotOptions, string?][] = [
    ['absent', {}],
    ['undefined', { channelSecret: undefined }, secret],
    ['one of two undefined', { channelSecret: [secret, undefined as never] }, secret],
    ['undefined, of a channel', { channels: [{ channelSecret: undefined }] }, secret],
  ]

  it.each(bots)('is said at once by toNodeListener and toLambda: %s', (_, options, variable) => {
    vi.stubEnv('LINE_CHANNEL_SECRET', variable)
    const missing = expect.objectContaining({
      code: 'secret_missing',
      message: expect.stringContaining('channelSecret is') as string,
    }) as Error
    expect(() => toNodeListener(createBot(options))).toThrow(missing)
    expect(() => toLambda(createBot(options))).toThrow(missing)
  })

  it.each(bots)(
    'makes bot.fetch answer 500 and handle nothing: %s',
    async (_, options, variable) => {
      vi.stubEnv('LINE_CHANNEL_SECRET', variable)
      const bot = createBot(options)
      const handler = vi.fn()
      bot.on('message', handler)
      const body = bodyOf(event())
      for (const key of [secret, '', 'undefined'])
        expect((await bot.fetch(request(body, key || 'x'))).status).toBe(500)
      const unsigned = new Request('https://bot.example.com', { method: 'POST', body })
      expect((await bot.fetch(unsigned)).status).toBe(500)
      expect((await post(bot, body)).status).toBe(500)
      expect(handler).not.toHaveBeenCalled()
      expect(logged()).toMatch(/channelSecret is/)
      await expect(bot.handle(JSON.parse(body) as never)).rejects.toMatchObject({
        code: 'secret_missing',
      })
    },
  )

  it('with a line break in the environment is an error that names the variable', async () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', `${secret}\n`)
    const text = /^LINE_CHANNEL_SECRET has quotes, spaces or newlines around it/
    expect(() => toNodeListener(createBot())).toThrow(text)
    expect((await createBot().fetch(request(bodyOf(event())))).status).toBe(500)
    expect(logged()).toMatch(/LINE_CHANNEL_SECRET has quotes/)
    expect(logged()).not.toContain(secret)
  })

  it('in env is not used for another bot', async () => {
    const bot = createBot()
    expect((await bot.fetch(request(bodyOf(event())), { LINE_CHANNEL_SECRET: '' })).status).toBe(
      500,
    )
    expect(logged()).toMatch(/LINE_CHANNEL_SECRET is empty/)
  })

  it.each(['', ' ', []])('is refused when %j is passed', (channelSecret) => {
    vi.stubEnv('LINE_CHANNEL_SECRET', secret)
    expect(() => createBot({ channelSecret })).toThrow(/channelSecret is empty/)
    expect(() => createBot({ channels: [{ channelSecret }] })).toThrow(/channelSecret is empty/)
  })

  it('of several channels never comes from the environment', () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', secret)
    expect(() => createBot({ channels: [{}] as never })).toThrow(/channelSecret is missing/)
  })
})

describe('a token that is missing', () => {
  it.each<[string, BotOptions]>([
    ['undefined', { channelSecret: secret, channelAccessToken: undefined }],
    [
      'undefined, of a channel',
      { channels: [{ channelSecret: secret, channelAccessToken: undefined }] },
    ],
  ])('never falls back: %s', async (_, options) => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'of-process')
    const { fetch, tokens } = network()
    const bot = createBot({ ...options, fetch })
    const errors: unknown[] = []
    bot.on('message', (ctx) => ctx.reply('hi')).catch((error) => void errors.push(error))
    await bot.fetch(request(bodyOf(event())))
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'token_missing',
        message: expect.stringContaining('channelAccessToken is undefined') as string,
      }),
    ])
    expect(tokens).toEqual([])
    for (const adapter of [toNodeListener, toLambda])
      expect(() => adapter(bot)).toThrow(/channelAccessToken is undefined/)
  })

  it('and absent is an error at the first send only', async () => {
    const bot = createBot({ channelSecret: secret })
    toNodeListener(bot)
    toLambda(bot)
    const errors: unknown[] = []
    bot.catch((error) => void errors.push(error))
    expect((await post(bot, bodyOf(event({ type: 'follow' })))).status).toBe(200)
    bot.on('message', (ctx) => ctx.reply('hi'))
    await post(bot, bodyOf(event()))
    expect(errors).toEqual([expect.objectContaining({ code: 'client_missing' })])
    expect(String(errors[0])).toContain('LINE_CHANNEL_ACCESS_TOKEN')
  })

  it('and absent in one of several channels is not that of another', async () => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'of-process')
    const { fetch, tokens } = network()
    const bot = createBot({ channels: [{ channelSecret: secret }], fetch })
    bot.on('message', (ctx) => ctx.reply('hi'))
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(tokens).toEqual([])
  })

  it('of a source with an unset secret does not stop the import', async () => {
    const channelAccessToken = statelessToken({ channelId: '1', channelSecret: undefined as never })
    const bot = createBot({ channelSecret: undefined, channelAccessToken })
    bot.on('message:text', (ctx) => ctx.reply('hi'))
    const aki = createEmulator({ bot }).user('Aki')
    await aki.says('hello')
    expect(aki).toHaveReceived('hi')
  })
})

describe('baseUrl: undefined', () => {
  it('never means LINE or another place', async () => {
    vi.stubEnv('LINE_API_BASE_URL', 'http://127.0.0.1:4000')
    const { fetch, urls } = network()
    const bot = createBot({
      channelSecret: secret,
      channelAccessToken: 'x',
      baseUrl: undefined,
      fetch,
    })
    const errors: unknown[] = []
    bot.on('message', (ctx) => ctx.reply('hi')).catch((error) => void errors.push(error))
    await post(bot, bodyOf(event()))
    expect(String(errors[0])).toContain('baseUrl is undefined')
    expect(urls).toEqual([])
  })

  it('does not matter to an emulator', async () => {
    const bot = createBot({ baseUrl: undefined })
    bot.on('message:text', (ctx) => ctx.reply('hi'))
    const aki = createEmulator({ bot }).user('Aki')
    await aki.says('hello')
    expect(aki).toHaveReceived('hi')
  })
})

describe('names of options', () => {
  it.each([
    [() => createBot({ chanelSecret: 'x' } as never), /Did you mean channelSecret\?/],
    [() => createBot({ handlerTimout: 5 } as never), /Did you mean handlerTimeout\?/],
    [() => createBot('abc' as never), /options: a text is not permitted/],
    [() => createBot(null as never), /options: null/],
    [
      () => createBot({ channels: [{ channelSecret: 'x', token: 'y' }] } as never),
      /channels\[\]\.token is not an option/,
    ],
    [
      () => createBot({ dedupe: { tll: 5 } } as never),
      /dedupe\.tll is not an option\. Did you mean dedupe\.ttl\?/,
    ],
    [() => botWith().bot.connect({ baseURL: 'x' } as never), /Did you mean baseUrl\?/],
    [() => botWith().bot.connect('x' as never), /options: a text/],
  ])('that are misspelt are refused: %s', (make, message) => {
    expect(make).toThrow(message)
    expect(make).toThrow(expect.objectContaining({ code: 'option_invalid' }) as Error)
  })

  it('are checked by bot.handle and ctx.reply too', async () => {
    const { bot } = botWith()
    await expect(bot.handle([], { enw: {} } as never)).rejects.toThrow(/Did you mean env\?/)
    const real = createBot({
      channelSecret: secret,
      client: new LineClient({ channelAccessToken: 'x' }),
    })
    const errors: unknown[] = []
    real.on('message', (ctx) => ctx.reply('hi', { psuh: 'late' } as never))
    real.catch((error) => void errors.push(error))
    await post(real, bodyOf(event()))
    expect(String(errors[0])).toMatch(/psuh is not an option/)
  })
})

it('works where there is no process: secret and token from env', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createBot } from 'fukidashi/webhook'; import { LineClient } from 'fukidashi/client'
        import { definePostback } from 'fukidashi'
        export { createBot, LineClient, definePostback }`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'library',
    platform: 'neutral',
    conditions: ['fukidashi-source', 'workerd'],
  })
  const web = {
    crypto,
    TextEncoder,
    TextDecoder,
    Request,
    Response,
    Headers,
    URL,
    URLSearchParams,
    atob,
    btoa,
  }
  const more = {
    AbortController,
    setTimeout,
    clearTimeout,
    performance,
    console,
    ReadableStream,
    Blob,
  }
  const context = createContext({ ...web, ...more })
  new Script(`${outputFiles[0]!.text}; globalThis.library = library`).runInContext(context)
  expect(new Script('typeof process').runInContext(context)).toBe('undefined')
  const library = context['library'] as {
    createBot: typeof createBot
    LineClient: typeof LineClient
  }
  const { fetch, tokens } = network()
  const bot = library.createBot({ fetch })
  bot.on('message', (ctx) => ctx.reply('hi'))
  const env = { LINE_CHANNEL_SECRET: secret, LINE_CHANNEL_ACCESS_TOKEN: 'of-env' }
  expect((await bot.fetch(request(bodyOf(event())), env)).status).toBe(200)
  expect(tokens).toEqual(['Bearer of-env'])
  expect((await bot.fetch(request(bodyOf(event())))).status).toBe(500)
  await expect(new library.LineClient().bot.info()).rejects.toMatchObject({ code: 'token_missing' })
})
