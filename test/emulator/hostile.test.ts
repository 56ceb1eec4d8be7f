/** Whatever the server is asked, it answers, and goes on. */
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { endpoints } from '../../src/endpoints/index.js'
import { createEmulator, type Emulator } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'
import { serveUi } from '../../src/emulator/ui/index.js'
import { club, menu, seeded } from './support.js'

let line: Emulator
let server: EmulatorServer
beforeAll(async () => {
  line = createEmulator({ memberships: [club] })
  server = await listen(line, { pages: serveUi(line) })
})
afterAll(() => server.close())

interface Asked {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

function ask({ method = 'GET', path, headers = {}, body }: Asked) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { port } = server
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (data) => (text += String(data)))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function raw(...pieces: string[]): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  for (const piece of pieces) socket.write(piece, 'latin1')
  return socket
}

const head = (first: string, ...more: string[]) =>
  [`${first} HTTP/1.1`, 'host: 127.0.0.1', ...more, '', ''].join('\r\n')

const isThere = async () => expect((await ask({ path: '/_fukidashi/clock' })).status).toBe(200)

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
    'are told from this one and the address bar: %s',
    async (site) => {
      for (const path of ['/', '/_fukidashi/people', '/_fukidashi/ui/view'])
        expect((await ask({ path, headers: { 'sec-fetch-site': site } })).status).toBe(200)
    },
  )
})

describe('requests that are none', () => {
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
    ['a method that is none', head('FETCH /'), head('get /')],
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

const strange = [
  '%',
  '%zz',
  '%ff%fe',
  '%ED%A0%BD',
  '%00',
  '%0d%0aset-cookie:a',
  '..%2f..%2fetc%2fpasswd',
  '.',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '1e999',
  'NaN',
  '9007199254740993',
  '%F0%9F%98%80',
  'a'.repeat(5_000),
  `U${'0'.repeat(32)}`,
  '%22%27%3Cscript%3E',
]

const values: unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'a',
  '\ud83d',
  '\u0000\r\n',
  '__proto__',
  'x'.repeat(10_000),
  [],
  [[]],
  [null],
  [1, 'a', {}],
  {},
  { type: 'text' },
  { type: '__proto__' },
  { $map: 1 },
  JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1}}'),
]

const texts = [
  '',
  '{',
  'null',
  '[]',
  '"a"',
  '1e999',
  '{"a":1,"a":2}',
  '\u0000',
  '[',
  '{"messages":',
]

it('every operation and every route answers every kind of nonsense, and none of it with 500', async () => {
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  line.user('Aki')
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const described = JSON.parse((await ask({ path: '/_fukidashi' })).text) as {
    routes: { method: string; path: string; body?: object }[]
  }
  const names = [
    'to messages type text richMenuId userIds audiences from limit start range date filter recipient size areas',
    'endpoint botId scopes expired ttl name title description operations resumeRequestKey audienceGroupId view url',
  ].flatMap((list) => list.split(' '))
  const routes = [
    ...Object.values(endpoints).map(({ method, path }) => ({ method, path, body: names })),
    ...described.routes.map(({ method, path, body = {} }) => ({
      method,
      path,
      body: Object.keys(body).flatMap((list) => list.split(', ')),
    })),
  ].filter(({ path }) => path !== '/_fukidashi/clock')
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'multipart/form-data',
    'image/png',
    'text/plain',
    '',
  ]
  const bodyOf = (fields: readonly string[]): string => {
    if (random() < 0.3) return pick(texts)
    const body: Record<string, unknown> = {}
    for (const name of fields) if (random() < 0.5) body[name] = pick(values)
    // Nothing is waited for.
    if (fields.includes('settle')) body['settle'] = false
    return JSON.stringify(body)
  }
  const wrong: unknown[] = []
  for (const { method, path, body } of routes)
    for (let i = 0; i < 12; i++) {
      const filled = path.replace(/\{\w+\}/g, () => (random() < 0.3 ? 'Aki' : pick(strange)))
      const query = random() < 0.5 ? `?${pick(names)}=${pick(strange)}&${pick(strange)}` : ''
      const asked = {
        method: random() < 0.9 ? method : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']),
        path: filled + query,
        headers: {
          authorization: `Bearer ${line.account.channelAccessToken}`,
          'content-type': random() < 0.7 ? 'application/json' : pick(types),
          ...(random() < 0.3 && { 'x-line-retry-key': pick(['', 'a', '__proto__']) }),
          range: pick(['', 'bytes=0-', 'bytes=9-1', 'bytes=-99999999999999999999', 'a']),
        },
        ...(method !== 'GET' && { body: bodyOf(body) }),
      }
      const { status, text } = await ask(asked)
      if (status >= 500 || status < 200) wrong.push([asked, status, text])
      line.faults.clear()
    }
  const told = console_.mock.calls.map((call) => String(call.at(-1)))
  console_.mockRestore()
  expect([wrong, told]).toEqual([[], []])
  await isThere()
})

