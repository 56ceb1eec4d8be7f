/** Channel access tokens. @see https://developers.line.biz/en/reference/messaging-api/#channel-access-token */
import { apiLimits } from '../../spec/api/limits.js'
import { oauthRefusal, Refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import type { IssuedToken } from '../state/state.js'
import { checkAssertion, type Claims } from './assertion.js'

const SECOND = 1_000
const MOST = apiLimits.tokens.count
const MONTH = apiLimits.tokens.days * 24 * 3_600
const STATELESS = 900
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** @throws {Refusal} 400 */
function checkSecret({ world }: Call, form: URLSearchParams): void {
  const { channelId, channelSecret } = world.state.account
  if (form.get('client_id') !== channelId)
    throw oauthRefusal('invalid_client', sentences.invalidClientId)
  if (form.get('client_secret') !== channelSecret)
    throw oauthRefusal('invalid_client', sentences.invalidClientSecret)
}

/** @throws {Refusal} 400 */
function checkGrant(form: URLSearchParams): void {
  if (form.get('grant_type') !== 'client_credentials')
    throw oauthRefusal('invalid_request', sentences.invalidCredentials)
}

/** @throws {Refusal} 400, 404 */
function assertionIn(call: Call, form: URLSearchParams): Promise<Claims> {
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) throw oauthRefusal('invalid_request')
  return checkAssertion(call.world, form.get('client_assertion') ?? '')
}

/** `{"alg":"HS256"}`: tokens that come of assertions are JWS themselves. */
const JWS_HEAD = 'eyJhbGciOiJIUzI1NiJ9'

function issue({ world }: Call, kind: IssuedToken['kind'], seconds: number): IssuedToken {
  const { state, chance, now } = world
  // Expired tokens are kept for a while, so that requests about them get the right answer.
  state.tokens = state.tokens.filter(({ expires }) => expires > now - MONTH * SECOND)
  const token: IssuedToken = {
    kind,
    token:
      kind === 'short-lived'
        ? chance.token(172)
        : `${JWS_HEAD}.${chance.token(192)}.${chance.token(43)}`,
    expires: now + seconds * SECOND,
    ...(kind === 'v2.1' && { keyId: chance.token(22) }),
  }
  state.tokens.push(token)
  return token
}

const living = ({ world }: Call, kind: IssuedToken['kind']) =>
  world.state.tokens.filter((one) => one.kind === kind && one.expires > world.now)

const issued = ({ token, keyId }: IssuedToken, seconds: number) => ({
  json: {
    access_token: token,
    token_type: 'Bearer',
    expires_in: seconds,
    ...(keyId !== undefined && { key_id: keyId }),
  },
})

const issueChannelTokenByJWT: Operation = async (call) => {
  const form = call.form()
  checkGrant(form)
  const { token_exp: seconds = MONTH } = await assertionIn(call, form)
  if (living(call, 'v2.1').length >= MOST)
    throw oauthRefusal('invalid_request', sentences.tooManyTokens)
  return issued(issue(call, 'v2.1', seconds), seconds)
}

const issueStatelessChannelToken: Operation = async (call) => {
  const form = call.form()
  checkGrant(form)
  if (form.has('client_assertion')) await assertionIn(call, form)
  else checkSecret(call, form)
  return issued(issue(call, 'stateless', STATELESS), STATELESS)
}

const issueChannelToken: Operation = (call) => {
  const form = call.form()
  checkGrant(form)
  checkSecret(call, form)
  const token = issue(call, 'short-lived', MONTH)
  // A thirty-first token revokes the oldest.
  const [oldest, ...rest] = living(call, 'short-lived')
  if (rest.length >= MOST) revoke(call, 'short-lived', oldest!.token)
  return issued(token, MONTH)
}

function revoke({ world }: Call, kind: IssuedToken['kind'], token: string | null): void {
  world.state.tokens = world.state.tokens.filter((one) => one.token !== token || one.kind !== kind)
}

/** A token for endpoints of version 2.1: a JWS. @throws {Refusal} 400 */
function jwsIn(token: string | null): string {
  const [head = ''] = /^([\w-]+)\.[\w-]+\.[\w-]+$/.exec(token ?? '')?.slice(1) ?? []
  if (head === '') throw oauthRefusal('invalid_request', sentences.tokenNotJws)
  if (head !== JWS_HEAD) throw oauthRefusal('invalid_request', sentences.tokenMalformed)
  return token!
}

const TOKEN = /^[\w+/=.-]+$/

/** A token for the older endpoints. @throws {Refusal} 400 */
function tokenIn(token: string | null): string {
  if (token === null || !TOKEN.test(token))
    throw oauthRefusal('invalid_request', sentences.tokenFormat)
  return token
}

/** Verifies a token. @throws {Refusal} 400 */
function verified(call: Call, token: string) {
  const { state, now } = call.world
  const { channelId, channelAccessToken } = state.account
  if (token === channelAccessToken) return { client_id: channelId, expires_in: MONTH, scope: '' }
  const issuedValue = state.tokens.find((one) => one.token === token)
  if (!issuedValue) throw oauthRefusal('invalid_request', sentences.tokenInvalid)
  if (issuedValue.expires <= now) throw oauthRefusal('invalid_request', sentences.tokenExpired)
  return {
    client_id: channelId,
    expires_in: Math.floor((issuedValue.expires - now) / SECOND),
    scope: issuedValue.kind === 'short-lived' ? 'P CM' : '',
  }
}

export const tokens = {
  issueStatelessChannelToken,
  issueChannelTokenByJWT,
  getsAllValidChannelAccessTokenKeyIds: async (call) => {
    await assertionIn(call, call.query)
    return { json: { kids: living(call, 'v2.1').flatMap(({ keyId }) => keyId ?? []) } }
  },
  verifyChannelTokenByJWT: (call) => ({
    json: verified(call, jwsIn(call.query.get('access_token'))),
  }),
  revokeChannelTokenByJWT: (call) => {
    const form = call.form()
    checkSecret(call, form)
    revoke(call, 'v2.1', jwsIn(form.get('access_token')))
    return {}
  },
  issueChannelToken,
  verifyChannelToken: (call) => ({
    json: verified(call, tokenIn(call.form().get('access_token'))),
  }),
  revokeChannelToken: (call) => {
    const token = call.form().get('access_token')
    if (token === null) throw new Refusal(400, { error: 'invalid_request' })
    revoke(call, 'short-lived', token)
    return {}
  },
} satisfies Record<string, Operation>
