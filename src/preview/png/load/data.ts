/** `data:` URLs. */

/** The bytes of a `data:` URL; `undefined` if it is not well-formed. */
export function dataOf(url: string): Uint8Array | undefined {
  const comma = url.indexOf(',')
  if (comma < 0) return undefined
  const body = url.slice(comma + 1)
  try {
    return /;\s*base64\s*$/i.test(url.slice(0, comma))
      ? Uint8Array.from(Buffer.from(decodeURIComponent(body), 'base64'))
      : new TextEncoder().encode(decodeURIComponent(body))
  } catch {
    return undefined
  }
}
