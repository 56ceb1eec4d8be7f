/** Signatures of postback data. Web Crypto only: it is the same everywhere. */

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' }

/** 128 bits in base64url: nobody guesses them, and they leave room in the 300 characters. */
export const SIGNATURE_LENGTH = 22

/** What a signature covers beside the data. */
export interface Covered {
  /** Name, payload and expiry, as they are in the data. */
  data: string
  /** Whether an expiry is the last part of it. */
  expires: boolean
  /** Of the one user who may tap, if it is bound to one. */
  userId?: string | undefined
}

/** Signs with one secret. */
export function signer(secret: string): (covered: Covered) => Promise<string> {
  const text = new TextEncoder()
  const importKey = () =>
    crypto.subtle.importKey('raw', text.encode(secret), ALGORITHM, false, ['sign'])
  let key: ReturnType<typeof importKey> | undefined

  return async ({ data, expires, userId }) => {
    key ??= importKey()
    // The first line keeps these signatures apart from all others, the second those that expire from those that do not and those
    // of one user from those of any, and the length the data from the user id.
    const kind = `${expires ? 'expires' : 'stays'} ${userId === undefined ? 'anyone' : 'user'}`
    const bytes = text.encode(
      `fukidashi.postback.2\n${kind}\n${data.length}\n${data}\n${userId ?? ''}`,
    )
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await key, bytes))
    return btoa(String.fromCharCode(...mac))
      .slice(0, SIGNATURE_LENGTH)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
  }
}

/** Compares without telling by its time where the first difference is. */
export function sameSignature(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length
  for (let i = 0; i < expected.length; i++)
    difference |= expected.charCodeAt(i) ^ given.charCodeAt(i)
  return difference === 0
}
