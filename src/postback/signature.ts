/** Signatures of postback data. Web Crypto only: it is the same everywhere. */
import { hmacOf } from '../common/hmac.js'

/** 128 bits in base64url: nobody guesses them, and they leave room in the 300 characters. */
export const signatureLength = 22

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
  const hmac = hmacOf(secret)
  const text = new TextEncoder()

  return async ({ data, expires, userId }) => {
    // The first line keeps these signatures apart from all others, the second those that expire from those that do not and those
    // of one user from those of any, and the length the data from the user id.
    const kind = `${expires ? 'expires' : 'stays'} ${userId === undefined ? 'anyone' : 'user'}`
    const bytes = text.encode(
      `fukidashi.postback.2\n${kind}\n${data.length}\n${data}\n${userId ?? ''}`,
    )
    const signature = await hmac(bytes)
    return signature.slice(0, signatureLength).replaceAll('+', '-').replaceAll('/', '_')
  }
}
