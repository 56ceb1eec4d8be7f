/** What users sent comes in as a stream with the right length and type. */
import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { LineApiError, LineArgumentError, LineConnectionError } from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import { inTurn, type Reaction } from './server.js'
import { clientOf, failure, until } from './setup.js'

const picture = Buffer.from([0xff, 0xd8, 1, 2, 3])
const jpeg: Reaction = { headers: { 'content-type': 'image/jpeg' }, body: picture }
const notReady: Reaction = { status: 202 }

describe.each([
  ['node', undefined],
  ['fetch', (url: string, init: RequestInit) => fetch(url, init)],
])('content over %s', (_, fetch) => {
  const options = { fetch }

  it('has bytes, type, length and file name', async () => {
    const { line, server } = await clientOf(
      {
        headers: {
          'content-type': 'application/pdf',
          'content-length': '5',
          'content-disposition': `attachment; filename="x.pdf"; filename*=UTF-8''%E6%B3%A8%E6%96%87.pdf`,
        },
        body: picture,
      },
      options,
    )
    const content = await line.content.get('325708')
    expect(server.last.url).toBe('/v2/bot/message/325708/content')
    expect(content).toMatchObject({ type: 'application/pdf', length: 5, fileName: '注文.pdf' })
    expect(await content.bytes()).toEqual(new Uint8Array(picture))
  })

  it('comes as a stream while it is sent', async () => {
    let go: () => void = () => undefined
    const { line } = await clientOf((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.write('first')
      go = () => response.end('second')
      return undefined
    }, options)
    const { stream, type, length } = await line.content.get('1')
    expect([type, length]).toEqual(['video/mp4', undefined])
    const reader = stream.getReader()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('first')
    go()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe('second')
    expect((await reader.read()).done).toBe(true)
  })

  it('an error in mid-stream reaches only the reader', async () => {
    const { line } = await clientOf((_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '1000' })
      response.write('first', () => setImmediate(() => response.destroy()))
      return undefined
    }, options)
    const content = await line.content.get('1')
    const error = await failure(content.bytes(), LineConnectionError)
    expect(error).toMatchObject({ code: 'connection_lost', path: '/v2/bot/message/1/content' })
  })

  it('cancelling ends the download at the server', async () => {
    let closed = false
    const { line } = await clientOf((_, response) => {
      response.on('close', () => (closed = true))
      flood(response)
      return undefined
    }, options)
    const { stream } = await line.content.get('1')
    const reader = stream.getReader()
    await reader.read()
    await reader.cancel()
    await until(() => closed)
  })

  it('ends with its signal, in mid-stream too', async () => {
    const { line } = await clientOf((_, response) => {
      flood(response)
      return undefined
    }, options)
    const controller = new AbortController()
    const { stream } = await line.content.get('1', { signal: controller.signal })
    const reader = stream.getReader()
    await reader.read()
    controller.abort()
    const read = (async () => {
      while (!(await reader.read()).done);
    })()
    expect((await failure(read, LineConnectionError)).code).toBe('request_aborted')
  })

  it('fails when no byte arrives for 30 seconds, but not while no one reads', async () => {
    const clock = new FakeClock({ manual: true })
    const { line } = await clientOf(
      (_, response) => {
        response.writeHead(200)
        response.write('first')
        return undefined
      },
      { ...options, clock },
    )
    const { stream } = await line.content.get('1')
    const reader = stream.getReader()
    await reader.read()
    clock.advance(1_000_000)
    const next = reader.read()
    await until(() => clock.timers.size > 0)
    clock.advance(29_999)
    expect(clock.timers.size).toBe(1)
    clock.advance(1)
    expect((await failure(next, LineConnectionError)).code).toBe('request_timed_out')
  })

  it('has a limit where one was set, whether LINE says the length or not', async () => {
    const { line } = await clientOf(
      inTurn({ headers: { 'content-length': '5' }, body: picture }, (_, response) => {
        response.writeHead(200)
        response.write('abc')
        response.end('def')
        return undefined
      }),
      options,
    )
    const known = await failure(line.content.get('1', { maxBytes: 4 }), LineArgumentError)
    expect(known.code).toBe('content_too_large')
    const content = await line.content.get('1', { maxBytes: 4 })
    await expect(content.bytes()).rejects.toThrow('more than 4 bytes')
  })
})

describe('content that is not there', () => {
  it('a 202 is an error, not an empty file', async () => {
    const { line } = await clientOf(notReady)
    const error = await failure(line.content.get('1'), LineApiError)
    expect(error).toMatchObject({ code: 'content_not_ready', status: 202 })
    expect(error.message).toContain('{ wait: true }')
    expect((await failure(line.content.preview('1'), LineApiError)).code).toBe('content_not_ready')
  })

  it.each([
    [404, 'resource_not_found'],
    [410, 'resource_gone'],
  ])('a %i has its code', async (status, code) => {
    const { line } = await clientOf({ status, body: { message: 'not found' } })
    expect((await failure(line.content.get('1'), LineApiError)).code).toBe(code)
  })

  it('is waited for while LINE prepares it', async () => {
    const { line, server, clock } = await clientOf(
      inTurn(notReady, { body: { status: 'processing' } }, { body: { status: 'succeeded' } }, jpeg),
    )
    const { type } = await line.content.get('1', { wait: true })
    expect(type).toBe('image/jpeg')
    expect(server.received.map(({ url }) => url.split('/').at(-1))).toEqual([
      'content',
      'transcoding',
      'transcoding',
      'content',
    ])
    expect(clock.sleeps).toEqual([1000, 1000])
  })

  it('is not waited for longer than wanted', async () => {
    const { line, clock } = await clientOf(({ url }) =>
      url.endsWith('transcoding') ? { body: { status: 'processing' } } : { status: 202 },
    )
    const error = await failure(line.content.get('1', { wait: 5000 }), LineApiError)
    expect(error.code).toBe('content_not_ready')
    expect(clock.sleeps.length).toBe(5)
  })

  it('fails when LINE cannot prepare it', async () => {
    const { line } = await clientOf(inTurn(notReady, { body: { status: 'failed' } }))
    const error = await failure(line.content.get('1', { wait: true }), LineArgumentError)
    expect(error.code).toBe('content_failed')
  })

  it('is elsewhere: the error says where', async () => {
    const { line, server } = await clientOf()
    const message = {
      id: '1',
      contentProvider: { type: 'external', originalContentUrl: 'https://example.com/a.jpg' },
    }
    const error = await failure(line.content.get(message), LineArgumentError)
    expect(error.code).toBe('content_external')
    expect(error.message).toContain('https://example.com/a.jpg')
    expect(server.received).toEqual([])
  })
})

/** Sends without end, as fast as it is read. */
function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'video/mp4' })
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384)));
  }
  response.on('drain', more)
  more()
}
