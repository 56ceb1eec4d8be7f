/** JWTs that replace the channel secret. @see https://developers.line.biz/en/docs/messaging-api/generate-json-web-token/ */
import { isObject } from '../../common/json.js'
import { oauthRefusal, refusal } from '../api/answer.js'
import { sentences } from '../api/sentences.js'
import type { World } from '../state/world.js'

/** Claims of an assertion. */
export interface Claims {
  iss?: string
  sub?: string
  aud?: string
  exp?: number
  /** Lifetime of the token in seconds. */
  token_exp?: number
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const HALF_AN_HOUR = 30 * 60
const MONTH = 30 * 24 * 3_600

/** @throws {Refusal} When the assertion is not what LINE wants. */
export async function checkAssertion(world: World, assertion: string): Promise<Claims> {
  const [head = '', body = '', signature = '', ...rest] = assertion.split('.')
  const header = parsed(head) as { alg?: string; kid?: string } | undefined
  const claims = parsed(body) as Claims | undefined
  if (!header || !claims || header.alg !== 'RS256' || signature === '' || rest.length > 0)
    throw oauthRefusal('invalid_client', 'Invalid client_assertion')
  const { account, assertionKeys } = world.state
  const key = assertionKeys.find(({ keyId }) => keyId === header.kid)
  if (!key) throw refusal(404, sentences.noChannelKey)
  if (claims.iss !== account.channelId || claims.sub !== account.channelId)
    throw oauthRefusal('invalid_client', sentences.keyMismatch)
  if (claims.aud !== 'https://api.line.me/') throw oauthRefusal('invalid_client', 'Invalid aud')
  const seconds = world.now / 1_000
  const { exp, token_exp: life } = claims
  if (typeof exp !== 'number' || exp <= seconds || exp > seconds + HALF_AN_HOUR + 1)
    throw oauthRefusal('invalid_client', sentences.invalidExp)
  if (life !== undefined && !(life > 0 && life <= MONTH))
    throw oauthRefusal('invalid_client', 'Invalid token_exp')
  if (!(await isSigned(`${head}.${body}`, signature, key.publicKey)))
    throw oauthRefusal('invalid_client', 'Invalid client_assertion')
  return claims
}

async function isSigned(
  text: string,
  signature: string,
  { kty, n, e }: Record<string, unknown>,
): Promise<boolean> {
  const jwk = { kty, n, e } as { kty: string; n: string; e: string }
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
  const bytes = bytesOf(signature)
  return (
    bytes !== undefined &&
    crypto.subtle.verify(algorithm.name, key, bytes, new TextEncoder().encode(text))
  )
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  } catch {
    return undefined
  }
}

function parsed(part: string): unknown {
  const bytes = bytesOf(part)
  if (!bytes) return undefined
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
