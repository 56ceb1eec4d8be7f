/** What the two implementations of `#hmac` have in common. */

/** Whether `signature` is LINE's for exactly these bytes. Never throws, whatever stands in `signature`. */
export type SignatureCheck = (bytes: Uint8Array, signature: string) => boolean | Promise<boolean>

/**
 * Length of a base64 HMAC-SHA256 with its padding. Signatures are compared as text, so that only the one canonical spelling
 * passes: no missing padding, no url-safe letters, no blanks, no trailing garbage.
 */
export const signatureLength = 44
