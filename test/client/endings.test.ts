/** Every exchange ends, by its own reason, and half an answer is never a whole one. */
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Fetch,
  LineApiError,
  LineClient,
  type LineClientOptions,
  LineConnectionError,
} from '../../src/client/index.js'
import { measureMemory } from '../support/memory.js'
import { FakeClock } from './fake-clock.js'
import { RawServer, type Script } from './raw-server.js'
import { clientOf, failure, token, userId } from './setup.js'

const open: RawServer[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function rawClient(script: Script, options: LineClientOptions = {}) {
  const server = await new RawServer(script).listen()
  open.push(server)
  const line = new LineClient({
    channelAccessToken: token,
    baseUrl: server.url,
    clock: new FakeClock(),
    retry: false,
    ...options,
  })
  return { line, server }
}

const say = (text: string) => (socket: { end(text: string): unknown }) => void socket.end(text)

const transports: [string, Fetch | undefined][] = [
  ['node', undefined],
  ['fetch', (url, init) => fetch(url, init)],
]

describe.each(transports)('content over %s', (_, fetch) => {
  it.each([
    ['with fewer bytes than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
    [
      'with chunks that are cut off',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n',
    ],
    [
      'with a chunk that is cut off',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40\r\nhalf',
    ],
    [
      'with nonsense for a chunk',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhalf',
    ],
  ])('%s is not the whole', async (_way, answer) => {
    const { line } = await rawClient(say(answer), { fetch })
    const read = async () => (await line.content.get('1')).bytes()
    expect((await failure(read(), LineConnectionError)).code).toBe('connection_lost')
  })

  it('that is only a part is an error, unless a part was requested', async () => {
    const part = 'HTTP/1.1 206 Partial Content\r\ncontent-length: 4\r\n\r\npart'
    const { line } = await rawClient(say(part), { fetch })
    const error = await failure(line.content.get('1'), LineConnectionError)
    expect(error.code).toBe('answer_unreadable')
    expect(error.message).toContain('206 is only a part')
    const wanted = await line.content.get('1', { headers: { range: 'bytes=0-3' } })
    expect(Buffer.from(await wanted.bytes()).toString()).toBe('part')
  })

  it('with a status that has no content is an error', async () => {
    const { line } = await rawClient(say('HTTP/1.1 204 No Content\r\n\r\n'), { fetch })
    const error = await failure(line.content.get('1'), LineConnectionError)
    expect(error.message).toContain('204 comes without content')
  })

  it('that stalls ends by its timeout, before its head and after it', async () => {
    for (const head of ['', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf']) {
      const clock = new FakeClock({ manual: true })
      const { line } = await rawClient((socket) => void socket.write(head), { fetch, clock })
      const read = failure(
        line.content.get('1').then((content) => content.bytes()),
        LineConnectionError,
      )
      let ended = false
      void read.then(() => (ended = true))
      while (!ended) {
        clock.advance(10_000)
        await new Promise(setImmediate)
      }
      expect((await read).code).toBe('request_timed_out')
    }
  })
})

describe('content over node', () => {
  it('that ends with its connection may be only a part', async () => {
    const { line } = await rawClient(say('HTTP/1.1 200 OK\r\n\r\nhalf'))
    const content = await line.content.get('1')
    const error = await failure(content.bytes(), LineConnectionError)
    expect(error.code).toBe('connection_lost')
    expect(error.message).toContain('may be only a part')
  })

  it('that is compressed without a request is refused', async () => {
    const { line } = await clientOf(
      { headers: { 'content-encoding': 'gzip' }, body: gzipSync('picture') },
      { retry: false },
    )
    const error = await failure(line.content.get('1'), LineConnectionError)
    expect(error.message).toContain('content-encoding: gzip')
  })
})

describe('content over fetch', () => {
  it('that is compressed on its way has its real bytes, and no length', async () => {
    const fetch: Fetch = (url, init) => globalThis.fetch(url, init)
    const body = gzipSync('a picture '.repeat(1000))
    const headers = { 'content-encoding': 'gzip', 'content-length': String(body.length) }
    const { line } = await clientOf({ headers, body }, { fetch })
    const content = await line.content.get('1')
    expect(content.length).toBeUndefined()
    expect(await content.bytes()).toHaveLength(10_000)
    const small = await line.content.get('1', { maxBytes: 9_999 })
    await expect(small.bytes()).rejects.toThrow('more than 9999 bytes')
  })

  it('with more bytes than its length is not what LINE sent', async () => {
    const fetch: Fetch = () =>
      Promise.resolve(new Response('picture', { headers: { 'content-length': '3' } }))
    const { line } = await clientOf(undefined, { fetch })
    const content = await line.content.get('1')
    await expect(content.bytes()).rejects.toThrow('7 of 3 bytes')
  })
})

describe.each(transports)('an answer over %s', (_, fetch) => {
  it('that changes the protocol ends the call', async () => {
    for (const more of ['upgrade: x\r\nconnection: upgrade\r\n', '']) {
      const answer = `HTTP/1.1 101 Switching Protocols\r\n${more}\r\n`
      const { line, server } = await rawClient((socket) => void socket.write(answer), {
        fetch,
        // Node's fetch waits for what follows a 101 that names no protocol.
        ...(fetch && { clock: undefined, timeout: 200 }),
      })
      const error: Error & { status?: number; accepted?: string } = await failure(
        line.messages.push(userId, 'a'),
        Error,
      )
      expect(['LineApiError', 'LineConnectionError']).toContain(error.name)
      if (!fetch) expect(error.status).toBe(101)
      expect(error.accepted).toBe('maybe')
      await server.closed
    }
  })

  it('of 1xx without end is ended by the timeout', async () => {
    const clock = new FakeClock({ manual: true })
    const { line } = await rawClient(
      (socket) => void socket.write('HTTP/1.1 102 Processing\r\n\r\n'.repeat(100)),
      { fetch, clock },
    )
    const call = failure(line.bot.info(), LineConnectionError)
    await vi.waitFor(() => expect(clock.timers.size).toBe(1))
    clock.advance(10_000)
    expect((await call).code).toBe('request_timed_out')
  })

  it('with more headers than any has is an error', async () => {
    const flood = `HTTP/1.1 200 OK\r\n${'x-flood: 0123456789\r\n'.repeat(20_000)}\r\n`
    const { line } = await rawClient(say(flood), { fetch })
    expect((await failure(line.bot.info(), LineConnectionError)).code).toBe('connection_lost')
  })

  it('of more than 16 MiB is an error, and not read further', async () => {
    let sent = 0
    const { line } = await rawClient(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":"')
        const piece = 'x'.repeat(65_536)
        const more = () => {
          while (!socket.destroyed && sent < 100_000_000) {
            sent += piece.length
            if (!socket.write(piece)) {
              socket.once('drain', more)
              return
            }
          }
          socket.end()
        }
        more()
      },
      { fetch },
    )
    const error = await failure(line.bot.info(), LineConnectionError)
    expect(error.code).toBe('answer_unreadable')
    expect(error.message).toContain('more than 16777216 bytes')
    expect(sent).toBeLessThan(60_000_000)
  })

  it('that refuses with more than a refusal needs is still a refusal', async () => {
    const body = '<'.repeat(3_000_000)
    const { line } = await clientOf({ status: 400, body }, { fetch })
    const error = await failure(line.bot.info(), LineApiError)
    expect(error.status).toBe(400)
    expect(error.message.length).toBeLessThan(2_000)
  })
})

describe('a fetch of the caller’s own', () => {
  const never = () => new Promise<never>(() => undefined)

  it.each([
    ['never answers', never],
    [
      'gives a body that never comes',
      () => Promise.resolve(new Response(new ReadableStream({ pull: never }))),
    ],
  ] as [string, Fetch][])('that ignores its signal and %s is given up', async (_, fetch) => {
    for (const call of [
      (line: LineClient) => line.bot.info(),
      (line: LineClient) => line.content.get('1').then((content) => content.bytes()),
    ]) {
      const clock = new FakeClock({ manual: true })
      const { line } = await clientOf(undefined, { fetch, clock, retry: false })
      const ended = failure(call(line), LineConnectionError)
      await vi.waitFor(() => expect(clock.timers.size).toBe(1))
      clock.advance(30_000)
      expect((await ended).code).toBe('request_timed_out')
    }
  })

  it('is ended by the signal too', async () => {
    const controller = new AbortController()
    const { line } = await clientOf(undefined, { fetch: never })
    const call = failure(line.bot.info({ signal: controller.signal }), LineConnectionError)
    await new Promise(setImmediate)
    controller.abort(new Error('enough'))
    expect(await call).toMatchObject({ code: 'request_aborted', cause: { message: 'enough' } })
  })

  it.each([undefined, null, {}, 'text'])('that gives %j is an error with a type', async (value) => {
    const fetch = () => Promise.resolve(value as Response)
    const { line } = await clientOf(undefined, { fetch, retry: false })
    await failure(line.bot.info(), LineConnectionError)
  })

  it('in one-byte chunks takes no more memory than the bytes', async () => {
    let used: (() => number) | undefined
    let measured = NaN
    const total = 100_000
    const one = new Uint8Array([32])
    async function* bytes() {
      used = measureMemory()
      for (let i = 0; i < total; i++) yield one.slice()
      measured = used()
      yield await Promise.resolve(new TextEncoder().encode('{}'))
    }
    const fetch = () => Promise.resolve(new Response(ReadableStream.from(bytes())))
    const { line } = await clientOf(undefined, { fetch })
    await line.bot.info()
    expect(measured).toBeLessThan(4 * total)
    const content = await line.content.get('1')
    await content.bytes()
    expect(measured).toBeLessThan(4 * total)
  })
})

describe('an agent that cannot be used', () => {
  it('is an error with a type', async () => {
    const { Agent } = await import('node:https')
    const { line } = await clientOf(undefined, { agent: new Agent(), retry: false })
    const error = await failure(line.bot.info(), LineConnectionError)
    expect(error).toMatchObject({ code: 'connection_failed', accepted: 'no' })
  })
})
