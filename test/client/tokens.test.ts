/** A token is there when it is needed. */
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type ChannelAccessToken,
  channelTokenV21,
  LineApiError,
  type IssuedToken,
  LineArgumentError,
  LineClient,
  LineConnectionError,
  shortLivedToken,
  statelessToken,
} from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import type { Received } from './server.js'
import { clientOf, failure, token, userId } from './setup.js'

const channel = { channelId: '1234567890', channelSecret: 'secret-of-the-channel' }
const tokenPaths = ['/oauth2/v3/token', '/v2/oauth/accessToken', '/oauth2/v2.1/token']
const isTokenCall = ({ url }: Received) => tokenPaths.includes(url)

/** Issues token-1, token-2 …; refuses those in `refused`. */
async function withTokens(source: ChannelAccessToken, refused: string[] = [], life = 900) {
  let issued = 0
  const setting = await clientOf(
    (request) => {
      if (isTokenCall(request))
        return {
          body: { access_token: `token-${++issued}`, expires_in: life, token_type: 'Bearer' },
        }
      const bearer = request.headers.authorization!.replace('Bearer ', '')
      return refused.includes(bearer) ? { status: 401, body: { message: 'no' } } : { body: {} }
    },
    { channelAccessToken: source },
  )
  return {
    ...setting,
    bearers: () =>
      setting.server.received.flatMap((request) =>
        isTokenCall(request) ? [] : [request.headers.authorization!.replace('Bearer ', '')],
      ),
    asked: () => setting.server.received.filter(isTokenCall),
  }
}

describe('a source of tokens', () => {
  it('is asked once, however many calls need the token at a time', async () => {
    const { line, asked, bearers } = await withTokens(statelessToken(channel))
    await Promise.all(Array.from({ length: 20 }, () => line.bot.info()))
    expect(asked()).toHaveLength(1)
    expect(Object.fromEntries(new URLSearchParams(asked()[0]!.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: channel.channelId,
      client_secret: channel.channelSecret,
    })
    expect(asked()[0]!.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(asked()[0]!.headers.authorization).toBeUndefined()
    expect(new Set(bearers())).toEqual(new Set(['token-1']))
  })

  it('is asked again shortly before the token expires', async () => {
    const { line, clock, bearers } = await withTokens(statelessToken(channel))
    await line.bot.info()
    clock.advance(809_000)
    await line.bot.info()
    clock.advance(1000)
    await line.bot.info()
    expect(bearers()).toEqual(['token-1', 'token-1', 'token-2'])
  })

  it('is asked again when LINE refuses the token: once for all who were refused', async () => {
    const { line, asked, bearers } = await withTokens(shortLivedToken(channel), ['token-1'])
    await Promise.all([line.bot.info(), line.bot.info(), line.users.profile(userId)])
    expect(asked()).toHaveLength(2)
    expect(bearers().filter((bearer) => bearer === 'token-2')).toHaveLength(3)
  })

  it('is not asked for ever', async () => {
    const { line, asked } = await withTokens(statelessToken(channel), ['token-1', 'token-2'])
    const error = await failure(line.bot.info(), LineApiError)
    expect(error).toMatchObject({ code: 'credentials_invalid', attempts: 2 })
    expect(asked()).toHaveLength(2)
  })

  it('repeats a reply after a 401: LINE did not process it', async () => {
    const { line, bearers } = await withTokens(statelessToken(channel), ['token-1'])
    await line.messages.reply('token', 'a')
    expect(bearers()).toEqual(['token-1', 'token-2'])
  })

  it('that fails while the token is still good does no harm', async () => {
    let works = true
    const { line, clock } = await clientOf(
      (request) => {
        if (!isTokenCall(request)) return { body: {} }
        if (!works) return { status: 500 }
        return { body: { access_token: 'token-1', expires_in: 900, token_type: 'Bearer' } }
      },
      { channelAccessToken: statelessToken(channel) },
    )
    await line.bot.info()
    works = false
    clock.advance(850_000)
    await line.bot.info()
    clock.advance(50_000)
    const error = await failure(line.bot.info(), LineApiError)
    expect(error.path).toBe('/oauth2/v3/token')
    works = true
    await line.bot.info()
  })
})

describe('a signing key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'kid-1', use: 'sig', alg: 'RS256' }
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

  const read = (assertion: string) => {
    const [head, body, signature] = assertion.split('.')
    const good = verify(
      'sha256',
      Buffer.from(`${head!}.${body!}`),
      createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })),
      Buffer.from(signature!, 'base64url'),
    )
    const json = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
    return { good, head: json(head!), body: json(body!) }
  }

  it.each([
    ['JWK', { privateKey: jwk }],
    ['PEM', { privateKey: pem, keyId: 'kid-1' }],
  ])('as %s signs for tokens of version 2.1', async (_, key) => {
    const source = channelTokenV21({ channelId: '1234567890', lifetime: 3600, ...key })
    const { line, asked, clock } = await withTokens(source)
    await line.bot.info()
    const form = Object.fromEntries(new URLSearchParams(asked()[0]!.body))
    expect(asked()[0]!.url).toBe('/oauth2/v2.1/token')
    expect(form).toMatchObject({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    })
    const { good, head, body } = read(form['client_assertion']!)
    expect(good).toBe(true)
    expect(head).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'kid-1' })
    const now = clock.now() / 1000
    expect(body).toEqual({
      iss: '1234567890',
      sub: '1234567890',
      aud: 'https://api.line.me/',
      exp: expect.any(Number) as number,
      token_exp: 3600,
    })
    expect(body['exp']).toBeGreaterThan(now)
    expect(body['exp']).toBeLessThanOrEqual(now + 1800)
  })

  it('signs for stateless tokens too', async () => {
    const { line, asked } = await withTokens(
      statelessToken({ channelId: '1234567890', privateKey: jwk }),
    )
    await line.bot.info()
    const { good, body } = read(new URLSearchParams(asked()[0]!.body).get('client_assertion')!)
    expect(good).toBe(true)
    expect(body).not.toHaveProperty('token_exp')
  })

  it('may be a Web Crypto key', async () => {
    const key = await crypto.subtle.importKey(
      'jwk',
      privateKey.export({ format: 'jwk' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['sign'],
    )
    const { line, asked } = await withTokens(
      channelTokenV21({ channelId: '1', privateKey: key, keyId: 'kid-1' }),
    )
    await line.bot.info()
    expect(read(new URLSearchParams(asked()[0]!.body).get('client_assertion')!).good).toBe(true)
  })

  it('that cannot be read is refused without a word of it', async () => {
    const pkcs1 = privateKey.export({ format: 'pem', type: 'pkcs1' }).toString()
    for (const bad of [pkcs1, 'not a key', { kty: 'RSA', d: 'private-part' }]) {
      const { line } = await withTokens(
        channelTokenV21({ channelId: '1', privateKey: bad, keyId: 'k' }),
      )
      const error = await failure(line.bot.info(), LineArgumentError)
      expect(error.message).toMatch(/openssl pkcs8|must be the private RSA key/)
      expect(error.message).not.toContain('private-part')
    }
  })
})

