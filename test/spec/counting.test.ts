/** The units in which LINE counts. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemes, truncate } from 'fukidashi'
import { utf8Bytes } from '../../src/spec/counting.ts'

// LINE's own examples, and clusters of several code points.
const clusters = [
  'a',
  'あ',
  '\n',
  '𠀋',
  '👋',
  '👋🏻',
  '👨‍👩‍👧‍👦',
  '🇯🇵',
  'か\u3099',
  'e\u0301',
  '1️⃣',
  '\r\n',
  'नि',
  'ที่',
  '각',
]
const text = fc
  .array(fc.constantFrom(...clusters), { maxLength: 40 })
  .map((parts) => parts.join(''))
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const split = (value: string) => Array.from(segmenter.segment(value), ({ segment }) => segment)

describe('graphemes', () => {
  it.each(clusters)('%j is one', (cluster) => {
    expect(graphemes(cluster)).toBe(1)
    expect(graphemes(`a${cluster}`)).toBe(2)
  })

  it.each([
    ['', 0],
    ['abc', 3],
    ['👨‍👩‍👧‍👦です', 3],
    ['a\nb', 3],
    ['\ud83d', 1],
  ])('%j are %i', (value, count) => {
    expect(graphemes(value)).toBe(count)
  })

  it('are the characters that a reader sees, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' }), fc.string()), (value) => {
        expect(graphemes(value)).toBe(split(value).length)
      }),
    )
  })
})

describe('truncate', () => {
  it.each([
    ['ありがとう🙏🏻ございます', 6, 'graphemes', 'ありがとう🙏🏻'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 1, 'graphemes', '👨‍👩‍👧‍👦'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 21, 'utf16', '👨‍👩‍👧‍👦'],
    ['👨‍👩‍👧‍👦', 10, 'utf16', ''],
    ['a👋', 2, 'utf16', 'a'],
    ['か\u3099き', 1, 'graphemes', 'か\u3099'],
    ['abc', 3, 'graphemes', 'abc'],
    ['abc', 0, 'graphemes', ''],
    ['abc', -1, 'graphemes', ''],
    ['abc', Number.NaN, 'graphemes', ''],
    ['\r\n\r\n', 3, 'utf16', '\r\n'],
    ['🇯🇵🇹🇼', 1, 'graphemes', '🇯🇵'],
    ['', 5, 'utf16', ''],
  ] as const)('%j to %i %s', (value, limit, unit, expected) => {
    expect(truncate(value, limit, unit)).toBe(expected)
  })

  it('counts characters by default', () => {
    expect(truncate('👋👋👋', 2)).toBe('👋👋')
  })

  it.each(['graphemes', 'utf16'] as const)(
    'by %s cuts between clusters, and as late as possible',
    (unit) => {
      const length = (value: string) => (unit === 'utf16' ? value.length : split(value).length)
      fc.assert(
        fc.property(text, fc.nat(60), (value, limit) => {
          const cut = truncate(value, limit, unit)
          const kept = split(cut)
          const all = split(value)
          expect(kept).toEqual(all.slice(0, kept.length))
          expect(length(cut)).toBeLessThanOrEqual(limit)
          const next = all[kept.length]
          if (next !== undefined) expect(length(cut + next)).toBeGreaterThan(limit)
        }),
      )
    },
  )
})

describe('bytes', () => {
  it('are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (value) => {
        expect(utf8Bytes(value)).toBe(new TextEncoder().encode(value).length)
      }),
    )
  })
})
