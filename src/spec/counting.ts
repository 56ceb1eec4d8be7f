/**
 * The units in which LINE counts.
 * @see https://developers.line.biz/en/docs/messaging-api/text-character-count/
 */

let segmenter: Intl.Segmenter | undefined
const segments = (text: string) =>
  (segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })).segment(text)

// Beyond this, and in text that has neither marks nor joiners, code units and grapheme clusters are the same.
const simple = /^[\x20-\x7e]*$/

/**
 * Grapheme clusters of a text: what a reader takes for one character.
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
 * The beginning of a text that fits into a limit, cut on the border of a grapheme cluster, never inside an emoji or a
 * surrogate pair.
 *
 * @param limit - how much fits
 * @param unit - what the limit counts; grapheme clusters by default
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
  // Segmenting a long text takes time for all of it. Whether a cluster goes on is known from the next code point.
  const enough = unit === 'utf16' ? text.slice(0, limit + 2) : text
  for (const { segment } of segments(enough)) {
    used += unit === 'graphemes' ? 1 : segment.length
    if (!(used <= limit)) break
    end += segment.length
  }
  return text.slice(0, end)
}

let encoder: InstanceType<typeof TextEncoder> | undefined
// Where there is a Buffer, it counts without writing what it counts.
const counter = () => (globalThis as { Buffer?: { byteLength?: (text: string) => number } }).Buffer

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number =>
  counter()?.byteLength?.(text) ?? (encoder ??= new TextEncoder()).encode(text).length
