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
 * @param unit - what the limit counts; grapheme clusters unless said
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
  for (const { segment } of segments(text)) {
    used += unit === 'graphemes' ? 1 : segment.length
    if (used > limit) break
    end += segment.length
  }
  return text.slice(0, end)
}

/** Bytes of a text in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    // A surrogate pair is four bytes for two units, anything else from U+0800 three for one.
    if (unit < 0x800) bytes += 1
    else if (unit >= 0xd800 && unit < 0xe000) bytes += 1
    else bytes += 2
  }
  return bytes
}
