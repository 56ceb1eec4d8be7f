/** Estimates the length of a text without a font: HTML without scripts cannot measure. */

/**
 * Advances in hundredths of an em, two digits of base 36 for each character: the largest of Noto Sans JP, Roboto and Inter from
 * the space on, and that of Noto Sans Thai from U+0E00 on.
 */
const advances = {
  regular: {
    ascii:
      '0t0x1c1s1t2r1w0u11111f1v0t1a0t141s1l1p1q1t1o1r1n1q1r0t0v1v1v1v1g2p1z1u22211p1o23230u1m1w1l2j2425' +
      '1s251t1t1t231z2t1x1w1r1116111k1k1p1l1q1m1q1n0z1q1p0s0s1k0t2l1p1p1q1q141h101p1l2a1j1l1k170y171x',
    thai:
      '001o1j1j1q1r1o1i1i1p1j1k2j2j1p1p1j1r2j2j1q1s1p1p1j1q1p1p1t1u1y1x1p1q1o1d1p1m1p1e1r1s1m1n1v1m1k1g' +
      '0y00151500000000000000000000001n0u1l0v0t0v151o00000000000000001o1l1j1q1k1i1i1h211l1f252g',
  },
  bold: {
    ascii:
      '0p111m1t1u2u220y12121k1w0y1b0y131w1n1r1t1w1r1t1o1u1t0y0z1w1w1w1k2u241x22211q1n24240x1n201m2m2526' +
      '1v261x1u1v23242y22221v1217121n1l1r1o1t1n1t1o111s1s0v0v1p0w2p1t1r1t1t181l141s1o2f1n1p1m1b121b1w',
    thai:
      '001r1o1p1t1u1s1m1k1r1o1p2l2m1s1s1m1u2n2m1s1u1r1t1k1t1s1s1x1x21201s1t1r1g1r1o1s1g1u1w1p1r1z1o1o1j' +
      '1000181800000000000000000000001n0z1t0z0y0z181s00000000000000001t1l1i1t1l1i1k1h241l1j2b2j',
  },
} as const

/** Chinese, Japanese, Korean and full-width forms, and signs that their fonts draw as wide. */
const square =
  /[\u1100-\u115F\u2022\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/
const mark = /[\p{M}\p{Default_Ignorable_Code_Point}]/u

/** The advance from a table that begins with a character; `undefined` outside of it. */
function listed(table: string, first: number, letter: string): number | undefined {
  const at = 2 * (letter.charCodeAt(0) - first)
  return at >= 0 && at < table.length
    ? Number.parseInt(table.slice(at, at + 2), 36) / 100
    : undefined
}

function advance(letter: string, weight: keyof typeof advances): number {
  const { ascii, thai } = advances[weight]
  const own = listed(ascii, 0x20, letter) ?? listed(thai, 0x0e00, letter)
  if (own !== undefined) return own
  // Emoji, and characters above U+FFFF.
  if (letter.length > 1) return 1.25
  if (square.test(letter)) return 1
  if (mark.test(letter)) return 0
  const [plain = letter] = letter.normalize('NFD')
  if (plain !== letter) return listed(ascii, 0x20, plain) ?? 0.75
  return /\p{Lu}|[\u2014\u2026]/u.test(letter) ? 1.1 : 0.85
}

/** Length of one line, in ems of its font size. At least one. */
export function ems(line: string, bold: boolean): number {
  const weight = bold ? 'bold' : 'regular'
  let sum = 0
  for (const letter of line.slice(0, 2_000)) sum += advance(letter, weight)
  // A little more, because widths are rounded: a line that is cut off is worse than one that is too small.
  return Math.max(1, sum * 1.01)
}
