/** Comparison in constant time. */

/**
 * Compares two texts in a time that does not depend on where the first difference is. Texts of different lengths differ at once:
 * the length of a signature is not secret.
 */
export function sameText(expected: string, actual: string): boolean {
  if (expected.length !== actual.length) return false
  let difference = 0
  for (let i = 0; i < expected.length; i++) {
    difference |= expected.charCodeAt(i) ^ actual.charCodeAt(i)
  }
  return difference === 0
}
