/** Bodies in as many chunks as they have bytes, in every reader of a bot. */
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { toLambda, toNodeListener } from '../../../src/webhook/index.js'
import { measureMemory } from '../../support/memory.js'
import { bodyOf, botWith, FakeClock, says, sign } from '../support.js'

const header = (name: string) => (name === 'x-line-signature' ? sign('x') : null)

/** More than a bot takes in {@link patient}: refused after its memory was measured. */
const tooMany = 500_001

/** Yields one byte at a time, and measures the memory of what has been read before the last one. */
function byteByByte(count: number) {
  const measured = { bytes: NaN }
  async function* chunks() {
    const used = measureMemory()
    for (let i = 1; i < count; i++) {
      yield new Uint8Array(1)
      // Lets the events of other things happen, as a socket does.
      if (i % 100_000 === 0) await new Promise(setImmediate)
    }
    measured.bytes = used()
    yield new Uint8Array(1)
  }
  return { measured, chunks: chunks() }
}

class FakeRequest extends EventEmitter {
  method = 'POST'
  headers = { 'x-line-signature': sign('x') }
  pause() {
    return this
  }
  destroy() {
    return this
  }
}

class FakeResponse {
  statusCode = 0
  headersSent = false
  body: string | undefined
  setHeader() {
    return this
  }
  end(body?: string) {
    this.headersSent = true
    this.body = body
  }
}

/** Reading many chunks takes as long as it takes on a slow machine. */
const patient = { bodyTimeout: Infinity, maxBodyBytes: tooMany - 1 }

function listen(options = {}, signature = sign('x')) {
  const { bot } = botWith(options)
  const request = new FakeRequest()
  request.headers['x-line-signature'] = signature
  const response = new FakeResponse()
  toNodeListener(bot)(request, response)
  return { request, response }
}

describe('a body of one-byte chunks takes no more memory than a few times its size', () => {
  it.each(['async iterable', 'web stream'])('as %s', async (kind) => {
    const { measured, chunks } = byteByByte(tooMany)
    const body = kind === 'web stream' ? ReadableStream.from(chunks) : chunks
    const response = await botWith(patient).bot.receive({
      method: 'POST',
      header,
      body: body as ReadableStream<Uint8Array>,
    })
    expect(response.status).toBe(413)
    expect(measured.bytes).toBeLessThan(2_000_000)
  })

  it('through fetch', async () => {
    const { measured, chunks } = byteByByte(tooMany)
    const request = new Request('https://example.com/webhook', {
      method: 'POST',
      headers: { 'x-line-signature': sign('x') },
      body: ReadableStream.from(chunks) as ReadableStream<Uint8Array>,
      duplex: 'half',
    })
    expect((await botWith(patient).bot.fetch(request)).status).toBe(413)
    expect(measured.bytes).toBeLessThan(2_000_000)
  })

  it('in Node', () => {
    const { request, response } = listen(patient)
    const used = measureMemory()
    for (let i = 1; i < tooMany; i++) request.emit('data', new Uint8Array(1))
    expect(used()).toBeLessThan(2_000_000)
    expect(response.headersSent).toBe(false)
    request.emit('data', new Uint8Array(1))
    expect(response.statusCode).toBe(413)
    expect(used()).toBeLessThan(500_000)
  })

  it.each([
    ['text', 'x'.repeat(tooMany), false],
    ['base64', Buffer.alloc(tooMany).toString('base64'), true],
  ])('on Lambda, where too much %s is not even decoded', async (_, body, isBase64Encoded) => {
    const event = {
      httpMethod: 'POST',
      headers: { 'x-line-signature': sign('x') },
      body,
      isBase64Encoded,
    }
    expect(await toLambda(botWith(patient).bot)(event)).toMatchObject({ statusCode: 413 })
  })
})

describe('a body', () => {
  it('that never ends and has no bytes is ended like one that stalls', async () => {
    let time = 0
    const clock = { now: () => time, sleep: () => new Promise<never>(() => undefined) }
    const { bot } = botWith({ clock, bodyTimeout: 5_000 })
    async function* nothing() {
      for (let i = 0; ; i++) {
        if (i === 1_000) time += 5_001
        yield await Promise.resolve(new Uint8Array())
      }
    }
    expect((await bot.receive({ method: 'POST', header, body: nothing() })).status).toBe(408)
  })

  it.each(['node', 'iterable'])('of texts is read as UTF-8 (%s)', async (reader) => {
    const text = bodyOf(says('今日は'))
    if (reader === 'node') {
      const { request, response } = listen({}, sign(text))
      request.emit('data', text)
      request.emit('end')
      expect(response.statusCode).toBe(200)
      return
    }
    // eslint-disable-next-line @typescript-eslint/require-await
    const texts = async function* () {
      yield text as unknown as Uint8Array
    }
    const response = await botWith().bot.receive({
      method: 'POST',
      header: (name) => (name === 'x-line-signature' ? sign(text) : null),
      body: texts(),
    })
    expect(response.status).toBe(200)
  })

  it('of something else is a mistake of the set-up that ends nothing', () => {
    const { request, response } = listen()
    request.emit('data', { not: 'bytes' })
    expect(response.statusCode).toBe(500)
  })

  it('whose connection closes without another event is answered', () => {
    const { request, response } = listen()
    request.emit('data', new Uint8Array(1))
    request.emit('close')
    expect(response.statusCode).toBe(400)
  })

  it('may take for ever with bodyTimeout: Infinity', async () => {
    const clock = new FakeClock()
    const { request, response } = listen({ clock, bodyTimeout: Infinity })
    await clock.pass(10 ** 12)
    request.emit('data', new Uint8Array(1))
    expect(response.headersSent).toBe(false)
    request.emit('end')
    expect(response.statusCode).toBe(401)
  })
})

it('warns if a server has answered before the bot', () => {
  const { bot, warnings } = botWith()
  const request = new FakeRequest()
  const response = new FakeResponse()
  toNodeListener(bot)(request, response)
  // As Koa does, unless ctx.respond is false.
  response.end('Not Found')
  request.emit('data', new TextEncoder().encode('x'))
  request.emit('end')
  expect(response.body).toBe('Not Found')
  expect(warnings).toEqual([expect.stringMatching(/answered before the bot.*ctx\.respond = false/)])
})
