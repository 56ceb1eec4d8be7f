/** Bytes ↔ base64, on any platform and without a call for each byte. */

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  // In pieces: a call has room for so many arguments only.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/**
 * Base64 as bytes.
 * @throws {DOMException} `InvalidCharacterError` when it is not base64
 */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
