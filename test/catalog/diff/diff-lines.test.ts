import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DiffLine, diffLines, diffText } from '../../../src/catalog/diff/diff-lines.js'

const side = (lines: readonly DiffLine[], without: DiffLine['kind']) =>
  lines
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('\n')

const changes = (lines: readonly DiffLine[]) => lines.filter(({ kind }) => kind !== 'same').length

/** The length of the longest list of lines that both have, in order. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const one of a)
    row = b.reduce<number[]>(
      (next, other, j) => [
        ...next,
        one === other ? (j > 0 ? row[j - 1]! : 0) + 1 : Math.max(row[j]!, j > 0 ? next[j - 1]! : 0),
      ],
      [],
    )
  return row.at(-1) ?? 0
}

describe('the difference of two texts', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })

  it('has both texts, and as few changes as possible', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join('\n'), other.join('\n')]
        const lines = diffLines(before, after)
        expect(side(lines, 'added')).toBe(before)
        expect(side(lines, 'removed')).toBe(after)
        const [a, b] = [before.split('\n'), after.split('\n')]
        expect(changes(lines)).toBe(a.length + b.length - 2 * common(a, b))
      }),
      { numRuns: 2_000 },
    )
  })

  it('has both texts if they are long and have nothing in common', () => {
    const before = Array.from({ length: 4_000 }, (_, i) => `a${i}`).join('\n')
    const after = Array.from({ length: 4_000 }, (_, i) => `b${i}`).join('\n')
    const lines = diffLines(before, after)
    expect(side(lines, 'added')).toBe(before)
    expect(side(lines, 'removed')).toBe(after)
  })

  it('shows three lines around a change', () => {
    const before = Array.from({ length: 20 }, (_, i) => String(i))
    const after = before.with(9, 'new')
    expect(diffText(diffLines(before.join('\n'), after.join('\n')))).toBe(
      ['6', '7', '8'].map((line) => `  ${line}`).join('\n') +
        '\n- 9\n+ new\n' +
        ['10', '11', '12'].map((line) => `  ${line}`).join('\n'),
    )
  })
})
