/** A receiver is mounted wherever a bot can be. */
import express from 'express'
import { Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { memoryQueue, receiver } from 'fukidashi/queue'
import { type LambdaHandler, toLambda, toNodeListener } from 'fukidashi/webhook'
import { bodyOf, botWith, event, secret, sign } from '../webhook/support.js'
import { close, listen, postTo } from '../webhook/adapters/servers.js'

const body = bodyOf(event())
const request = () =>
  new Request('https://bot.example/webhook', {
    method: 'POST',
    headers: { 'x-line-signature': sign(body) },
    body,
  })

/** A receiver, and how many events its queue has. */
function scene() {
  const queue = memoryQueue()
  const webhook = receiver({
    channelSecret: (env?: { SECRET: string }) => env?.SECRET ?? secret,
    queue,
  })
  return { webhook, kept: async () => (await queue.mailboxes.counts()).waiting }
}

it('the method has the type of that of a bot', () => {
  const { webhook } = scene()
  expectTypeOf(webhook.fetch).toEqualTypeOf(botWith().bot.fetch)
  // A module of Workers, Bun or Deno.
  expectTypeOf(webhook).toExtend<{
    fetch(request: Request, env: object, ctx: object): Promise<Response>
  }>()
})

describe('the fetch method', () => {
  it('is called as Next calls it', async () => {
    const { webhook, kept } = scene()
    const POST = webhook.fetch
    // The build of Next.js 15 refuses a route whose first argument may be something else than a request.
    expectTypeOf<Parameters<typeof POST>[0]>().toEqualTypeOf<Request>()
    expect((await POST(request(), { params: Promise.resolve({}) })).status).toBe(200)
    expect(await kept()).toBe(1)
  })

  it('is called as Pages Functions call it', async () => {
    const { webhook, kept } = scene()
    const onRequestPost = webhook.fetch
    const context = { request: request(), env: { SECRET: secret }, waitUntil: () => undefined }
    expect((await onRequestPost(context)).status).toBe(200)
    const other = { request: request(), env: { SECRET: 'other' } }
    expect((await onRequestPost(other)).status).toBe(401)
    expect(await kept()).toBe(1)
  })

  it('is called as Deno and Bun call it', async () => {
    const { webhook } = scene()
    expect((await webhook.fetch(request(), { remoteAddr: {} })).status).toBe(200)
  })

  it('is called as Hono calls it', async () => {
    const { webhook, kept } = scene()
    const app = new Hono()
    app.post('/webhook', (c) => webhook.fetch(c.req.raw))
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- how most still call it
    app.mount('/mounted', webhook.fetch)
    expect((await app.request(request())).status).toBe(200)
    const mounted = new Request('https://bot.example/mounted', request())
    expect((await app.request(mounted)).status).toBe(200)
    expect(await kept()).toBe(1)
  })

  it.each([
    ['a context of Hono', { req: { raw: request() } }, /\(c\) => webhook\.fetch\(c\.req\.raw/],
    [
      'a context of Elysia',
      { request: request(), headers: {}, set: {} },
      /webhook\.fetch\(request\)/,
    ],
    ['a request of Express', { on: () => 0, headers: {} }, /toNodeListener\(webhook\)/],
    ['nothing', undefined, /got undefined/],
  ])('rejects %s, and says what to write', async (_, value, words) => {
    const { webhook } = scene()
    const failed = webhook.fetch(value as never)
    await expect(failed).rejects.toThrow(/^webhook\.fetch needs a web Request, and got /)
    await expect(failed).rejects.toThrow(words)
  })
})

it('Express takes a receiver', async () => {
  const { webhook, kept } = scene()
  const app = express()
  app.post('/webhook', toNodeListener(webhook))
  const { url, server } = await listen(app)
  try {
    expect((await postTo(`${url}/webhook`, body)).status).toBe(200)
  } finally {
    await close(server)
  }
  expect(await kept()).toBe(1)
})

it('Lambda takes a receiver', async () => {
  const { webhook, kept } = scene()
  const handler: LambdaHandler = toLambda(webhook)
  const { statusCode } = await handler({
    requestContext: { http: { method: 'POST' } },
    headers: { 'x-line-signature': sign(body) },
    body,
    isBase64Encoded: false,
  })
  expect(statusCode).toBe(200)
  expect(await kept()).toBe(1)
})
