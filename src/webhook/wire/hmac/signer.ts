/** What the two implementations of `#hmac` have in common. */

/** Whether `signature` is LINE's for exactly these bytes. Never throws, whatever stands in `signature`. */
export type SignatureCheck = (bytes: Uint8Array, signature: string) => boolean | Promise<boolean>

/**
 * Length of a base64 HMAC-SHA256 with its padding. Signatures are compared as text, so that only the one canonical spelling
 * passes: no missing padding, no url-safe letters, no blanks, no trailing garbage.
 */
export const SIGNATURE_LENGTH = 44

/** Compares without telling by its time where the first difference is. The length is no secret. */
export function sameText(expected: string, given: string): boolean {
  if (expected.length !== given.length) return false
  let difference = 0
  for (let i = 0; i < expected.length; i++) {
    difference |= expected.charCodeAt(i) ^ given.charCodeAt(i)
  }
  return difference === 0
}