describe('a source that fails', () => {
  it.each([
    ['undefined', undefined, /of type undefined/],
    ['an empty text', '', /is empty/],
    ['a line break', 'token\r\nx-evil: 1', /line breaks/],
    ['a number', 5, /of type number/],
    ['null', null, /is null/],
  ])('by giving %s is an error of the options', async (_, value, words) => {
    for (const channelAccessToken of [
      () => value as string,
      () => Promise.resolve(value as string),
      { issue: () => Promise.resolve({ token: value as string }) },
    ]) {
      const { line, server } = await clientOf(undefined, { channelAccessToken })
      const error = await failure(line.bot.info(), LineArgumentError)
      expect(error.code).toBe('option_invalid')
      expect(error.message).toMatch(words)
      expect(server.received).toEqual([])
    }
  })

  it.each([
    ['nothing', null, /instead of/],
    ['a life that is no number', { token: 'a', expiresIn: '900' }, /expiresIn: the text '900'/],
    ['a life of NaN', { token: 'a', expiresIn: NaN }, /expiresIn: NaN/],
  ])('by giving %s says so', async (_, value, words) => {
    const issue = () => Promise.resolve(value as IssuedToken)
    const { line } = await clientOf(undefined, { channelAccessToken: { issue } })
    await expect(line.bot.info()).rejects.toThrow(words)
  })

  it('by throwing gives the caller its error, and is asked again', async () => {
    let times = 0
    const issue = (): Promise<IssuedToken> => {
      if (++times === 1) throw new Error('vault is closed')
      return Promise.resolve({ token: 'a' })
    }
    const { line } = await clientOf(undefined, { channelAccessToken: { issue } })
    await expect(line.bot.info()).rejects.toThrow('vault is closed')
    await line.bot.info()
  })

  it.each([
    ['a function', () => new Promise<string>(() => undefined)],
    ['a source', { issue: () => new Promise<IssuedToken>(() => undefined) }],
  ])('by never answering ends the call: %s', async (_, channelAccessToken) => {
    const clock = new FakeClock({ manual: true })
    const { line, server } = await clientOf(undefined, {
      channelAccessToken,
      clock,
      timeout: 1000,
      retry: { window: 500 },
    })
    for (let i = 0; i < 2; i++) {
      const call = failure(line.bot.info(), LineArgumentError)
      await vi.waitFor(() => expect(clock.timers.size).toBe(1))
      clock.advance(1500)
      const error = await call
      expect(error.code).toBe('token_missing')
      expect(error.message).toContain('within 1500 ms')
    }
    expect(server.received).toEqual([])
  })
})

