/** Line breaks in scripts that have no spaces between words. */

/** Thai, Lao, Burmese and Khmer, whose words only a dictionary can separate. */
const spaceless = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]{2,}/g

/** Marks of repetition and abbreviation, which never start a line. */
const clings = /^[\u0E2F\u0E46\u0E5A\u0E5B\u0EAF\u0EC6\u17D4-\u17DA\u104A\u104B]/

let words: Intl.Segmenter | undefined

/** Adds zero-width spaces between words that have no spaces. */
export function breakable(text: string): string {
  return text.replace(spaceless, (stretch) => {
    words ??= new Intl.Segmenter('th', { granularity: 'word' })
    let broken = ''
    for (const { segment } of words.segment(stretch))
      broken += broken === '' || clings.test(segment) ? segment : `\u200B${segment}`
    return broken
  })
}
