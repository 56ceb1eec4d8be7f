/** Content that people have sent, and channel access tokens. */

import { describe, expect, it } from 'vitest'
import {
  channelTokenV21,
  LineClient,
  shortLivedToken,
  statelessToken,
} from '../../src/client/index.js'
import { setUp } from './support.js'

const data = 'https://api-data.line.me'

describe('content', () => {
  const content = `${data}/v2/bot/message`

  it('comes with its media type', async () => {
    const { call, line } = setUp()
    const bytes = new TextEncoder().encode('bytes')
    const { messageId } = await line.user('Aki').sendsImage({ bytes, contentType: 'image/jpeg' })
    const got = await call(`${content}/${messageId!}/content`)
    expect([got.status, got.text, got.headers.get('content-type')]).toEqual([
      200,
      'bytes',
      'image/jpeg',
    ])
    expect((await call(`${content}/${messageId!}/content/preview`)).status).toBe(200)
    const other = await call(`${content}/${messageId!}/content/transcoding`)
    expect([other.status, other.body.message]).toEqual([
      400,
      "Transcoding status doesn't support this type of content",
    ])
  })

  it('of videos takes its time', async () => {
    const { call, line, clock } = setUp()
    const { messageId } = await line.user('Aki').sendsVideo({ preparing: 3_000 })
    const path = `${content}/${messageId!}/content`
    const status = async () => (await call(`${path}/transcoding`)).body['status']
    const early = await call(path)
    expect([early.status, early.text, await status()]).toEqual([202, '', 'processing'])
    clock.advance(3_000)
    expect([(await call(path)).status, await status()]).toEqual([200, 'succeeded'])
    expect((await call(`${path}/preview`)).headers.get('content-type')).toBe('image/jpeg')
    const failed = await line.user('Aki').sendsVideo({ failed: true })
    expect((await call(`${content}/${failed.messageId!}/content/transcoding`)).body).toEqual({
      status: 'failed',
    })
  })

  it('is where there is some', async () => {
    const { call, line } = setUp()
    const { messageId: said } = await line.user('Aki').says('words')
    for (const id of ['123', said!]) {
      const unknown = await call(`${content}/${id}/content`)
      expect([unknown.status, unknown.body]).toEqual([404, { message: 'not found' }])
    }
    const gone = await line.user('Aki').sendsVideo()
    await line.user('Aki').unsends()
    for (const path of ['content', 'content/preview', 'content/transcoding']) {
      const answer = await call(`${content}/${gone.messageId!}/${path}`)
      expect([answer.status, answer.body]).toEqual([410, { message: 'The content is gone' }])
    }
    const { messageId } = await line.user('Aki').sendsFile()
    const preview = await call(`${content}/${messageId!}/content/preview`)
    expect([preview.status, preview.body.message]).toEqual([
      400,
      'The content can not be previewed',
    ])
  })
})