/** Bodies as they should be, in which one thing at a time is made wrong. */
const good: [method: string, path: string, body: object][] = [
  ['POST', '/v2/bot/message/push', { to: 'USER', messages: [{ type: 'text', text: 'a' }] }],
  ['POST', '/v2/bot/message/reply', { replyToken: 'a', messages: [{ type: 'text', text: 'a' }] }],
  [
    'POST',
    '/v2/bot/message/multicast',
    { to: ['USER'], messages: [{ type: 'text', text: 'a' }], customAggregationUnits: ['a'] },
  ],
  [
    'POST',
    '/v2/bot/message/narrowcast',
    {
      messages: [{ type: 'text', text: 'a' }],
      recipient: {
        type: 'operator',
        and: [
          { type: 'audience', audienceGroupId: 1 },
          { type: 'operator', not: { type: 'redelivery', requestId: 'a' } },
        ],
      },
      filter: {
        demographic: {
          type: 'operator',
          or: [
            { type: 'age', gte: 'age_20', lt: 'age_30' },
            { type: 'gender', oneOf: ['male'] },
            { type: 'area', oneOf: ['jp_13'] },
          ],
        },
      },
      limit: { max: 10, upToRemainingQuota: true },
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'flex',
          altText: 'a',
          contents: {
            type: 'bubble',
            body: {
              type: 'box',
              layout: 'vertical',
              contents: [
                {
                  type: 'text',
                  text: 'a',
                  action: { type: 'uri', label: 'a', uri: 'https://a.example' },
                },
              ],
            },
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'textV2',
          text: 'a {b}',
          substitution: { b: { type: 'mention', mentionee: { type: 'user', userId: 'USER' } } },
          quickReply: {
            items: [{ type: 'action', action: { type: 'message', label: 'a', text: 'a' } }],
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'template',
          altText: 'a',
          template: {
            type: 'carousel',
            columns: [
              {
                text: 'a',
                actions: [
                  {
                    type: 'datetimepicker',
                    label: 'a',
                    data: 'a',
                    mode: 'date',
                    min: '2026-01-01',
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
  [
    'POST',
    '/v2/bot/message/push',
    {
      to: 'USER',
      messages: [
        {
          type: 'imagemap',
          baseUrl: 'https://a.example',
          altText: 'a',
          baseSize: { width: 1040, height: 1040 },
          video: {
            originalContentUrl: 'https://a.example',
            previewImageUrl: 'https://a.example',
            area: { x: 0, y: 0, width: 1, height: 1 },
          },
          actions: [
            {
              type: 'uri',
              linkUri: 'https://a.example',
              area: { x: 0, y: 0, width: 1, height: 1 },
            },
          ],
        },
      ],
    },
  ],
  ['POST', '/v2/bot/richmenu', menu()],
  ['POST', '/v2/bot/richmenu/validate', menu()],
  ['POST', '/v2/bot/richmenu/alias', { richMenuAliasId: 'a', richMenuId: 'a' }],
  [
    'POST',
    '/v2/bot/richmenu/batch',
    { operations: [{ type: 'link', from: 'a', to: 'b' }], resumeRequestKey: 'a' },
  ],
  ['POST', '/v2/bot/richmenu/validate/batch', { operations: [{ type: 'unlinkAll' }] }],
  ['POST', '/v2/bot/richmenu/bulk/link', { richMenuId: 'a', userIds: ['USER'] }],
  [
    'POST',
    '/v2/bot/audienceGroup/upload',
    { description: 'a', isIfaAudience: false, audiences: [{ id: 'USER' }] },
  ],
  ['PUT', '/v2/bot/audienceGroup/upload', { audienceGroupId: 1, audiences: [{ id: 'USER' }] }],
  [
    'POST',
    '/v2/bot/audienceGroup/click',
    { description: 'a', requestId: 'a', clickUrl: 'https://a.example' },
  ],
  ['POST', '/v2/bot/audienceGroup/imp', { description: 'a', requestId: 'a' }],
  [
    'POST',
    '/v2/bot/coupon',
    {
      acquisitionCondition: { type: 'lottery', lotteryProbability: 50, maxAcquireCount: 5 },
      startTimestamp: 1,
      endTimestamp: 2,
      maxUseCountPerTicket: 1,
      timezone: 'ASIA_TOKYO',
      title: 'a',
      visibility: 'PUBLIC',
      reward: { type: 'discount', priceInfo: { type: 'fixed', fixedAmount: 1 } },
    },
  ],
  ['POST', '/v2/bot/chat/loading/start', { chatId: 'USER', loadingSeconds: 5 }],
  ['POST', '/v2/bot/message/markAsRead', { chat: { userId: 'USER' } }],
  ['POST', '/v2/bot/chat/markAsRead', { markAsReadToken: 'a' }],
  ['PUT', '/v2/bot/channel/webhook/endpoint', { endpoint: 'https://a.example' }],
  ['POST', '/bot/pnp/push', { to: 'a'.repeat(64), messages: [{ type: 'text', text: 'a' }] }],
  [
    'POST',
    '/v2/bot/message/pnp/templated/push',
    {
      to: 'a'.repeat(64),
      templateKey: 'a',
      body: {
        items: [{ itemKey: 'a', content: 'b' }],
        buttons: [{ buttonKey: 'a', url: 'https://a.example' }],
      },
    },
  ],
  [
    'POST',
    '/liff/v1/apps',
    {
      view: { type: 'full', url: 'https://a.example' },
      features: { ble: true },
      scope: ['profile'],
    },
  ],
  ['POST', '/bot/chat/USER/control/acquire', { expired: true, ttl: 5 }],
  ['POST', '/v2/bot/channel/detach', { botId: 'a' }],
  [
    'POST',
    '/shop/v3/mission',
    { to: 'USER', productId: 'a', productType: 'STICKER', sendPresentMessage: false },
  ],
  [
    'POST',
    '/_fukidashi/people',
    { name: 'Aki', friend: true, age: 5, gender: 'male', language: 'ja' },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/says',
    {
      parts: ['a', { mention: 'all' }, { emoji: { productId: 'a', emojiId: 'b' } }],
      quotes: 'a',
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: { type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', min: '2026-01-01' },
      pick: '2026-01-02',
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: { type: 'uri', linkUri: 'https://a.example', altUri: { desktop: 'a' } },
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/taps',
    {
      action: {
        type: 'postback',
        data: 'a',
        displayText: 'a',
        inputOption: 'openKeyboard',
        fillInText: 'a',
      },
      settle: false,
    },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/sends',
    { type: 'location', latitude: 1, longitude: 2, title: 'a', settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/sends',
    { type: 'file', data: 'AAAA', fileName: 'a', duration: 5, preparing: 5, settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'membership', type: 'joined', membershipId: 7, settle: false },
  ],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'beacon', hwid: 'a', type: 'enter', dm: 'a', settle: false },
  ],
  ['POST', '/_fukidashi/people/Aki/does', { what: 'activate', expireAt: 5, settle: false }],
  [
    'POST',
    '/_fukidashi/people/Aki/does',
    { what: 'play', percent: 50, messageId: 'a', settle: false },
  ],
  ['POST', '/_fukidashi/groups', { name: 'Team', members: ['Aki'], kind: 'group', bot: true }],
  ['POST', '/_fukidashi/groups/Team/does', { what: 'add', people: ['Aki'], settle: false }],
  ['POST', '/_fukidashi/module/does', { what: 'attach', scopes: ['a'], settle: false }],
  [
    'POST',
    '/_fukidashi/faults',
    { operation: 'pushMessage', times: 1, after: 1, delay: 1, status: 500 },
  ],
  [
    'PUT',
    '/_fukidashi/settings',
    { quota: 5, rateLimits: false, webhook: { active: false }, chatMode: 'bot' },
  ],
  ['POST', '/_fukidashi/verify', { dummies: true }],
  ['POST', '/_fukidashi/redeliver', { webhookEventId: 'a' }],
]

it('every good request with one thing that is wrong is answered, and not with 500', async () => {
  const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const aki = line.user('Aki')
  line.group('Team', [aki])
  const random = seeded(11)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  /** A copy with a strange value somewhere, a property that is missing, or one too many. */
  const spoilt = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || random() < 0.15) return pick(values)
    const copy = structuredClone(value) as Record<string, unknown>
    const key = pick(Object.keys(copy))
    const chance = random()
    if (chance < 0.1) Reflect.deleteProperty(copy, key)
    else if (chance < 0.2) copy[pick(['__proto__x', 'type', 'a', '0'])] = pick(values)
    else if (key !== 'settle') copy[key] = spoilt(copy[key])
    return copy
  }
  const wrong: unknown[] = []
  for (const [method, path, body] of good)
    for (let i = 0; i < 25; i++) {
      const asked = {
        method,
        path: path.replace('USER', aki.id),
        headers: {
          authorization: `Bearer ${line.account.channelAccessToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(spoilt(body)).replaceAll('USER', aki.id),
      }
      const { status, text } = await ask(asked)
      if (status >= 500 || status < 200) wrong.push([asked, status, text])
      line.faults.clear()
      line.rateLimits = false
      // Nothing is sent anywhere.
      delete line.state.webhook.endpoint
    }
  const told = console_.mock.calls.map((call) => String((call.at(-1) as Error).stack))
  console_.mockRestore()
  expect([wrong, told]).toEqual([[], []])
  for (const path of ['/_fukidashi/ui/view', '/_fukidashi/people', '/_fukidashi/log'])
    expect((await ask({ path })).status).toBe(200)
  expect(createEmulator({ state: line.snapshot() }).users.length).toBeGreaterThan(0)
})

it.each([100_000, 5_000])('lists %i deep are refused wherever they stand', async (depth) => {
  line.user('Aki')
  const deep = '['.repeat(depth) + ']'.repeat(depth)
  const headers = {
    authorization: `Bearer ${line.account.channelAccessToken}`,
    'content-type': 'application/json',
  }
  for (const [path, body] of [
    ['/v2/bot/message/push', deep],
    ['/v2/bot/message/push', `{"to":"${line.user('Aki').id}","messages":${deep}}`],
    ['/v2/bot/richmenu', `{"size":${deep}}`],
    ['/liff/v1/apps', `{"view":{"type":"full","url":"https://a.example"},"features":${deep}}`],
    ['/_fukidashi/people/Aki/taps', `{"action":{"type":"postback","data":"a","x":${deep}}}`],
    ['/_fukidashi/people/Aki/says', `{"parts":${deep}}`],
  ] as const)
    expect((await ask({ method: 'POST', path, headers, body })).status).toBe(400)
  expect(() => line.snapshot()).not.toThrow()
})
