/** Servers that pass something else than a request: the error says what to pass. */
import express from 'express'
import Fastify from 'fastify'
import { Hono } from 'hono'
import Koa from 'koa'
import { describe, expect, it } from 'vitest'
import { createBot, toLambda, toNodeListener } from '../../../src/webhook/index.js'
import { bodyOf, event, secret, sign } from '../support.js'
import { close, listen, postTo } from './servers.js'

const bot = createBot({ channelSecret: secret })
const body = bodyOf(event())

/** A web request as LINE sends it. */
const webRequest = () =>
  new Request('http://bot.example/webhook', {
    method: 'POST',
    headers: { 'x-line-signature': sign(body) },
    body,
  })

/** Uses an adapter as the handler of a server, and gives its error. */
type Use = (handler: (...args: never[]) => unknown) => Promise<unknown>

const errorOf = async (act: () => unknown): Promise<unknown> => {
  try {
    await act()
    return undefined
  } catch (error) {
    return error
  }
}

/** A handler that notes what the real one throws. */
function noting(handler: (...args: never[]) => unknown) {
  let error: unknown
  const noted = async (...args: never[]) => {
    error = await errorOf(() => handler(...args))
  }
  return { noted, error: () => error }
}

const underHono: Use = async (handler) => {
  const { noted, error } = noting(handler)
  const app = new Hono()
  app.post('/webhook', async (c) => {
    await noted(c as never, (() => undefined) as never)
    return c.text('')
  })
  await app.request('/webhook', { method: 'POST', body })
  return error()
}

const underHonoWithItsRequest: Use = async (handler) => {
  const { noted, error } = noting(handler)
  const app = new Hono()
  app.post('/webhook', async (c) => {
    await noted(c.req as never)
    return c.text('')
  })
  await app.request('/webhook', { method: 'POST', body })
  return error()
}

/** Starts a server, and posts to it. */
async function serving(
  start: (
    noted: (...args: never[]) => Promise<void>,
  ) => Parameters<typeof listen>[0] | Promise<Parameters<typeof listen>[0]>,
  handler: (...args: never[]) => unknown,
) {
  const { noted, error } = noting(handler)
  const { url, server } = await listen(await start(noted))
  await postTo(`${url}/webhook`, body)
  await close(server)
  return error()
}

const underExpress: Use = (handler) =>
  serving((noted) => {
    const app = express()
    app.post('/webhook', (request, response) => {
      void noted(request as never, response as never).then(() => response.end())
    })
    return app
  }, handler)

const underKoa =
  (pick: (ctx: Koa.Context) => unknown): Use =>
  (handler) =>
    serving((noted) => {
      const app = new Koa()
      app.use(async (ctx) => {
        await noted(pick(ctx) as never, (() => undefined) as never)
        ctx.body = ''
      })
      const callback = app.callback()
      return (request, response) => void callback(request, response)
    }, handler)

const underFastify: Use = (handler) =>
  serving(async (noted) => {
    const app = Fastify()
    app.post('/webhook', async (request, reply) => {
      await noted(request as never, reply as never)
      return ''
    })
    await app.ready()
    return (request, response) => app.routing(request, response)
  }, handler)

/** Elysia's context: a web request, and headers as an object. */
const elysia = () => ({
  request: webRequest(),
  headers: {},
  body: {},
  set: { headers: {} },
  path: '/webhook',
})

const given =
  (...args: unknown[]): Use =>
  (handler) =>
    errorOf(() => handler(...(args as never[])))

