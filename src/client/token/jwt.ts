import type { Clock } from '../../common/clock.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { checkCredential, checkNames } from './credential.js'

/** Private part of an assertion signing key: JWK as in the console, PEM (PKCS #8), or a Web Crypto key. */
export type SigningKey = JsonWebKeyLike | string | CryptoKey

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A key as JSON. */
export interface JsonWebKeyLike {
  kty?: string
  kid?: string
  [member: string]: unknown
}

/** A channel and the key that it signs with. */
export interface Assertion {
  channelId: string
  /** Private part of the assertion signing key. */
  privateKey: SigningKey
  /** The key's id from the LINE Developers Console. May be left out if it is in the JWK. */
  keyId?: string
}

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/**
 * A function that makes JWTs that LINE accepts instead of the channel secret. The key is read once.
 *
 * @param names - permitted options
 * @throws {LineArgumentError} `option_invalid`
 * @see https://developers.line.biz/en/docs/messaging-api/generate-json-web-token/
 */
export function assertionOf(channel: Assertion, names: readonly string[]) {
  checkNames(channel, names)
  const { channelId, privateKey, keyId } = channel
  if (channelId !== undefined) checkCredential('channelId', channelId)
  const kid = keyId ?? (privateKey as { kid?: string } | undefined)?.kid
  const isUnset = privateKey === undefined || ('keyId' in channel && keyId === undefined)
  if (!kid && !isUnset)
    throw new LineArgumentError(
      'option_invalid',
      'keyId is missing: the id of the key in the console',
    )
  let key: Promise<CryptoKey> | undefined

  return async (clock: Clock, claims: Record<string, number> = {}): Promise<string> => {
    checkCredential('channelId', channelId)
    if (privateKey === undefined) checkCredential('privateKey', privateKey)
    checkCredential('keyId', kid)
    key ??= readKey(privateKey)
    const head = encoded({ alg: 'RS256', typ: 'JWT', kid })
    const body = encoded({
      iss: channelId,
      sub: channelId,
      aud: 'https://api.line.me/',
      exp: Math.floor(clock.now() / 1000) + 30 * 60 - 60,
      ...claims,
    })
    const text = `${head}.${body}`
    const signature = await crypto.subtle.sign(
      algorithm.name,
      await key,
      new TextEncoder().encode(text),
    )
    return `${text}.${base64url(new Uint8Array(signature))}`
  }
}

async function readKey(key: SigningKey): Promise<CryptoKey> {
  try {
    if (typeof key === 'string')
      return await crypto.subtle.importKey('pkcs8', bytesOfPem(key), algorithm, false, ['sign'])
    if ('algorithm' in key && 'usages' in key) return key as CryptoKey
    // A key from the console may name other uses; only the numbers matter.
    const { kty, n, e, d, p, q, dp, dq, qi } = key as Record<string, string>
    const jwk = { kty, n, e, d, p, q, dp, dq, qi }
    return await crypto.subtle.importKey('jwk', jwk as never, algorithm, false, ['sign'])
  } catch (error) {
    if (error instanceof LineArgumentError) throw error
    // The cause could quote the key.
    throw new LineArgumentError(
      'option_invalid',
      'privateKey cannot be read: it must be the private RSA key as JWK, as PEM that begins with BEGIN PRIVATE KEY, or as a CryptoKey',
    )
  }
}

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> {
  if (pem.includes('BEGIN RSA PRIVATE KEY'))
    throw new LineArgumentError(
      'option_invalid',
      'privateKey is PEM of PKCS #1; convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem',
    )
  return Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (sign) => sign.charCodeAt(0))
}

const encoded = (value: object) => base64url(new TextEncoder().encode(JSON.stringify(value)))

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
