/** How long a text is, without a font: an estimate by kinds of letters, as a renderer without scripts cannot measure. */

const narrow = /[ijlI.,:;'|!()[\]`·]/
const wide = /[MWmw@%&]/
const upper = /[A-Z]/
/** Chinese, Japanese, Korean, full-width forms and emoji. */
const square =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/
const mark = /\p{M}/u

function advance(letter: string): number {
  if (letter.length > 1) return 1.25
  if (square.test(letter)) return 1
  if (mark.test(letter)) return 0
  if (letter === ' ') return 0.28
  if (narrow.test(letter)) return 0.3
  if (wide.test(letter)) return 0.89
  if (upper.test(letter)) return 0.68
  return 0.57
}

/** Length of one line, in ems of its font size. At least one. */
export function ems(line: string, bold: boolean): number {
  let sum = 0
  for (const letter of line.slice(0, 2_000)) sum += advance(letter)
  return Math.max(1, bold ? sum * 1.07 : sum)
}
