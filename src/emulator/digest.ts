/** SHA-256 of a phone number, as notification messages name it: 64 hexadecimal digits in lower case. */
export async function digest(phone: string): Promise<string> {
  const cached = digests.get(phone)
  if (cached !== undefined) return cached
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(phone))
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (digests.size >= MOST) digests.clear()
  digests.set(phone, hex)
  return hex
}

/** The digest of a phone number, if it was computed before. */
export const knownDigest = (phone: string): string | undefined => digests.get(phone)

/** Digests by phone number: each notification message compares the numbers of all people. */
const digests = new Map<string, string>()
const MOST = 200_000