describe('tokens', () => {
  const channelId = '1234567890'
  const pair = crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  const withKey = async () => {
    const { publicKey, privateKey } = await pair
    const jwk = (await crypto.subtle.exportKey('jwk', publicKey)) as Record<string, unknown>
    const given = setUp({ assertionKeys: [{ keyId: 'k1', publicKey: jwk }] })
    const { clock, line } = given
    const anonymous = new LineClient({ fetch: line.fetch, clock })
    return { ...given, privateKey, anonymous }
  }
  const form = (fields: Record<string, string>) => ({
    raw: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
    token: null,
  })

  it('of all three kinds open the API, each for its time', async () => {
    const { privateKey, line, clock, call } = await withKey()
    const sources = [
      channelTokenV21({ channelId, privateKey, keyId: 'k1' }),
      statelessToken({ channelId, privateKey, keyId: 'k1' }),
      statelessToken({ channelId, channelSecret: line.account.channelSecret }),
      shortLivedToken({ channelId, channelSecret: line.account.channelSecret }),
    ]
    for (const channelAccessToken of sources) {
      const client = new LineClient({ channelAccessToken, fetch: line.fetch, clock })
      expect(await client.bot.info()).toMatchObject({ userId: line.account.userId })
    }
    const stateless = line.state.tokens.find(({ kind }) => kind === 'stateless')!
    expect((await call('/v2/bot/info', { token: stateless.token })).status).toBe(200)
    clock.advance(900_000)
    expect((await call('/v2/bot/info', { token: stateless.token })).status).toBe(401)
  })

  it('are verified, listed and revoked', async () => {
    const { privateKey, line, clock, call } = await withKey()
    const source = channelTokenV21({ channelId, privateKey, keyId: 'k1' })
    await new LineClient({ channelAccessToken: source, fetch: line.fetch, clock }).bot.info()
    const { token } = line.state.tokens[0]!
    const verify = (value: string) =>
      call(`/oauth2/v2.1/verify?access_token=${value}`, { token: null })
    expect((await verify(token)).body).toMatchObject({ client_id: channelId, scope: '' })
    expect((await verify('x')).body).toEqual({
      error: 'invalid_request',
      error_description: 'The access token not JWS',
    })
    const revoked = await call(
      '/oauth2/v2.1/revoke',
      form({
        client_id: channelId,
        client_secret: line.account.channelSecret,
        access_token: token,
      }),
    )
    expect([revoked.status, revoked.text]).toEqual([200, ''])
    expect((await call('/v2/bot/info', { token })).status).toBe(401)
  })

  it('are thirty at most; the thirty-first short-lived one drives out the first', async () => {
    const { line, call } = setUp()
    const issue = async () => {
      const { body } = await call(
        '/v2/oauth/accessToken',
        form({
          grant_type: 'client_credentials',
          client_id: channelId,
          client_secret: line.account.channelSecret,
        }),
      )
      return body['access_token'] as string
    }
    const tokens = []
    for (let i = 0; i < 31; i++) tokens.push(await issue())
    const works = async (token: string) => (await call('/v2/bot/info', { token })).status
    expect(await works(tokens[0]!)).toBe(401)
    expect([await works(tokens[1]!), await works(tokens[30]!)]).toEqual([200, 200])
  })

  it('are refused in the words of OAuth', async () => {
    const { call } = setUp()
    const said = async (fields: Record<string, string>, path = '/v2/oauth/accessToken') => {
      const { status, body } = await call(path, form(fields))
      expect(status).toBe(400)
      return body['error_description']
    }
    const grant = { grant_type: 'client_credentials' }
    expect(await said({ ...grant, client_id: 'x' })).toBe('invalid client_id')
    expect(await said({ ...grant, client_id: channelId })).toBe('invalid client_secret')
    expect(await said({ grant_type: 'x' })).toBe("Invalid 'client_credentials'.")
  })

  it.each([
    [
      'another key',
      { kid: 'k2' },
      {},
      404,
      'Cannot find channel key that satisfies the conditions',
    ],
    ['another channel', {}, { iss: '1' }, 400, 'iss and clientId of key do not match'],
    ['an end in an hour', {}, { exp: 3_600 }, 400, 'Invalid exp'],
    ['an end that has been', {}, { exp: -1 }, 400, 'Invalid exp'],
  ])(
    'are not given for an assertion with %s',
    async (_, head, claims: { exp?: number; iss?: string }, status, message) => {
      const { privateKey, call, clock } = await withKey()
      const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const seconds = clock.now() / 1_000
      const exp = seconds + (claims.exp ?? 60)
      const body = { iss: channelId, sub: channelId, aud: 'https://api.line.me/', ...claims, exp }
      const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...head })}.${encoded(body)}`
      const signature = await crypto.subtle.sign(
        'RSASSA-PKCS1-v1_5',
        privateKey,
        Buffer.from(unsigned),
      )
      const assertion = `${unsigned}.${Buffer.from(signature).toString('base64url')}`
      const ask = (client_assertion: string) =>
        call(
          '/oauth2/v2.1/token',
          form({
            grant_type: 'client_credentials',
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion,
          }),
        )
      const answer = await ask(assertion)
      expect([answer.status, answer.body['error_description'] ?? answer.body.message]).toEqual([
        status,
        message,
      ])
      const forged = await ask(`${unsigned}.${Buffer.from('forged').toString('base64url')}`)
      expect(forged.status).toBeGreaterThanOrEqual(400)
    },
  )

  it('are not given for a forged signature', async () => {
    const { privateKey, line, clock } = await withKey()
    const stranger = setUp({ clock, assertionKeys: [] })
    stranger.line.state.assertionKeys.push({
      keyId: 'k1',
      publicKey: (await crypto.subtle.exportKey(
        'jwk',
        (
          await crypto.subtle.generateKey(
            {
              name: 'RSASSA-PKCS1-v1_5',
              hash: 'SHA-256',
              modulusLength: 2048,
              publicExponent: new Uint8Array([1, 0, 1]),
            },
            true,
            ['sign', 'verify'],
          )
        ).publicKey,
      )) as Record<string, unknown>,
    })
    const source = statelessToken({ channelId, privateKey, keyId: 'k1' })
    const ask = (fetch: typeof line.fetch) =>
      new LineClient({ channelAccessToken: source, fetch, clock, retry: false }).bot.info()
    await expect(ask(line.fetch)).resolves.toBeTruthy()
    await expect(ask(stranger.line.fetch)).rejects.toThrow()
  })
})
