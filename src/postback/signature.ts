/** Signatures of postback data. Web Crypto only: it is the same everywhere. */
import { hmacOf } from '../common/hmac.js'

/** 128 bits in base64url: enough against guessing, and short enough for the 300 characters. */
export const signatureLength = 22

/** 36 bits in base64url: it protects nothing, and only distinguishes another user's data from forged data. */
export const markLength = 6

/** Content of a signature, beside the secret. */
export interface Covered {
  /** Name, payload, expiry and mark, as they are in the data. */
  data: string
  /** The data has an expiry. */
  expires: boolean
  /** The user that the data is bound to. */
  userId?: string | undefined
}

/** Signs with one secret. */
export function signer(secret: string) {
  const hmac = hmacOf(secret)
  const text = new TextEncoder()
  const shortened = async (lines: string, length: number) => {
    const signature = await hmac(text.encode(lines))
    return signature.slice(0, length).replaceAll('+', '-').replaceAll('/', '_')
  }

  return {
    sign: ({ data, expires, userId }: Covered): Promise<string> => {
      // The first line separates these signatures from all others, the second those that expire from those that do not and those
      // of one user from those of any, and the length the data from the user id.
      const kind = `${expires ? 'expires' : 'stays'} ${userId === undefined ? 'anyone' : 'user'}`
      return shortened(
        `fukidashi.postback.2\n${kind}\n${data.length}\n${data}\n${userId ?? ''}`,
        signatureLength,
      )
    },

    /** The mark of data that is bound to a user. */
    mark: (data: string): Promise<string> =>
      shortened(`fukidashi.postback.mark\n${data}`, markLength),
  }
}
