/** Glyphs that are composed of others. Drawing one draws its parts, and their parts, so a few bytes can cause endless work. */
import type { Tables } from './sfnt.js'

/** Limits for the parts of a glyph and their nesting: far more than any script needs. */
const maxParts = 5_000
const maxDepth = 16

type Parts = ReadonlyMap<number, readonly number[]>

/** The list of parts at an offset, and where it ends. */
function listAt(view: DataView, start: number): { parts: number[]; end: number } {
  const parts: number[] = []
  for (let at = start; ;) {
    const flags = view.getUint16(at)
    parts.push(view.getUint16(at + 2))
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 1 ? 4 : 2) + scale
    if ((flags & 0x20) === 0) return { parts, end: at }
  }
}

/** Reads the table of a TrueType font: `loca` has the offset of each glyph. */
function plainParts(glyf: DataView, loca: DataView, isLong: boolean): Parts {
  const result = new Map<number, number[]>()
  const count = loca.byteLength / (isLong ? 4 : 2) - 1
  const startOf = (glyph: number): number =>
    isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2
  for (let glyph = 0; glyph < count; glyph++) {
    const at = startOf(glyph)
    if (startOf(glyph + 1) > at && glyf.getInt16(at) < 0)
      result.set(glyph, listAt(glyf, at + 10).parts)
  }
  return result
}

/** Reads the table of a WOFF2 font: one stream with numbers of contours, and one with the parts of all glyphs. */
function packedParts(glyf: DataView): Parts {
  const result = new Map<number, number[]>()
  const count = glyf.getUint16(4)
  const sizeOf = (stream: number): number => glyf.getUint32(8 + stream * 4)
  const contours = 8 + 7 * 4
  let at = contours + sizeOf(0) + sizeOf(1) + sizeOf(2) + sizeOf(3)
  for (let glyph = 0; glyph < count; glyph++) {
    if (glyf.getInt16(contours + glyph * 2) !== -1) continue
    const { parts, end } = listAt(glyf, at)
    result.set(glyph, parts)
    at = end
  }
  return result
}

/** The parts of each composed glyph. */
export function partsOf(tables: Tables): Parts {
  const glyf = tables('glyf')
  const loca = tables('loca')
  if (!glyf || !loca || glyf.byteLength === 0) return new Map()
  // WOFF2 has no offsets; they are computed when it is unpacked.
  if (loca.byteLength === 0) return packedParts(glyf)
  return plainParts(glyf, loca, tables('head')?.getInt16(50) === 1)
}

/** Throws if a glyph is composed of too many others, or of itself. */
export function checkComposites(tables: Tables): void {
  const parts = partsOf(tables)
  const weights = new Map<number, number>()
  const weightOf = (glyph: number, depth: number): number => {
    const own = parts.get(glyph)
    if (!own) return 1
    const known = weights.get(glyph)
    if (known !== undefined) return known
    if (depth > maxDepth)
      throw new RangeError(`glyph ${glyph} is composed of itself or nested too deep`)
    let weight = 1
    for (const part of own) weight += weightOf(part, depth + 1)
    if (weight > maxParts)
      throw new RangeError(`glyph ${glyph} is composed of more than ${maxParts} others`)
    weights.set(glyph, weight)
    return weight
  }
  for (const glyph of parts.keys()) weightOf(glyph, 0)
}
