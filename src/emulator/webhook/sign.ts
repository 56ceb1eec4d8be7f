/** Signs webhooks. @see https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */

const algorithm = { name: 'HMAC', hash: 'SHA-256' }

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>
const keys = new Map<string, Promise<Key>>()

/** The `x-line-signature` of a body. */
export async function sign(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  let key = keys.get(secret)
  if (!key) {
    const bytes = new TextEncoder().encode(secret)
    key = crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
    keys.set(secret, key)
  }
  const signature = await crypto.subtle.sign('HMAC', await key, body)
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
}
