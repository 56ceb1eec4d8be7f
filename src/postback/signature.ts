/** Signatures of postback data. Web Crypto only: it is the same everywhere. */

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' }

/** 128 bits in base64url: nobody guesses them, and they leave room in the 300 characters. */
export const SIGNATURE_LENGTH = 22

/** What a signature covers beside the data. */
export interface Covered {
  /** Name, payload and expiry, as they stand in the data. */
  data: string
  /** Of the one user who may tap, if it is bound to one. */
  userId?: string | undefined
}

/** Signs with one secret. */
export function signer(secret: string): (covered: Covered) => Promise<string> {
  const text = new TextEncoder()
  const importKey = () =>
    crypto.subtle.importKey('raw', text.encode(secret), ALGORITHM, false, ['sign'])
  let key: ReturnType<typeof importKey> | undefined

  return async ({ data, userId }) => {
    key ??= importKey()
    // The length in front keeps data and user id apart, the first line these signatures from all others.
    const bytes = text.encode(`fukidashi.postback.1\n${data.length}\n${data}\n${userId ?? ''}`)
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
