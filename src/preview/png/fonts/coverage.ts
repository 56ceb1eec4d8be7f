/** The characters that a font has. */
import type { Tables } from './sfnt.js'

/** Whether the font has a glyph for a code point. */
export type Covers = (codePoint: number) => boolean

/** First and last code points of ranges, in order. */
type Ranges = number[]

/** The table of the first 65,536 characters has each of them once. */
const maxCharacters = 2 * 65_536

/** Format 4: segments, each with a delta or a list of glyphs. The usual table for the first 65,536 characters. */
function format4(view: DataView): Ranges {
  const count = view.getUint16(6) / 2
  const ranges: Ranges = []
  let characters = 0
  for (let index = 0; index < count; index++) {
    const last = view.getUint16(14 + index * 2)
    const first = view.getUint16(16 + (count + index) * 2)
    characters += Math.max(0, last - first)
    if (characters > maxCharacters)
      throw new RangeError('its character table has some characters repeatedly')
    const delta = view.getUint16(16 + (count * 2 + index) * 2)
    const rangeAt = 16 + (count * 3 + index) * 2
    const range = view.getUint16(rangeAt)
    let from = -1
    for (let code = first; code <= last; code++) {
      const at = rangeAt + range + (code - first) * 2
      const listed = range === 0 ? code : at + 2 <= view.byteLength ? view.getUint16(at) : 0
      const isThere = (range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff) !== 0
      if (isThere && from < 0) from = code
      if (!isThere && from >= 0) {
        ranges.push(from, code - 1)
        from = -1
      }
    }
    if (from >= 0) ranges.push(from, last)
  }
  return ranges
}

/** Format 12: groups of consecutive characters. */
function format12(view: DataView): Ranges {
  const ranges: Ranges = []
  const count = Math.min(view.getUint32(12), (view.byteLength - 16) / 12)
  for (let index = 0; index < count; index++) {
    const at = 16 + index * 12
    const first = view.getUint32(at)
    // Glyph 0 is the box for missing characters.
    const start = view.getUint32(at + 8) === 0 ? first + 1 : first
    if (start <= view.getUint32(at + 4)) ranges.push(start, view.getUint32(at + 4))
  }
  return ranges
}

/** Format 6: a list of glyphs, starting at one character. */
function format6(view: DataView): Ranges {
  const ranges: Ranges = []
  const first = view.getUint16(6)
  for (let index = 0; index < view.getUint16(8); index++)
    if (view.getUint16(10 + index * 2) !== 0) ranges.push(first + index, first + index)
  return ranges
}

const readers: Readonly<Record<number, (view: DataView) => Ranges>> = {
  4: format4,
  6: format6,
  12: format12,
}

/** A font has one or two tables for Unicode; a damaged one may claim thousands. */
const maxTables = 16

/** The Unicode tables, the full one before the one for the first 65,536 characters. */
function unicode(cmap: DataView): Ranges {
  let best: Ranges = []
  const read = new Set<number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const at = 4 + index * 8
    const platform = cmap.getUint16(at)
    const encoding = cmap.getUint16(at + 2)
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue
    const start = cmap.getUint32(at + 4)
    if (read.has(start)) continue
    read.add(start)
    if (read.size > maxTables) break
    const table = new DataView(cmap.buffer, cmap.byteOffset + start, cmap.byteLength - start)
    const readRanges = readers[table.getUint16(0)]
    const ranges = readRanges ? readRanges(table) : []
    if (ranges.length > best.length) best = ranges
  }
  return best
}

/**
 * Color gradients (COLR 1) and SVG glyphs cannot be drawn here, and would leave empty space. A font that has nothing else
 * covers no characters.
 */
export function isDrawable(tables: Tables): boolean {
  const has = (tag: string): boolean => tables(tag) !== undefined
  if (has('CBDT') || has('sbix')) return true
  const colr = tables('COLR')
  return colr ? colr.getUint16(0) === 0 : !has('SVG ')
}

/** Reads the font's character table. */
export function coverageOf(tables: Tables): Covers {
  const cmap = tables('cmap')
  if (!cmap || !isDrawable(tables)) return () => false
  const covered = Uint32Array.from(unicode(cmap))
  return (codePoint) => {
    let low = 0
    let high = covered.length / 2 - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (codePoint < covered[middle * 2]!) high = middle - 1
      else if (codePoint > covered[middle * 2 + 1]!) low = middle + 1
      else return true
    }
    return false
  }
}

/** The weight in the font file, 100 to 900. */
export function weightOf(tables: Tables): number {
  const weight = tables('OS/2')?.getUint16(4) ?? 400
  return weight >= 1 && weight <= 1000 ? weight : 400
}
