/** Interface of both implementations of `#hmac`. */

/** Tests whether `signature` is LINE's signature of exactly these bytes. Never throws, whatever `signature` is. */
export type SignatureCheck = (bytes: Uint8Array, signature: string) => boolean | Promise<boolean>

/**
 * Length of a base64 HMAC-SHA256 with its padding. Signatures are compared as text, so that only the one canonical spelling
 * passes: no missing padding, no url-safe letters, no blanks, no trailing garbage.
 */
export const signatureLength = 44
