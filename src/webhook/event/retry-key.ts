/** Retry keys that every process derives alike, so that LINE takes the same answer to an event once. */

/** Namespace of these keys. */
const namespace = '6f1c1b52-0d7e-5b0a-9a55-7f0f3d1f6c21'

/**
 * Derives a UUID (version 5) from an event and the place of a request among its answers; `undefined` for an event without id.
 *
 * @param answer - number of the answer in the handler, from 0
 * @param message - position of the first message of the request in the answer
 */
export const retryKeyOf = (
  eventId: string | undefined,
  answer: number,
  message: number,
): Promise<string> | undefined =>
  eventId === undefined ? undefined : deriveKey(`${eventId}/${answer}/${message}`)

/** Derives a UUID (version 5) from a text that identifies a request. */
export async function deriveKey(request: string): Promise<string> {
  const name = new TextEncoder().encode(`${namespace}/${request}`)
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-1', name), 0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
