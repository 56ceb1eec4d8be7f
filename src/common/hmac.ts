/** HMAC-SHA256 with Web Crypto, which every runtime has. */

const algorithm = { name: 'HMAC', hash: 'SHA-256' }

/** Signs bytes with one secret; in base64. The key is imported at the first use: some platforms forbid it at start-up. */
export function hmacOf(
  secret: string,
): (bytes: Parameters<typeof crypto.subtle.sign>[2]) => Promise<string> {
  const importKey = () =>
    crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign'])
  let key: ReturnType<typeof importKey> | undefined

  return async (bytes) => {
    key ??= importKey()
    const mac = await crypto.subtle.sign('HMAC', await key, bytes)
    return btoa(String.fromCharCode(...new Uint8Array(mac)))
  }
}
