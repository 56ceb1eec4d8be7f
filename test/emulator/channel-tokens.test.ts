/** Channel access tokens of every kind, as LINE's own words have them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { setUp } from './support.js'

const MINUTE = 60
const DAY = 24 * 3_600
const channelId = '1234567890'
const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const grant = { grant_type: 'client_credentials' }

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>
let privateKey: Key
let publicKey: Record<string, unknown>

beforeAll(async () => {
  const pair = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  )
  privateKey = pair.privateKey
  publicKey = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as Record<string, unknown>
})

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function given() {
  const set = setUp({ assertionKeys: [{ keyId: 'k1', publicKey }] })
  const { call, line, clock } = set
  const post = async (path: string, fields: Record<string, string>) => {
    const raw = new URLSearchParams(fields).toString()
    const answer = await call(path, { raw, type: 'application/x-www-form-urlencoded', token: null })
    return {
      status: answer.status,
      body: answer.body as Record<string, unknown>,
      text: answer.text,
    }
  }
  const secret = { client_id: channelId, client_secret: line.account.channelSecret }
  const assertion = async (claims: object = {}, head: object = {}) => {
    const exp = clock.now() / 1_000 + MINUTE
    const body = { iss: channelId, sub: channelId, aud: 'https://api.line.me/', exp, ...claims }
    const unsigned = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...head })}.${encoded(body)}`
    const bytes = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, Buffer.from(unsigned))
    return `${unsigned}.${Buffer.from(bytes).toString('base64url')}`
  }
  const signed = async (claims: object = {}, head: object = {}) => ({
    ...grant,
    client_assertion_type: type,
    client_assertion: await assertion(claims, head),
  })
  const issue = async (claims: object = {}) => post('/oauth2/v2.1/token', await signed(claims))
  const works = async (token: unknown) =>
    (await call('/v2/bot/info', { token: String(token) })).status === 200
  return { ...set, post, secret, assertion, signed, issue, works }
}

const invalid = (description: string) => ({
  error: 'invalid_request',
  error_description: description,
})
const client = (description: string) => ({
  error: 'invalid_client',
  error_description: description,
})

describe('version 2.1', () => {
  it('lives as long as its assertion says, thirty days at most', async () => {
    const { issue, clock, works } = given()
    const { status, body } = await issue({ token_exp: DAY })
    expect([status, body]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
        token_type: 'Bearer',
        expires_in: DAY,
        key_id: expect.any(String) as string,
      },
    ])
    expect((await issue()).body['expires_in']).toBe(30 * DAY)
    expect((await issue({ token_exp: 30 * DAY + 1 })).status).toBe(400)
    clock.advance(DAY * 1_000 - 1)
    expect(await works(body['access_token'])).toBe(true)
    clock.advance(1)
    expect(await works(body['access_token'])).toBe(false)
  })

  it('takes assertions that live for half an hour at most', async () => {
    const { issue, clock } = given()
    const now = clock.now() / 1_000
    expect((await issue({ exp: now + 30 * MINUTE })).status).toBe(200)
    for (const exp of [now + 31 * MINUTE, now, now - 1, 'soon', undefined])
      expect((await issue({ exp })).body).toEqual(client('Invalid exp'))
  })

  it('is thirty at most, until one is revoked', async () => {
    const { issue, post, secret } = given()
    const tokens = []
    for (let i = 0; i < 30; i++) tokens.push((await issue()).body['access_token'])
    const { status, body } = await issue()
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(
      'The maximum number of access tokens has already been issued',
    )
    await post('/oauth2/v2.1/revoke', { ...secret, access_token: tokens[0] as string })
    expect((await issue()).status).toBe(200)
  })

  it('is known by its keys', async () => {
    const { issue, assertion, call } = given()
    const keys = [(await issue()).body['key_id'], (await issue()).body['key_id']]
    const query = new URLSearchParams({
      client_assertion_type: type,
      client_assertion: await assertion(),
    })
    const { body } = await call(`/oauth2/v2.1/tokens/kid?${query.toString()}`, { token: null })
    expect(body).toEqual({ kids: keys })
  })

  it('is verified, in LINE’s words', async () => {
    const { issue, call, clock, line, post, secret } = given()
    const verify = async (token: unknown) => {
      const query = new URLSearchParams({ access_token: String(token) })
      const { status, body } = await call(`/oauth2/v2.1/verify?${query.toString()}`, {
        token: null,
      })
      return [status, body]
    }
    const token = (await issue({ token_exp: DAY })).body['access_token']
    clock.advance(1_000)
    expect(await verify(token)).toEqual([
      200,
      { client_id: channelId, expires_in: DAY - 1, scope: '' },
    ])
    expect(await verify('x')).toEqual([400, invalid('The access token not JWS')])
    // Tokens of other kinds are no JWS.
    expect(await verify(line.account.channelAccessToken)).toEqual([
      400,
      invalid('The access token not JWS'),
    ])
    const gone = (await issue()).body['access_token'] as string
    await post('/oauth2/v2.1/revoke', { ...secret, access_token: gone })
    expect((await verify(gone))[0]).toBe(400)
    clock.advance(DAY * 1_000)
    expect(await verify(token)).toEqual([400, invalid('The access token expired')])
  })

  it('is revoked with the channel secret; so is an unknown token', async () => {
    const { issue, post, secret, works } = given()
    const token = (await issue()).body['access_token'] as string
    const revoke = (fields: Record<string, string>) => post('/oauth2/v2.1/revoke', fields)
    expect((await revoke({ ...secret, client_id: '1', access_token: token })).body).toEqual(
      client('invalid client_id'),
    )
    expect((await revoke({ ...secret, client_secret: 'x', access_token: token })).body).toEqual(
      client('invalid client_secret'),
    )
    expect((await revoke({ ...secret, access_token: 'x' })).body).toEqual(
      invalid('The access token not JWS'),
    )
    expect((await revoke({ ...secret, access_token: 'a.b.c' })).body).toEqual(
      invalid('The access token malformed'),
    )
    expect(await works(token)).toBe(true)
    for (let i = 0; i < 2; i++) {
      const { status, text } = await revoke({ ...secret, access_token: token })
      expect([status, text]).toEqual([200, ''])
    }
    expect(await works(token)).toBe(false)
  })

  it.each([
    ['another audience', { aud: 'https://example.com/' }, {}],
    ['another subject', { sub: '1' }, {}],
    ['another algorithm', {}, { alg: 'HS256' }],
    ['no algorithm', {}, { alg: 'none' }],
  ])('is not given for %s', async (_, claims, head) => {
    const { post, signed } = given()
    const { status, body } = await post('/oauth2/v2.1/token', await signed(claims, head))
    expect([status, body['error']]).toEqual([400, 'invalid_client'])
  })

  it('wants both the grant and the kind of assertion', async () => {
    const { post, signed } = given()
    const fields = await signed()
    const said = async (more: object) =>
      (await post('/oauth2/v2.1/token', { ...fields, ...more })).body
    expect(await said({ grant_type: 'password' })).toEqual(invalid("Invalid 'client_credentials'."))
    expect(await said({ client_assertion_type: 'jwt' })).toMatchObject({ error: 'invalid_request' })
  })
})

describe('stateless', () => {
  it('lives a quarter of an hour, without number, and cannot be revoked', async () => {
    const { post, secret, signed, works, clock } = given()
    const tokens = new Set<string>()
    for (let i = 0; i < 40; i++) {
      const fields = i % 2 ? { ...grant, ...secret } : await signed()
      const { status, body } = await post('/oauth2/v3/token', fields)
      expect([status, body['expires_in'], body['token_type']]).toEqual([200, 900, 'Bearer'])
      expect(body).not.toHaveProperty('key_id')
      tokens.add(body['access_token'] as string)
    }
    expect(tokens.size).toBe(40)
    const [token = ''] = tokens
    await post('/oauth2/v2.1/revoke', { ...secret, access_token: token })
    await post('/v2/oauth/revoke', { access_token: token })
    expect(await works(token)).toBe(true)
    clock.advance(900_000)
    expect(await works(token)).toBe(false)
  })

  it('wants a secret that is right', async () => {
    const { post, secret } = given()
    const { status, body } = await post('/oauth2/v3/token', {
      ...grant,
      ...secret,
      client_secret: 'x',
    })
    expect([status, body]).toEqual([400, client('invalid client_secret')])
  })
})

describe('short-lived', () => {
  it('lives thirty days, and is verified and revoked without a secret', async () => {
    const { post, secret, works, clock } = given()
    const { body } = await post('/v2/oauth/accessToken', { ...grant, ...secret })
    expect(body).toEqual({
      access_token: expect.any(String) as string,
      token_type: 'Bearer',
      expires_in: 2_592_000,
    })
    const access_token = body['access_token'] as string
    clock.advance(1_000)
    expect((await post('/v2/oauth/verify', { access_token })).body).toEqual({
      client_id: channelId,
      expires_in: 2_591_999,
      scope: 'P CM',
    })
    expect((await post('/v2/oauth/verify', { access_token: 'x y' })).body).toEqual(
      invalid('access_token in invalid format'),
    )
    const unsaid = await post('/v2/oauth/revoke', {})
    expect([unsaid.status, unsaid.body]).toEqual([400, { error: 'invalid_request' }])
    const revoked = await post('/v2/oauth/revoke', { access_token })
    expect([revoked.status, revoked.text]).toEqual([200, ''])
    expect(await works(access_token)).toBe(false)
    expect((await post('/v2/oauth/verify', { access_token })).body).toEqual(
      invalid('access_token invalid'),
    )
  })
})
