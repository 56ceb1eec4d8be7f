/** Line breaks where Takumi has other rules than browsers and phones. */
import { markBreaks } from '../url.js'

/** Thai, Lao, Burmese and Khmer, whose words only a dictionary can separate. */
const letters = '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF'
const spaceless = new RegExp(`[${letters}]{2,}`, 'g')

/** Marks of repetition and abbreviation, which never start a line. */
const clings = /^[\u0E2F\u0E46\u0E5A\u0E5B\u0EAF\u0EC6\u17D4-\u17DA\u104A\u104B]/

let words: Intl.Segmenter | undefined

/** Adds zero-width spaces between words that have no spaces. */
function separate(stretch: string): string {
  words ??= new Intl.Segmenter('th', { granularity: 'word' })
  let broken = ''
  for (const { segment } of words.segment(stretch))
    broken += broken === '' || clings.test(segment) ? segment : `\u200B${segment}`
  return broken
}

/** A letter of these scripts with its marks, before a character that starts no line; and the other way round. */
const one = `[${letters}]\\p{M}*`
const after = '[!-~\\u00A1-\\u024F\\u2018-\\u201F\\u2026]'
const before = '[^\\P{ASCII}\\s!?/|}-]'
const seam = new RegExp(`(${one}(?=${after})|${before}(?=${one}))`, 'u')

/** A part of a text. No line starts after a seam of two scripts. */
export interface Stretch {
  readonly text: string
  readonly isSeam: boolean
}

/**
 * The parts of a text that wraps, with invisible characters where lines may start.
 *
 * @param next - the text after it in the same paragraph
 */
export function breakable(text: string, next: string): Stretch[] {
  const following = next.slice(0, 1)
  const marked = markBreaks(text.replace(spaceless, separate), '\u200B') + following
  const parts = marked.split(seam).map((part, index) => ({ text: part, isSeam: index % 2 === 1 }))
  const last = parts.at(-1)
  if (last) last.text = last.text.slice(0, last.text.length - following.length)
  return parts.filter((part) => part.text !== '')
}
