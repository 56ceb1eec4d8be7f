/** HMAC where there is only Web Crypto: Workers, Deno, Bun, browsers. */
import { sameText, SIGNATURE_LENGTH, type SignatureCheck } from './signer.js'

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' }

/** Makes the check for one channel secret. The key is imported at the first use: some platforms forbid it at start-up. */
export function signatureCheck(secret: string): SignatureCheck {
  const importKey = () =>
    crypto.subtle.importKey('raw', new TextEncoder().encode(secret), ALGORITHM, false, ['sign'])
  let key: ReturnType<typeof importKey> | undefined

  return async (bytes, signature) => {
    if (signature.length !== SIGNATURE_LENGTH) return false
    key ??= importKey()
    const mac = await crypto.subtle.sign('HMAC', await key, bytes)
    return sameText(btoa(String.fromCharCode(...new Uint8Array(mac))), signature)
  }
}
