/** Whatever a request is, the server answers and continues. */

import { once } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { ask, head, isThere, line, raw, server, useServer } from './hostile-server.js'

useServer()

describe('other sites', () => {
  const paths = [
    '/',
    '/_fukidashi',
    '/_fukidashi/people',
    '/_fukidashi/events',
    '/_fukidashi/ui/view',
    '/_fukidashi/ui/page.js',
    '/_fukidashi/ui/events',
    '/_fukidashi/ui/media/600000000000000001',
    '/v2/bot/info',
    '/dialog/bot/accountLink',
    '/dialog/bot/accountLink?linkToken=a&nonce=b',
  ]

  it.each(paths)('may not ask for %s', async (path) => {
    for (const site of ['cross-site', 'same-site', 'anything', 'same-origin, cross-site', ''])
      for (const mode of ['no-cors', 'cors', 'websocket', 'nested-navigate'])
        for (const method of ['GET', 'POST', 'DELETE'])
          expect(
            (
              await ask({
                path,
                method,
                headers: {
                  'sec-fetch-site': site,
                  'sec-fetch-mode': mode,
                  'sec-fetch-dest': 'empty',
                },
              })
            ).status,
          ).toBe(403)
  })

  it('may send people to the page that links accounts, but not frame it', async () => {
    const visit = (path: string, dest: string, method = 'GET') =>
      ask({
        path,
        method,
        headers: {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': dest,
        },
      })
    const path = '/dialog/bot/accountLink?linkToken=a&nonce=b'
    expect((await visit(path, 'document')).text).toContain('could not be linked')
    expect((await visit(path, 'iframe')).status).toBe(403)
    expect((await visit(path, 'document', 'POST')).status).toBe(403)
    expect((await visit('/', 'document')).status).toBe(403)
    expect((await visit('/_fukidashi/people', 'document')).status).toBe(403)
  })

  it.each(['same-origin', 'none'])(
    'are distinguished from this one and the address bar: %s',
    async (site) => {
      for (const path of ['/', '/_fukidashi/people', '/_fukidashi/ui/view'])
        expect((await ask({ path, headers: { 'sec-fetch-site': site } })).status).toBe(200)
    },
  )
})

describe('invalid requests', () => {
  it.each<[string, ...string[]]>([
    [
      'an address that is not encoded',
      head('GET /_fukidashi/people/%'),
      head('GET /v2/bot/profile/%ff'),
    ],
    ['a whole address', head('GET http://127.0.0.1/_fukidashi/ui/view')],
    ['an address of another kind', head('GET javascript:alert(1)')],
    ['an asterisk', head('OPTIONS *')],
    ['two slashes', head('GET //'), head('GET //evil/_fukidashi')],
    ['a link page without anything', head('GET /dialog/bot/accountLink?')],
    [
      'a link page with half a character',
      head('GET /dialog/bot/accountLink?linkToken=%d8&nonce=%'),
    ],
    ['an invalid method', head('FETCH /'), head('get /')],
    ['a tunnel', head('CONNECT 127.0.0.1:80')],
    ['a web socket', head('GET /_fukidashi/events', 'connection: Upgrade', 'upgrade: websocket')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a header of a megabyte', head('GET /', `x: ${'a'.repeat(1_000_000)}`)],
    ['a thousand headers', head('GET /', ...Array.from({ length: 3_000 }, (_, i) => `x${i}: 1`))],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 'GET / HTTP/1.0\r\n\r\n'],
    ['two lengths', head('POST /v2/bot/message/push', 'content-length: 1', 'content-length: 2')],
    ['a length and chunks', head('POST /', 'content-length: 1', 'transfer-encoding: chunked')],
    ['a chunk without end', head('POST /', 'transfer-encoding: chunked') + 'fffffff\r\na'],
    ['a chunk of no size', head('POST /', 'transfer-encoding: chunked') + 'zz\r\n'],
    ['expectations', head('POST /', 'expect: the worst', 'content-length: 2') + '{}'],
    ['bytes in a header', head('GET /', 'x: \xff\xfe', 'content-type: \xe7\x94\xbb')],
  ])('%s', async (_, ...requests) => {
    for (const request of requests) {
      const socket = await raw(request)
      socket.end()
      socket.resume()
      await once(socket, 'close')
    }
    await isThere()
  })

  it('bodies that end with their connection, on every kind of path', async () => {
    const type = 'content-type: application/json'
    for (const path of ['/_fukidashi/people', '/v2/bot/message/push', '/', '/_fukidashi/ui/view'])
      for (const how of ['content-length: 1000', 'transfer-encoding: chunked']) {
        const socket = await raw(
          head(`POST ${path}`, type, how),
          how.endsWith('0') ? '{' : '1\r\n{',
        )
        socket.destroy()
      }
    await isThere()
  })

  it('readers that leave in the middle of a stream', async () => {
    for (const path of ['/_fukidashi/events', '/_fukidashi/ui/events']) {
      const socket = await raw(head(`GET ${path}`))
      await once(socket, 'data')
      socket.resetAndDestroy()
    }
    line.user('Aki')
    await isThere()
  })
})

it('streams are for reading', async () => {
  expect((await ask({ path: '/_fukidashi/events', method: 'POST' })).status).toBe(404)
  expect((await ask({ path: '/_fukidashi/events', method: 'DELETE' })).status).toBe(404)
})

