import { signatureCheck } from '#hmac'
import type { SignatureCheck } from './hmac/signer.js'
import { secretList, type ChannelSecrets } from './secrets.js'

/** Raw bytes of a request body. */
export type Bytes = Uint8Array | ArrayBuffer

/**
 * Tests whether LINE signed these bytes with (one of) the channel's secrets. The comparison takes the same time wherever the first
 * difference is. The result is `false` for a missing signature and for anything but canonical base64.
 *
 * @param body - The bytes as they arrived. Not text, and not the result of a JSON parser: LINE signs bytes, and they change when JSON is
 *   written again.
 * @param signature - The value of the `x-line-signature` header.
 * @throws {WebhookError} `secret_missing`
 * @throws {TypeError} When `body` is not bytes.
 * @see https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
 *
 * @example
 * const bytes = new Uint8Array(await request.arrayBuffer())
 * if (!(await verifySignature(bytes, request.headers.get('x-line-signature'), channelSecret))) {
 *   return new Response(null, { status: 401 })
 * }
 */
export async function verifySignature(
  body: Bytes,
  signature: string | null | undefined,
  secrets: ChannelSecrets,
): Promise<boolean> {
  const checks = secretList(secrets).map(signatureCheck)
  return (await signedBy(checks, toBytes(body), signature)) !== -1
}

/** Which of the checks the signature passes, or -1. Synchronous as far as the checks are. */
export function signedBy(
  checks: readonly SignatureCheck[],
  bytes: Uint8Array,
  signature: unknown,
  from = 0,
): number | Promise<number> {
  if (typeof signature !== 'string') return -1
  for (let i = from; i < checks.length; i++) {
    const passes = checks[i]!(bytes, signature)
    if (passes === true) return i
    if (passes !== false) {
      return passes.then((passed) => (passed ? i : signedBy(checks, bytes, signature, i + 1)))
    }
  }
  return -1
}

/** The bytes, or an error that says why it must be them. */
export function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  // Of another realm, as in test runners.
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]') {
    return new Uint8Array(body as ArrayBuffer)
  }
  const what = typeof body === 'string' ? 'a string' : 'something else'
  throw new TypeError(
    `The body must be the raw bytes of the request (Uint8Array or ArrayBuffer), not ${what}: ` +
      'Use new Uint8Array(await request.arrayBuffer()), or what your framework calls the raw body.',
  )
}
