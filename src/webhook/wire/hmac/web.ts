/** HMAC where there is only Web Crypto: Workers, Deno, Bun, browsers. */
import { hmacOf } from '../../../common/hmac.js'
import { sameText } from '../../../common/same-text.js'
import { signatureLength, type SignatureCheck } from './signer.js'

/** Makes the check for one channel secret. */
export function signatureCheck(secret: string): SignatureCheck {
  const hmac = hmacOf(secret)
  return async (bytes, signature) =>
    signature.length === signatureLength && sameText(await hmac(bytes), signature)
}