it.each(['/_fukidashi/events', '/_fukidashi/ui/events'])(
  'a reader of %s that does not read is not remembered for',
  async (path) => {
    const socket = await raw(head(`GET ${path}`))
    await once(socket, 'data')
    socket.pause()
    const aki = line.user('Reader')
    let written = 0
    const stop = line.watch(() => written++)
    // Far more than is kept for a reader, and than the system's own buffers hold.
    for (let i = 0; i < 200; i++) await aki.says('x'.repeat(500_000), { settle: false })
    stop()
    expect(written).toBeGreaterThanOrEqual(200)
    let read = 0
    socket.on('data', (data) => (read += data.length))
    socket.resume()
    await once(socket, 'close')
    expect(read).toBeLessThan(90_000_000)
    line.state.chats.get(aki.id)!.entries.length = 0
    await isThere()
  },
)

describe('what is remembered of calls', () => {
  it('is bounded by its size too', async () => {
    const small = createEmulator()
    const body = 'x'.repeat(2_000_000)
    for (let i = 0; i < 100; i++)
      await small.fetch('https://api.line.me/v2/bot/message/push', { method: 'POST', body })
    const sizes = small.calls.map(({ request }) => (request as string).length)
    expect(sizes.length).toBeGreaterThan(10)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(70_000_000)
    expect(small.calls.at(-1)!.number).toBe(100)
  })
})

describe('media', () => {
  it('are bounded: the oldest are gone, as at LINE', async () => {
    const small = createEmulator()
    const aki = small.user('Aki')
    const bytes = new Uint8Array(20 * 1024 * 1024)
    const ids: string[] = []
    for (let i = 0; i < 14; i++) ids.push((await aki.sendsImage({ bytes })).messageId!)
    const content = async (id: string) => {
      const response = await small.fetch(`https://api-data.line.me/v2/bot/message/${id}/content`, {
        headers: { authorization: `Bearer ${small.account.channelAccessToken}` },
      })
      return [response.status, (await response.arrayBuffer()).byteLength]
    }
    expect(await content(ids[0]!)).toEqual([410, expect.any(Number)])
    expect(await content(ids[1]!)).toEqual([410, expect.any(Number)])
    expect(await content(ids[2]!)).toEqual([200, bytes.length])
    expect(await content(ids.at(-1)!)).toEqual([200, bytes.length])
  })
})

describe('what goes into a header', () => {
  it.each([
    'text/html\r\nset-cookie: a=1',
    'image/png\n',
    'image/png\u0000',
    'image/png; name="画像"',
    'image',
    '',
    ' ',
    'image/',
    '/png',
    'image/png, text/html',
    `image/${'x'.repeat(300)}`,
    '\ud83d/png',
  ])('is no content type %j', async (contentType) => {
    line.user('Aki')
    for (const type of ['image', 'video', 'audio', 'file']) {
      const { status, text } = await ask({
        method: 'POST',
        path: '/_fukidashi/people/Aki/sends',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type, contentType, settle: false }),
      })
      expect([status, JSON.parse(text)]).toMatchObject([400, { error: 'option_invalid' }])
    }
    await expect(line.user('Aki').sendsImages([{ contentType }])).rejects.toThrow('media type')
    await isThere()
  })

  it.each(['image/png', 'text/plain; charset=utf-8', 'application/vnd.a+json;a="b"'])(
    'may be the content type %j',
    async (contentType) => {
      const { messageId } = await line.user('Aki').sendsFile({ contentType }, { settle: false })
      const response = await fetch(`${server.url}/v2/bot/message/${messageId!}/content`, {
        headers: { authorization: `Bearer ${line.account.channelAccessToken}` },
      })
      expect(response.headers.get('content-type')).toBe(contentType)
    },
  )

  it('does not end the server when it came from elsewhere', async () => {
    const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { messageId } = await line.user('Aki').sendsImage({}, { settle: false })
    const entry = line.user('Aki').chat.find(({ id }) => id === messageId)!
    const path = `/v2/bot/message/${messageId!}/content`
    const headers = { authorization: `Bearer ${line.account.channelAccessToken}` }
    for (const wrong of [{ contentType: 'image/png\r\na: b' }, { bytes: { type: 'Buffer' } }]) {
      Object.assign(entry.media!, { contentType: 'image/png' }, wrong)
      expect((await ask({ path, headers })).status).toBe(500)
      await ask({ path: `/_fukidashi/ui/media/${messageId!}` }).catch(() => undefined)
      await isThere()
    }
    delete entry.media
    console_.mockRestore()
  })

  it.each([
    { status: 99 },
    { status: 1_000 },
    { status: 500.5 },
    { status: Number.NaN },
    { delay: -1 },
  ])('or a status of a fault: %j', (fault) => {
    expect(() => line.fault(fault)).toThrow('of a fault must be a number')
  })
})

describe('time', () => {
  it.each([Number.NaN, -1, Infinity, 1e300, 9e15, Number.MAX_VALUE])(
    'is not moved by %s',
    async (ms) => {
      expect(() => line.advance(ms)).toThrow('before the year 10000')
      const body = JSON.stringify({ advance: ms }).replace('null', '1e999')
      const headers = { 'content-type': 'application/json' }
      const { status } = await ask({ method: 'POST', path: '/_fukidashi/clock', headers, body })
      expect(status).toBe(400)
      await isThere()
    },
  )
})
