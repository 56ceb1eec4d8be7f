/** Estimates the length of a text without a font, by kinds of letters: HTML without scripts cannot measure. */

/** Widths of letters in common sans-serif fonts, grouped by about the same width. */
const classes: readonly (readonly [letters: string, width: number])[] = [
  ["ijl'|", 0.23],
  ['ft.,:;/\\![]I ', 0.28],
  ['r()-`"{}·', 0.35],
  ['cksvxyzJ', 0.5],
  ['ABEKPSVXY&', 0.67],
  ['CDHNRUw', 0.72],
  ['GOQ', 0.78],
  ['mM%', 0.86],
  ['W@', 0.98],
]

const widths = new Map(
  classes.flatMap(([letters, width]) =>
    letters.split('').map((letter) => [letter, width] as const),
  ),
)

/** Chinese, Japanese, Korean and full-width forms. */
const square =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/
const thai = /[\u0E00-\u0E7F]/
const mark = /\p{M}/u

function advance(letter: string): number {
  const known = widths.get(letter)
  if (known !== undefined) return known
  // Emoji, and characters above U+FFFF.
  if (letter.length > 1) return 1.25
  if (square.test(letter)) return 1
  if (mark.test(letter)) return 0
  return thai.test(letter) ? 0.63 : 0.56
}

/** Length of one line, in ems of its font size. At least one. */
export function ems(line: string, bold: boolean): number {
  let sum = 0
  for (const letter of line.slice(0, 2_000)) sum += advance(letter)
  // A little more: a line that is cut off is worse than one that is too small.
  return Math.max(1, sum * (bold ? 1.12 : 1.06))
}
