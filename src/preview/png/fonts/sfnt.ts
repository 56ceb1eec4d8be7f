/** Tables of a font file: TrueType and OpenType, their collections, WOFF and WOFF2. */
import { brotliDecompressSync, inflateSync } from 'node:zlib'

/** Table tags that WOFF2 writes as numbers, in the order of its specification. */
const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'

/** Maximum bytes of a font, compressed or not: more than any font has. */
export const maxFontBytes = 80_000_000
const maxOutputLength = maxFontBytes

/** Returns the bytes of a table. */
export type Tables = (tag: string) => DataView | undefined

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )

const part = (view: DataView, offset: number, length: number): DataView =>
  new DataView(view.buffer, view.byteOffset + offset, length)

function sfnt(view: DataView, start: number): Tables {
  const entries = new Map<string, number>()
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const at = start + 12 + index * 16
    entries.set(tagAt(view, at), at)
  }
  return (tag) => {
    const at = entries.get(tag)
    return at === undefined
      ? undefined
      : part(view, view.getUint32(at + 8), view.getUint32(at + 12))
  }
}

function woff(view: DataView): Tables {
  const entries = new Map<string, number>()
  const count = view.getUint16(12)
  let unpacked = 0
  for (let index = 0; index < count; index++) {
    const at = 44 + index * 20
    unpacked += view.getUint32(at + 12)
    if (unpacked > maxFontBytes)
      throw new RangeError(`unpacked, it has more than the maximum of ${maxFontBytes} bytes`)
    entries.set(tagAt(view, at), at)
  }
  return (tag) => {
    const at = entries.get(tag)
    if (at === undefined) return undefined
    const length = view.getUint32(at + 8)
    const packed = part(view, view.getUint32(at + 4), length)
    if (length === view.getUint32(at + 12)) return packed
    const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
    return viewOf(inflateSync(bytes, { maxOutputLength }))
  }
}

function woff2(view: DataView): Tables {
  let at = 48
  const packedNumber = (): number => {
    for (let value = 0, more = 0; more < 5; more++) {
      const byte = view.getUint8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
    throw new RangeError('it has a number that is too long')
  }
  const entries = new Map<string, readonly [offset: number, length: number]>()
  const count = view.getUint16(12)
  let offset = 0
  for (let index = 0; index < count; index++) {
    const flags = view.getUint8(at++)
    const known = flags & 63
    const tag = known === 63 ? tagAt(view, at) : knownTags.slice(known * 5, known * 5 + 4)
    if (known === 63) at += 4
    let length = packedNumber()
    const isOutline = tag === 'glyf' || tag === 'loca'
    if (isOutline !== flags >> 6 > 0) length = packedNumber()
    entries.set(tag, [offset, length])
    offset += length
  }
  const packed = part(view, at, view.getUint32(20))
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength)
  const all = viewOf(brotliDecompressSync(bytes, { maxOutputLength }))
  return (tag) => {
    const entry = entries.get(tag)
    return entry && part(all, entry[0], entry[1])
  }
}

/** The tables of the file, or of the first font of a collection. Throws if the bytes are not a font. */
export function tablesOf(bytes: Uint8Array): Tables {
  if (bytes.length > maxFontBytes)
    throw new RangeError(`${bytes.length} bytes are more than the maximum of ${maxFontBytes}`)
  const view = viewOf(bytes)
  switch (tagAt(view, 0)) {
    case 'wOFF':
      return woff(view)
    case 'wOF2':
      if (tagAt(view, 4) === 'ttcf') throw new RangeError('WOFF2 collections are not supported')
      return woff2(view)
    case 'ttcf':
      return sfnt(view, view.getUint32(12))
    case '\0\u0001\0\0':
    case 'OTTO':
    case 'true':
      return sfnt(view, 0)
    default:
      throw new RangeError('it is not a TTF, OTF, WOFF or WOFF2 font')
  }
}
