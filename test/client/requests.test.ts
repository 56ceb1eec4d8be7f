/** What is written on the wire, and where it goes. Numbers are those of the collected defects of other clients. */
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { Agent } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineArgumentError, LineClient } from '../../src/client/index.js'
import { clientOf, failure, groupId, token, userId } from './setup.js'

describe('path parameters', () => {
  it.each(['.', '..', '', undefined, null, NaN, 1.5, {}, ['a'], true])(
    '%j is refused, and says which parameter it was',
    async (value) => {
      const { line, server } = await clientOf()
      const error = await failure(line.users.profile(value as string), LineArgumentError)
      expect(error.code).toBe('parameter_invalid')
      expect(error.message).toContain('userId of /v2/bot/profile/{userId}')
      expect(server.received).toEqual([])
    },
  )

  it.each([
    ['../message/quota', '..%2Fmessage%2Fquota'],
    ['%2e%2e', '%252e%252e'],
    ['a/b', 'a%2Fb'],
    ['a?x=1', 'a%3Fx%3D1'],
    ['a#b', 'a%23b'],
    ['a\\..\\b', 'a%5C..%5Cb'],
    ['a\r\nX: y', 'a%0D%0AX%3A%20y'],
    ['...', '...'],
  ])('%j stays one segment', async (value, encoded) => {
    const { line, server } = await clientOf()
    await line.users.profile(value)
    expect(server.last.url).toBe(`/v2/bot/profile/${encoded}`)
  })

  it('no string leads to another operation', async () => {
    const { line, server } = await clientOf()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        const before = server.received.length
        await line.groups.memberProfile(groupId, value).catch(() => undefined)
        if (server.received.length === before) return
        const { pathname } = new URL(server.last.url, 'http://x')
        expect(pathname.split('/')).toHaveLength(7)
        expect(pathname.startsWith(`/v2/bot/group/${groupId}/member/`)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('queries, forms and files', () => {
  it('what is undefined is left out', async () => {
    const { line, server } = await clientOf({ body: { userIds: [] } })
    await line.call('getFollowers', { query: { limit: 5, start: undefined as never } })
    expect(server.last.url).toBe('/v2/bot/followers/ids?limit=5')
    await line.modules.attach({
      grant_type: 'authorization_code',
      code: 'c',
      redirect_uri: 'https://example.com/?a=1&b=ü',
      region: undefined as never,
    })
    expect(server.last.body).toBe(
      'grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D%C3%BC',
    )
    await line.audiences.createFromFile({ file: 'U1', description: undefined as never })
    expect(server.last.body).not.toContain('description')
  })

  it('headers that are undefined are left out', async () => {
    const { line, server } = await clientOf()
    await line.bot.info({ headers: { 'x-one': undefined as never, 'X-Two': '2' } })
    expect(server.last.headers).not.toHaveProperty('x-one')
    expect(server.last.headers['x-two']).toBe('2')
  })

  it('lists in queries are joined with commas', async () => {
    const { line, server } = await clientOf({ body: { items: [] } })
    await line.coupons.list({ status: ['DRAFT', 'RUNNING'], limit: 5 }).toArray()
    expect(server.last.url).toBe('/v2/bot/coupon?status=DRAFT%2CRUNNING&limit=5')
  })

  it('names are LINE’s own in queries and forms, and the author’s own in messages', async () => {
    const { line, server } = await clientOf()
    await line.tokens.verifyV21('t')
    expect(server.last.url).toBe('/oauth2/v2.1/verify?access_token=t')
    const substitution = {
      user_name: { type: 'mention' as const, mentionee: { type: 'user' as const, userId } },
    }
    await line.messages.push(groupId, { type: 'textV2', text: 'Hi {user_name}', substitution })
    expect(JSON.parse(server.last.body)).toMatchObject({ messages: [{ substitution }] })
  })

  it('0, false and empty strings are kept', async () => {
    const { line, server } = await clientOf()
    await line.messages.push(
      userId,
      {
        type: 'flex',
        altText: 'a',
        contents: {
          type: 'bubble',
          body: {
            type: 'box',
            layout: 'horizontal',
            contents: [{ type: 'text', text: 'a', flex: 0, maxLines: 0, wrap: false }],
          },
        },
      },
      { notificationDisabled: false },
    )
    expect(server.last.body).toContain('"flex":0,"maxLines":0,"wrap":false')
    expect(server.last.body).toContain('"notificationDisabled":false')
    await line.richMenus.check({ selected: false, name: '' } as never)
    expect(server.last.body).toBe('{"selected":false,"name":""}')
  })

  it('a POST without a body says that it is empty', async () => {
    const { line, server } = await clientOf()
    await line.richMenus.setDefault('richmenu-1')
    expect(server.last.headers).toMatchObject({ 'content-length': '0' })
    expect(server.last.headers).not.toHaveProperty('transfer-encoding')
    await line.coupons.close('c')
    expect(server.last.headers).toMatchObject({ 'content-length': '0' })
    await line.richMenus.cancelDefault()
    expect(server.last.headers).not.toHaveProperty('content-type')
  })

  it.each([
    ['text', 'U1\nU2'],
    ['a list of ids', ['U1', 'U2']],
    ['bytes', new TextEncoder().encode('U1\nU2')],
    ['a Blob', new Blob(['U1\nU2'])],
  ])('an audience’s file from %s is a part of text/plain', async (_, file) => {
    const { line, server } = await clientOf()
    await line.audiences.addFromFile({ audienceGroupId: 4389303728991, file })
    const { headers, bytes, method, url } = server.last
    expect([method, url]).toEqual(['PUT', '/v2/bot/audienceGroup/upload/byFile'])
    const boundary = /boundary=(\S+)/.exec(headers['content-type']!)![1]!
    const parts = bytes.toString().split(`--${boundary}`)
    expect(parts.slice(1, -1).map((part) => part.trim().split('\r\n'))).toEqual([
      ['Content-Disposition: form-data; name="audienceGroupId"', '', '4389303728991'],
      [
        'Content-Disposition: form-data; name="file"; filename="ids.txt"',
        'Content-Type: text/plain',
        '',
        'U1\nU2',
      ],
    ])
    expect(parts.at(-1)).toBe('--\r\n')
  })
})

describe('answers', () => {
  it('an empty body is no error', async () => {
    const { line } = await clientOf({ status: 200, body: '' })
    await line.liff.update('1-abc', { description: 'x' })
    await line.groups.leave(groupId)
    await line.shop.sendMissionSticker({
      to: userId,
      productId: '1',
      productType: 'STICKER',
      sendPresentMessage: false,
    })
    await line.messages.broadcast('a')
  })

  it('the ids of the headers are returned', async () => {
    const { line } = await clientOf({ status: 202 })
    expect((await line.messages.narrowcast('a')).requestId).toBe('request-1')
    const operations = [{ type: 'unlinkAll' as const }]
    expect(await line.richMenus.batch(operations)).toBe('request-2')
    let seen = ''
    await line.bot.info({ onResponse: ({ requestId }) => (seen = requestId!) })
    expect(seen).toBe('request-3')
  })
})

describe('options', () => {
  it('are not changed, and changing them afterwards changes nothing', async () => {
    const { server } = await clientOf()
    const options = Object.freeze({
      channelAccessToken: token,
      baseUrl: Object.freeze({ api: server.url, data: `${server.url}/data` }),
      headers: Object.freeze({ 'X-Mine': '1' }),
    })
    const one = new LineClient(options)
    const two = new LineClient({ ...options, baseUrl: { data: server.url } })
    await one.content.get('1').catch(() => undefined)
    expect(server.last.url).toBe('/data/v2/bot/message/1/content')
    await two.content.get('1').catch(() => undefined)
    expect(server.last.url).toBe('/v2/bot/message/1/content')
    expect(server.last.headers['x-mine']).toBe('1')
  })

  it('keep a path in baseUrl', async () => {
    const { server } = await clientOf()
    const line = new LineClient({ channelAccessToken: token, baseUrl: `${server.url}/line/` })
    await line.bot.info()
    expect(server.last.url).toBe('/line/v2/bot/info')
  })

  it.each(['not a url', 'ftp://example.com', 'https://x.example?a=1', 'https://u:p@x.example'])(
    'refuse %s as baseUrl',
    (baseUrl) => {
      expect(() => new LineClient({ channelAccessToken: token, baseUrl })).toThrow(
        LineArgumentError,
      )
    },
  )

  it('refuse headers that cannot be sent, without their value', () => {
    const make = () =>
      new LineClient({ channelAccessToken: token, headers: { 'x-a': 'secret\r\nx-b: 1' } })
    expect(make).toThrow('"x-a"')
    expect(make).not.toThrow('secret')
  })

  it('use a fetch of the caller’s own', async () => {
    const calls: [string, RequestInit][] = []
    const line = new LineClient({
      channelAccessToken: token,
      fetch: (url, init) => {
        calls.push([url, init])
        return Promise.resolve(Response.json({ displayName: 'Aki' }))
      },
    })
    expect(await line.users.profile(userId)).toEqual({ displayName: 'Aki' })
    expect(calls[0]![0]).toBe(`https://api.line.me/v2/bot/profile/${userId}`)
    expect(calls[0]![1]).toMatchObject({ method: 'GET', redirect: 'manual' })
  })

  it('use an agent of the caller’s own', async () => {
    const { server } = await clientOf()
    const agent = new Agent({ keepAlive: true })
    const line = new LineClient({ channelAccessToken: token, baseUrl: server.url, agent })
    await line.bot.info()
    expect(Object.values(agent.freeSockets)).toHaveLength(1)
    agent.destroy()
  })

  it('a server that accepts and says nothing does not hang a call', async () => {
    const silent = createTcpServer(() => undefined)
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    const baseUrl = `http://127.0.0.1:${port}`
    const line = new LineClient({ channelAccessToken: token, baseUrl, timeout: 1, retry: false })
    await expect(line.bot.info()).rejects.toThrow('got no response within 1 ms')
    silent.close()
  })
})
