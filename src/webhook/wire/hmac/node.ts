/** HMAC on Node: synchronous, which keeps a webhook in one turn of the event loop. */
import type { createHmac as CreateHmac } from 'node:crypto'
import { sameText } from '../../../common/same-text.js'
import { signatureLength, type SignatureCheck } from './signer.js'

/** Loaded by the first signature: importing the library must not wait for it. */
let createHmac: typeof CreateHmac | undefined

/** Makes the check for one channel secret. */
export function signatureCheck(secret: string): SignatureCheck {
  return (bytes, signature) => {
    createHmac ??= process.getBuiltinModule('node:crypto').createHmac
    return (
      signature.length === signatureLength &&
      sameText(createHmac('sha256', secret).update(bytes).digest('base64'), signature)
    )
  }
}
