/** Tokens and base URL from the environment: only for an option that is absent. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  channelTokenV21,
  LineArgumentError,
  LineClient,
  type LineClientOptions,
  shortLivedToken,
  statelessToken,
} from '../../src/client/index.js'
import { clientOf, failure, userId } from './setup.js'

afterEach(() => vi.unstubAllEnvs())

const bearer = (server: { last: { headers: Record<string, unknown> } }) =>
  server.last.headers['authorization']

describe('a token', () => {
  it('that is absent is LINE_CHANNEL_ACCESS_TOKEN, read when it is first needed', async () => {
    const { server } = await clientOf()
    const line = new LineClient({ baseUrl: server.url, retry: false })
    const error = await failure(line.bot.info(), LineArgumentError)
    expect(error.code).toBe('token_missing')
    expect(error.message).toMatch(/channelAccessToken.*LINE_CHANNEL_ACCESS_TOKEN/)
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'from-environment')
    await line.bot.info()
    expect(bearer(server)).toBe('Bearer from-environment')
  })

  it('that is absent comes from env where there is one', async () => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'of-process')
    const { server } = await clientOf()
    const env = { LINE_CHANNEL_ACCESS_TOKEN: 'of-env' }
    await new LineClient({ baseUrl: server.url, env }).bot.info()
    expect(bearer(server)).toBe('Bearer of-env')
    await new LineClient({ baseUrl: server.url, env: {} }).bot.info()
    expect(bearer(server)).toBe('Bearer of-process')
  })

  it('that is undefined never falls back, and is an error at the first use', async () => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'from-environment')
    const { server } = await clientOf()
    const line = new LineClient({ baseUrl: server.url, channelAccessToken: undefined })
    const error = await failure(line.messages.push(userId, 'a'), LineArgumentError)
    expect(error.code).toBe('token_missing')
    expect(error.message).toMatch(/^channelAccessToken is undefined/)
    expect(server.received).toEqual([])
  })

  it.each(['', ' ', 'a b'])('%j is refused when it is passed', (channelAccessToken) => {
    expect(() => new LineClient({ channelAccessToken })).toThrow(/^channelAccessToken /)
  })

  it.each(['', ' ', 'a b'])('%j in the environment is refused, with its name', async (value) => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', value)
    const { server } = await clientOf()
    const line = new LineClient({ baseUrl: server.url })
    const error = await failure(line.bot.info(), LineArgumentError)
    expect(error.message).toMatch(/^LINE_CHANNEL_ACCESS_TOKEN /)
  })

  it('is not read for operations that need none', async () => {
    vi.stubEnv('LINE_CHANNEL_ACCESS_TOKEN', 'from-environment')
    const { server } = await clientOf({ body: { client_id: '1', expires_in: 1 } })
    await new LineClient({ baseUrl: server.url }).tokens.verify('another')
    expect(bearer(server)).toBeUndefined()
  })
})

describe('the channel of a token source', () => {
  const issue = { body: { access_token: 'issued', expires_in: 900 } }
  const unset = undefined as never
  const key = { kid: 'k' }

  it.each([
    ['statelessToken', () => statelessToken({ channelId: '1', channelSecret: unset })],
    ['statelessToken', () => statelessToken({ channelId: unset, channelSecret: 's' })],
    ['shortLivedToken', () => shortLivedToken({ channelId: '1', channelSecret: unset })],
    ['channelTokenV21', () => channelTokenV21({ channelId: unset, privateKey: key })],
    ['channelTokenV21', () => channelTokenV21({ channelId: '1', privateKey: unset })],
    ['channelTokenV21', () => channelTokenV21({ channelId: '1', privateKey: {}, keyId: unset })],
    ['statelessToken', () => statelessToken({ channelId: '1', privateKey: unset, keyId: 'k' })],
  ])('that is undefined is an error when a token is needed: %s', async (_, source) => {
    vi.stubEnv('LINE_CHANNEL_SECRET', 'from-environment')
    const { line, server } = await clientOf(issue, { channelAccessToken: source() })
    const error = await failure(line.bot.info(), LineArgumentError)
    expect(error.code).toBe('token_missing')
    expect(error.message).toMatch(/^(?:channelId|channelSecret|privateKey|keyId) is undefined/)
    expect(server.received).toEqual([])
  })

  it.each([
    ['statelessToken', statelessToken],
    ['shortLivedToken', shortLivedToken],
  ])('has the secret of the environment if it is absent: %s', async (_, source) => {
    const { line, server } = await clientOf(issue, {
      channelAccessToken: source({ channelId: '1' }),
    })
    await failure(line.bot.info(), LineArgumentError)
    vi.stubEnv('LINE_CHANNEL_SECRET', 'from-environment')
    await line.bot.info()
    expect(server.received[0]!.body).toContain('client_secret=from-environment')
  })

  it.each([
    ['an empty secret', () => statelessToken({ channelId: '1', channelSecret: ' ' })],
    ['an empty id', () => shortLivedToken({ channelId: '', channelSecret: 's' })],
    ['a misspelt name', () => statelessToken({ channelID: '1', channelSecret: 's' } as never)],
    [
      'a misspelt name',
      () => channelTokenV21({ channelId: '1', privateKey: key, lifeTime: 5 } as never),
    ],
    ['a text', () => statelessToken('secret' as never)],
    ['no key id', () => channelTokenV21({ channelId: '1', privateKey: {} })],
  ])('is refused at once: %s', (_, source) => {
    expect(source).toThrow(LineArgumentError)
    expect(source).not.toThrow(/secret'/)
  })
})

describe('LINE_API_BASE_URL', () => {
  const permitted = [
    'http://localhost',
    'http://localhost:4000/line',
    'http://127.0.0.1:4000',
    'http://127.1',
    'http://127.255.0.1',
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://172.31.255.255',
    'https://192.168.1.20:8443',
    'http://[::1]:4000',
    'http://[fd12:3456::1]',
    'http://[fc00::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:10.0.0.1]',
    'http://line-emulator:4000',
    'http://emulator',
    'http://host.docker.internal:4000',
    'http://2130706433',
  ]
  const refused = [
    '',
    ' ',
    'localhost:4000',
    '127.0.0.1',
    'ftp://localhost',
    'https://api.line.me',
    'https://example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://127.0.0.1.nip.io',
    'http://10.example.com',
    'http://8.8.8.8',
    'http://172.15.0.1',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://11.0.0.1',
    'http://169.254.169.254',
    'http://0.0.0.0',
    'http://134744072',
    'http://[2001:db8::1]',
    'http://[fe80::1]',
    'http://[::]',
    'http://[::ffff:8.8.8.8]',
    'http://localhost.',
    'http://host.docker.internal.example.com',
    'http://docker.internal',
    'http://user:secret@localhost',
    'http://localhost?token=secret',
    'http://localhost#secret',
  ]
  const target = async (options: LineClientOptions = {}) => {
    const urls: string[] = []
    const fetch = (url: string) => {
      urls.push(url)
      return Promise.resolve(new Response('{}'))
    }
    const line = new LineClient({ channelAccessToken: 'x', fetch: fetch, ...options })
    await line.bot.info()
    await line.content.get('1').then((content) => content.cancel())
    return urls
  }

  it.each(permitted)('may be %s', async (url) => {
    vi.stubEnv('LINE_API_BASE_URL', url)
    const { href } = new URL(url)
    for (const called of await target()) expect(called).toContain(href.replace(/\/$/, ''))
  })

  it.each(refused)('may not be "%s"', (url) => {
    vi.stubEnv('LINE_API_BASE_URL', url)
    const make = () => new LineClient({ channelAccessToken: 'x' })
    expect(make).toThrow(LineArgumentError)
    expect(make).toThrow(/LINE_API_BASE_URL/)
    expect(make).not.toThrow(/secret/)
  })

  it('may come from env; the option comes first', async () => {
    vi.stubEnv('LINE_API_BASE_URL', 'http://localhost:1')
    const env = { LINE_API_BASE_URL: 'http://localhost:2' }
    expect((await target({ env }))[0]).toMatch(/^http:\/\/localhost:2\//)
    expect((await target({ env, baseUrl: 'https://example.com' }))[0]).toMatch(/^https:\/\/example/)
  })

  it('is not used for an option that is undefined: that is an error at the first call', async () => {
    for (const url of ['http://localhost:1', undefined]) {
      vi.stubEnv('LINE_API_BASE_URL', url)
      const error = await failure(target({ baseUrl: undefined }), LineArgumentError)
      expect(error.message).toMatch(/^baseUrl is undefined/)
    }
  })
})
