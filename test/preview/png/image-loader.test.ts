import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imageLoader } from '../../../src/preview/png/index.js'
import { collect } from '../../../src/preview/png/load/collect.js'
import { isPublic } from '../../../src/preview/png/load/public-address.js'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

describe('imageLoader', () => {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/dot.png') response.end(dot)
    else if (path === '/large') response.end(Buffer.alloc(5000))
    else if (path === '/chunks') response.write('a', () => response.end(Buffer.alloc(5000)))
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (path === '/file') response.writeHead(302, { location: 'file:///etc/hosts' }).end()
    else if (path === '/slow') response.write('a')
    else response.writeHead(404).end()
  })
  let base = ''
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('loads permitted URLs', async () => {
    const load = imageLoader({ allowPrivate: true })
    expect(Buffer.from((await load(`${base}/dot.png`))!)).toEqual(dot)
    expect(Buffer.from((await load(`data:image/png;base64,${dot.toString('base64')}`))!)).toEqual(
      dot,
    )
  })

  it('refuses private addresses by default', async () => {
    const load = imageLoader()
    for (const url of [base, base.replace('127.0.0.1', 'localhost'), 'http://[::1]/a'])
      await expect(load(`${url}/dot.png`)).rejects.toThrow(/not on the public internet/)
  })

  it.each(['/large', '/chunks', '/loop', '/file', '/missing', '/slow'])(
    'refuses %s',
    async (path) => {
      const load = imageLoader({ allowPrivate: true, maxBytes: 1000, timeout: 200 })
      await expect(load(base + path)).rejects.toThrow(
        /maximum of 1000 bytes|more than 3 redirects|file: URLs are not loaded|responded with 404|longer than 200 ms/,
      )
    },
  )

  it.each(['ftp://example.com/a', 'javascript:1', 'https://u:p@example.com/', 'nothing'])(
    'does not load %s',
    async (url) => {
      await expect(imageLoader()(url)).rejects.toThrow(/not (loaded|well-formed)/)
    },
  )

  it.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['10.1.2.3', false],
    ['169.254.169.254', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['fe80::1', false],
    ['64:ff9b::7f00:1', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })
})

describe('an incomplete response', () => {
  /** The raw response of the server, and how the connection ends. */
  let answer: { head?: string; body?: string; then: 'end' | 'destroy' | 'stall' }
  const sockets = new Set<Socket>()
  const server = createRawServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', () => {
      const { head, body = '' } = answer
      socket.write(head === undefined ? '' : `HTTP/1.1 ${head}\r\n\r\n${body}`, () => {
        if (answer.then === 'end') socket.end()
        if (answer.then === 'destroy') socket.resetAndDestroy()
      })
    })
  })
  let url = ''
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`
  })
  afterAll(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  const length = (bytes: number) => `content-length: ${bytes}`
  const chunked = 'transfer-encoding: chunked'
  const half = 'half of it'
  it.each<[string, RegExp, typeof answer]>([
    ['ends without a length', /where it ends/, { head: '200 OK', body: half, then: 'end' }],
    [
      'is reset',
      /aborted|ECONNRESET/,
      { head: `200 OK\r\n${length(99)}`, body: half, then: 'destroy' },
    ],
    ['is too short', /aborted/, { head: `200 OK\r\n${length(99)}`, body: half, then: 'end' }],
    [
      'ends within chunks',
      /aborted/,
      { head: `200 OK\r\n${chunked}`, body: '5\r\nhello\r\n', then: 'end' },
    ],
    [
      'stalls',
      /longer than 300 ms/,
      { head: `200 OK\r\n${length(99)}`, body: half, then: 'stall' },
    ],
    ['never starts', /longer than 300 ms/, { head: '103 Early Hints', then: 'stall' }],
    [
      'is partial',
      /responded with 206/,
      { head: `206 Partial Content\r\n${length(10)}`, body: half, then: 'stall' },
    ],
    ['is empty', /is empty/, { head: `200 OK\r\n${length(0)}`, then: 'stall' }],
    ['has no content', /responded with 204/, { head: '204 No Content', then: 'stall' }],
    [
      'changes the protocol',
      /responded with 101/,
      {
        head: '101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket',
        then: 'stall',
      },
    ],
    [
      'changes to an unknown protocol',
      /responded with 101/,
      { head: '101 Switching Protocols', then: 'stall' },
    ],
    [
      'is compressed',
      /encoding gzip/,
      { head: `200 OK\r\n${length(10)}\r\ncontent-encoding: gzip`, body: half, then: 'stall' },
    ],
    ['is nothing', /hang up/, { then: 'end' }],
    ['has an invalid head', /Parse Error/, { head: 'nonsense', then: 'stall' }],
  ])('is refused with a reason: it %s', async (_how, reason, given) => {
    answer = given
    // Only responses that stall have a short time limit.
    const timeout = reason.source.includes('300') ? 300 : Infinity
    await expect(imageLoader({ allowPrivate: true, timeout })(url)).rejects.toThrow(reason)
  })

  it('is accepted if it is complete, with a length and in chunks', async () => {
    const load = imageLoader({ allowPrivate: true, timeout: Infinity })
    answer = { head: `200 OK\r\n${length(4)}`, body: 'tea!', then: 'stall' }
    expect(Buffer.from((await load(url))!).toString()).toBe('tea!')
    answer = {
      head: `200 OK\r\n${chunked}`,
      body: '3\r\ntea\r\n1\r\n!\r\n0\r\n\r\n',
      then: 'stall',
    }
    expect(Buffer.from((await load(url))!).toString()).toBe('tea!')
  })
})

describe('memory for a body', () => {
  it('is a small multiple of its size, even for small chunks', async () => {
    const slab = Buffer.alloc(65_536, 7)
    async function* chunks() {
      await Promise.resolve()
      for (let index = 0; index < 300_000; index++) yield slab.subarray(index % 9, (index % 9) + 1)
    }
    const bytes = await collect(chunks(), 300_000)
    expect(bytes.length).toBe(300_000)
    expect(bytes.every((byte) => byte === 7)).toBe(true)
    expect(bytes.buffer.byteLength).toBeLessThanOrEqual(300_000)
    await expect(collect(chunks(), 299_999)).rejects.toThrow(/maximum of 299999 bytes/)
  })
})

describe('options of imageLoader', () => {
  it.each([
    { timeout: Number.NaN },
    { timeout: 0 },
    { maxBytes: Number.NaN },
    { maxBytes: -1 },
    { maxRedirects: -1 },
    { timeout: '5' as never },
    { allowPrivate: 'no' as never },
  ])('are checked immediately: %j', (options) => {
    expect(() => imageLoader(options)).toThrow(new RegExp(Object.keys(options)[0]!))
  })
})
