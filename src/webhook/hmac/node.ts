/** HMAC on Node: synchronous, which keeps a webhook in one turn of the event loop. */
import { createHmac } from 'node:crypto'
import { sameText, SIGNATURE_LENGTH, type SignatureCheck } from './signer.js'

/** Makes the check for one channel secret. */
export function signatureCheck(secret: string): SignatureCheck {
  return (bytes, signature) =>
    signature.length === SIGNATURE_LENGTH &&
    sameText(createHmac('sha256', secret).update(bytes).digest('base64'), signature)
}