describe('on Workers, where what one request waits for may die with another', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** A source that gives tokens on demand. */
  async function stubborn() {
    vi.stubGlobal('navigator', { userAgent: 'Cloudflare-Workers' })
    const clock = new FakeClock({ manual: true })
    const gives: ((token: string) => void)[] = []
    const issue = () =>
      new Promise<IssuedToken>((resolve) => {
        gives.push((token) => resolve({ token }))
      })
    const setting = await clientOf({ body: {} }, { channelAccessToken: { issue }, clock })
    return { ...setting, gives, clock }
  }

  it('a token that never comes is asked for again', async () => {
    const { line, clock, gives } = await stubborn()
    void line.bot.info()
    const second = line.bot.info()
    // The limit of the first, and the look of the second at it.
    await vi.waitFor(() => expect(clock.timers.size).toBe(2))
    while (gives.length < 2) {
      clock.advanceToNext()
      await new Promise(setImmediate)
    }
    expect(clock.time - Date.UTC(2026, 7, 1)).toBe(10_000)
    gives[1]!('token-2')
    await second
  })

  it('a token that comes serves both', async () => {
    const { line, clock, gives, server } = await stubborn()
    const both = [line.bot.info(), line.bot.info()]
    // The limit of the first, and the look of the second at it.
    await vi.waitFor(() => expect(clock.timers.size).toBe(2))
    gives[0]!('token-1')
    await both[0]
    clock.advance(20)
    await both[1]
    expect(gives).toHaveLength(1)
    expect(server.received).toHaveLength(2)
  })
})

it('waiting for a token ends with the signal', async () => {
  const end = new AbortController()
  const { line } = await clientOf(undefined, {
    channelAccessToken: { issue: () => new Promise(() => undefined) },
  })
  const call = line.bot.info({ signal: end.signal })
  end.abort(new Error('enough'))
  const error = await failure(call, LineConnectionError)
  expect(error).toMatchObject({
    code: 'request_aborted',
    accepted: 'no',
    cause: new Error('enough'),
  })
})

describe('a function', () => {
  it('is asked for each request, and once more after a 401', async () => {
    const asked: object[] = []
    const { line, bearers } = await withTokens(
      (context) => {
        asked.push(context)
        return Promise.resolve(context.rejected ? 'fresh' : 'stale')
      },
      ['stale'],
    )
    await line.bot.info()
    expect(asked).toEqual([{}, { rejected: 'stale' }])
    expect(bearers()).toEqual(['stale', 'fresh'])
  })
})

describe('a client', () => {
  it('without a token can call operations that need none; the others are an error', async () => {
    const { server } = await clientOf({ body: { client_id: '1', expires_in: 1 } })
    const line = new LineClient({ baseUrl: server.url })
    await line.tokens.verify('some-token')
    const error = await failure(line.bot.info(), LineArgumentError)
    expect(error.code).toBe('token_missing')
  })

  it.each([
    ['nothing', ''],
    ['a line break', `${token}\n`],
    ['null', null],
  ])('is not made with %s as its token', (_, bad) => {
    expect(() => new LineClient({ channelAccessToken: bad as string })).toThrow(LineArgumentError)
  })

  it('lives beside another one', async () => {
    const one = await clientOf()
    const other = new LineClient({ channelAccessToken: 'another-token', baseUrl: one.server.url })
    await Promise.all([one.line.bot.info(), other.bot.info()])
    expect(one.server.received.map(({ headers }) => headers.authorization).sort()).toEqual([
      'Bearer another-token',
      `Bearer ${token}`,
    ])
  })
})

it.each([
  ['channelId', () => statelessToken({ ...channel, channelId: ' ' })],
  ['channelSecret', () => shortLivedToken({ ...channel, channelSecret: '' })],
  ['keyId', () => channelTokenV21({ channelId: '1', privateKey: 'pem' })],
  ['lifetime', () => channelTokenV21({ channelId: '1', privateKey: 'x', keyId: 'k', lifetime: 0 })],
])('a source without a good %s is refused', (name, make) => {
  expect(make).toThrow(name)
})
