import { Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createBot } from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, promise, says, secret, sign } from '../support.js'

const request = (body: string, signature = sign(body)) =>
  new Request('https://bot.example/webhook', {
    method: 'POST',
    headers: { 'x-line-signature': signature },
    body,
  })

/** What Workers give along: its waitUntil must be called on it. */
class ExecutionContext {
  readonly work: Promise<unknown>[] = []
  waitUntil(promise: Promise<unknown>): void {
    this.work.push(promise)
  }
}

interface Env {
  SECRET: string
  TOKEN: string
}

/** A bot set up from the environment, as on Workers. */
function ofEnv() {
  const heard: string[] = []
  const bot = createBot({
    channelSecret: (env: Env) => env.SECRET,
    channelAccessToken: (env: Env) => env.TOKEN,
  })
  bot.on('message:text', (ctx) => void heard.push(ctx.text))
  return { bot, heard }
}

const env: Env = { SECRET: secret, TOKEN: 'token' }

describe('bot.fetch', () => {
  it('is called as Workers call it', async () => {
    const { bot, heard } = ofEnv()
    const { fetch } = bot
    expect((await fetch(request(bodyOf(says('hi'))), env, new ExecutionContext())).status).toBe(200)
    // Another request with an environment of its own.
    expect((await fetch(request(bodyOf(says('ho'))), { ...env })).status).toBe(200)
    expect((await fetch(request(bodyOf(says('no'))), { ...env, SECRET: 'other' })).status).toBe(401)
    expect(heard).toEqual(['hi', 'ho'])
  })

  it('is called as Pages Functions call it', async () => {
    const { bot, heard } = ofEnv()
    const onRequestPost = bot.fetch
    const context = { request: request(bodyOf(says('hi'))), env, waitUntil: () => undefined }
    expect((await onRequestPost(context)).status).toBe(200)
    expect(heard).toEqual(['hi'])
  })

  it('is called as Next calls it', async () => {
    const { bot } = botWith()
    const POST = bot.fetch
    // The build of Next.js 15 refuses a route whose first argument may be something else than a request.
    expectTypeOf<Parameters<typeof POST>[0]>().toEqualTypeOf<Request>()
    const response = await POST(request(bodyOf(event())), { params: Promise.resolve({}) })
    expect(response.status).toBe(200)
  })

  it('is called as Deno and Bun call it', async () => {
    const { bot } = botWith()
    const remoteAddr = { transport: 'tcp', hostname: '127.0.0.1', port: 1 }
    expect((await bot.fetch(request(bodyOf(event())), { remoteAddr })).status).toBe(200)
    expect((await bot.fetch(request(bodyOf(event())))).status).toBe(200)
  })

  it('is called as Hono calls it', async () => {
    const { bot, heard } = ofEnv()
    const app = new Hono<{ Bindings: Env }>()
    app.post('/webhook', (c) => bot.fetch(c.req.raw, c.env))
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- how most still call it
    app.mount('/mounted', bot.fetch)
    const first = await app.fetch(request(bodyOf(says('hi'))), env, new ExecutionContext() as never)
    expect(first.status).toBe(200)
    const mounted = new Request('https://bot.example/mounted', request(bodyOf(says('ho'))))
    expect((await app.fetch(mounted, env, new ExecutionContext() as never)).status).toBe(200)
    expect(heard).toEqual(['hi', 'ho'])
  })

  it("finds waitUntil for ack: 'before'", async () => {
    const { bot, warnings } = botWith({ ack: 'before' })
    const gate = promise()
    let done = false
    bot.on('message', async () => {
      await gate.kept
      done = true
    })
    const context = new ExecutionContext()
    expect((await bot.fetch(request(bodyOf(event())), {}, context)).status).toBe(200)
    expect(done).toBe(false)
    gate.resolve()
    await Promise.all(context.work)
    expect(done).toBe(true)
    expect(warnings).toEqual([])
  })

  it('says once that there is no waitUntil', async () => {
    const { bot, warnings } = botWith({ ack: 'before' })
    bot.on('message', () => undefined)
    await bot.fetch(request(bodyOf(event())))
    await bot.fetch(request(bodyOf(event())))
    expect(warnings).toEqual([
      expect.stringMatching(/passed no waitUntil.*bot\.fetch\(request, env, ctx\)/),
    ])
  })

  it('explains a body that was read before', async () => {
    const errors: unknown[] = []
    const { error } = console
    console.error = (...all: unknown[]) => void errors.push(...all)
    try {
      const read = request(bodyOf(event()))
      await read.json()
      expect((await botWith().bot.fetch(read)).status).toBe(500)
    } finally {
      console.error = error
    }
    expect(String(errors[1])).toMatch(/request\.clone\(\)/)
  })

  it('says what is missing in the environment', async () => {
    const errors: unknown[] = []
    const { error } = console
    console.error = (...all: unknown[]) => void errors.push(...all)
    try {
      expect((await ofEnv().bot.fetch(request(bodyOf(event())), {})).status).toBe(500)
    } finally {
      console.error = error
    }
    expect(String(errors[1])).toMatch(/channelSecret is empty/)
  })

  it('says to GET that LINE sends POST requests', async () => {
    const response = await botWith().bot.fetch(new Request('https://bot.example/webhook'))
    expect(response.status).toBe(405)
    expect(await response.text()).toMatch(/POST requests here/)
  })
})
