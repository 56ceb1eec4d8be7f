/**
 * Units in which LINE counts text.
 * @see https://developers.line.biz/en/docs/messaging-api/text-character-count/
 */

let segmenter: Intl.Segmenter | undefined
const segments = (text: string) =>
  (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })).segment(text)

// Beyond this, and in text that has neither marks nor joiners, code units and grapheme clusters are the same.
const simple = /^[\x20-\x7e]*$/

/**
 * Number of grapheme clusters in a text: of characters, as a reader sees them.
 *
 * @example
 * graphemes('👨‍👩‍👧‍👦です') // 3
 */
export function graphemes(text: string): number {
  if (simple.test(text)) return text.length
  let count = 0
  for (const _ of segments(text)) count++
  return count
}

/**
 * Shortens a text to a limit. The cut is between grapheme clusters, never inside an emoji or a surrogate pair.
 *
 * @param limit - maximum length
 * @param unit - unit of the limit; grapheme clusters by default
 *
 * @example
 * truncate('ありがとう🙏🏻ございます', 6) // 'ありがとう🙏🏻'
 */
export function truncate(
  text: string,
  limit: number,
  unit: 'graphemes' | 'utf16' = 'graphemes',
): string {
  if (text.length <= limit) return text
  let used = 0
  let end = 0
  // Segmenting a long text takes time for all of it, so only the beginning is segmented. The next code point shows whether a cluster continues.
  const enough = unit === 'utf16' ? text.slice(0, limit + 2) : text
  for (const { segment } of segments(enough)) {
    used += unit === 'graphemes' ? 1 : segment.length
    if (!(used <= limit)) break
    end += segment.length
  }
  return text.slice(0, end)
}

let encoder: InstanceType<typeof TextEncoder> | undefined
// If there is a Buffer, it counts the bytes without encoding the text.
const counter = () => (globalThis as { Buffer?: { byteLength?: (text: string) => number } }).Buffer

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number =>
  counter()?.byteLength?.(text) ?? (encoder ??= new TextEncoder()).encode(text).length