const honoWords =
  /(context|request) of Hono\. Write app\.post\('\/webhook', \(c\) => bot\.fetch\(c\.req\.raw, c\.env\)/
const koaWords =
  /of Koa\. Write \(ctx\) => \{ ctx\.respond = false; toNodeListener\(bot\)\(ctx\.req, ctx\.res\)/
const fastifyWords =
  /of Fastify\. Write .*reply\.hijack\(\); toNodeListener\(bot\)\(request\.raw, reply\.raw\)/
const elysiaWords =
  /a context of Elysia\. Write app\.post\('\/webhook', \(\{ request \}\) => bot\.fetch\(request\), \{ parse: 'none' \}\)/
const nodeWords =
  /of node:http or Express\. Write .*app\.post\('\/webhook', toNodeListener\(bot\)\)/

const cases: [string, Use, RegExp][] = [
  ['a context of Hono', underHono, honoWords],
  ['a request of Hono', underHonoWithItsRequest, honoWords],
  ['a context of Koa', underKoa((ctx) => ctx), koaWords],
  ['a request of Koa', underKoa((ctx) => ctx.request), koaWords],
  ['a request of Fastify', underFastify, fastifyWords],
  ['a context of Elysia', given(elysia()), elysiaWords],
  [
    'an event of h3, version 1',
    given({ node: { req: { on: () => 0, headers: {} }, res: {} } }),
    /of h3\. Write .*event\.node\.req/,
  ],
  [
    'an event of Lambda',
    given({ httpMethod: 'POST', headers: {} }),
    /Lambda\. Write .*toLambda\(bot\)/,
  ],
  ['nothing', given(), /got undefined\.$/],
  ['an address', given('https://bot.example/webhook'), /got a text\.$/],
]

describe('bot.fetch rejects', () => {
  it.each([
    ...cases,
    ['a request of Express', underExpress, nodeWords] as const,
    [
      'an event of h3, version 2',
      given({ req: webRequest(), res: {} }),
      /Write \(event\) => bot\.fetch\(event\.req\)/,
    ] as const,
  ])('%s', async (_, use, words) => {
    expect(await use(bot.fetch)).toMatchObject({
      code: 'option_invalid',
      message: expect.stringMatching(/^bot\.fetch needs a web Request, and got /) as string,
    })
    expect(await use(bot.fetch)).toHaveProperty('message', expect.stringMatching(words))
  })

  it('but not a context that holds nothing else: platforms such as Cloudflare Pages pass one', async () => {
    expect((await bot.fetch({ request: webRequest() })).status).toBe(200)
  })
})

describe('the listener of toNodeListener rejects', () => {
  it.each([
    ...cases,
    [
      'a web Request',
      given(webRequest()),
      /got a web Request\. Write bot\.fetch\(request\)/,
    ] as const,
  ])('%s', async (_, use, words) => {
    expect(await use(toNodeListener(bot) as never)).toMatchObject({
      code: 'option_invalid',
      message: expect.stringMatching(words) as string,
    })
  })
})

describe('the handler of toLambda rejects', () => {
  it.each<[string, unknown, RegExp]>([
    [
      'records of a queue, which would be lost',
      { Records: [{ body: '{}' }] },
      /records of a queue\. Write await bot\.handle/,
    ],
    ['a web Request', webRequest(), /Write bot\.fetch\(request\)/],
    ['an empty event', {}, /got an object\.$/],
    ['nothing', undefined, /got undefined\.$/],
  ])('%s', async (_, value, words) => {
    await expect(toLambda(bot)(value as never)).rejects.toThrow(words)
  })
})

describe.each([
  ['toNodeListener', toNodeListener],
  ['toLambda', toLambda],
])('%s refuses', (name, adapter) => {
  it.each<[string, unknown, RegExp]>([
    ['bot.fetch', bot.fetch, /got a function\. Pass the bot itself: .*\(bot\), not bot\.fetch/],
    ['createBot', createBot, /Pass the bot itself/],
    ['an app of Express', express(), /Pass the bot itself/],
    ['a module', { default: bot }, /It looks like a module: pass its default export/],
    ['a promise of a bot', Promise.resolve(bot), /It is a promise: await it/],
    ['options', { channelSecret: secret }, /got an object/],
    ['nothing', undefined, /got undefined/],
  ])('%s', (_, value, words) => {
    expect(() => adapter(value as never)).toThrow(
      expect.objectContaining({
        code: 'option_invalid',
        message: expect.stringMatching(
          new RegExp(`^${name} needs a bot: .*${words.source}`),
        ) as string,
      }),
    )
  })
})

it('bot.receive says where a web Request belongs', async () => {
  await expect(bot.receive(webRequest() as never)).rejects.toThrow(/Write bot\.fetch\(request\)/)
})
