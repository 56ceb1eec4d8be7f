/** Fonts with custom tables. */
import { brotliCompressSync, inflateSync } from 'node:zlib'

type Tables = Record<string, Buffer>

/** The tables of a WOFF file. */
export function unpackWoff(woff: Buffer): Tables {
  const tables: Tables = {}
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const at = 44 + index * 20
    const [start, packed, length] = [4, 8, 12].map((place) => woff.readUInt32BE(at + place))
    const data = woff.subarray(start, start! + packed!)
    tables[woff.toString('latin1', at, at + 4)] = packed === length ? data : inflateSync(data)
  }
  return tables
}

/** A TrueType file with these tables. */
export function trueType(tables: Tables): Buffer {
  const tags = Object.keys(tables).sort()
  const head = Buffer.alloc(12 + 16 * tags.length)
  head.writeUInt32BE(0x00010000)
  head.writeUInt16BE(tags.length, 4)
  const parts = [head]
  let end = head.length
  tags.forEach((tag, index) => {
    const table = tables[tag]!
    head.write(tag, 12 + index * 16, 'latin1')
    head.writeUInt32BE(end, 20 + index * 16)
    head.writeUInt32BE(table.length, 24 + index * 16)
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    parts.push(padded)
    end += padded.length
  })
  return Buffer.concat(parts)
}

/** The same font, with glyphs that are composed of others. */
export function composed(
  tables: Tables,
  partsOf: (glyph: number, count: number) => number[],
): Tables {
  const count = tables['maxp']!.readUInt16BE(4)
  const loca = Buffer.alloc(4 * (count + 1))
  const glyphs: Buffer[] = []
  let end = 0
  for (let glyph = 0; glyph < count; glyph++) {
    const parts = partsOf(glyph, count)
    const data = Buffer.alloc(parts.length > 0 ? (10 + parts.length * 6 + 3) & ~3 : 0)
    if (parts.length > 0) data.writeInt16BE(-1)
    parts.forEach((part, index) => {
      data.writeUInt16BE(index + 1 < parts.length ? 0x22 : 2, 10 + index * 6)
      data.writeUInt16BE(part, 12 + index * 6)
    })
    glyphs.push(data)
    end += data.length
    loca.writeUInt32BE(end, 4 * (glyph + 1))
  }
  const head = Buffer.from(tables['head']!)
  head.writeInt16BE(1, 50)
  return { ...tables, head, loca, glyf: Buffer.concat(glyphs) }
}

/** The same font, with a character table that has all characters in each of its many segments. */
export function manyCharacters(tables: Tables): Tables {
  const segments = 8_000
  const cmap = Buffer.alloc(12 + 16 + segments * 8)
  cmap.writeUInt16BE(1, 2)
  cmap.writeUInt16BE(3, 4)
  cmap.writeUInt16BE(1, 6)
  cmap.writeUInt32BE(12, 8)
  cmap.writeUInt16BE(4, 12)
  cmap.writeUInt16BE(segments * 2, 18)
  for (let index = 0; index < segments; index++) cmap.writeUInt16BE(0xffff, 26 + index * 2)
  return { ...tables, cmap }
}

/** A WOFF2 of a few bytes that decompresses to a hundred megabytes. */
export function woff2Bomb(): Buffer {
  const packed = brotliCompressSync(Buffer.alloc(100_000_000))
  const head = Buffer.alloc(50)
  head.write('wOF2\0\u0001\0\0', 0, 'latin1')
  head.writeUInt16BE(1, 12)
  head.writeUInt32BE(packed.length, 20)
  return Buffer.concat([head, packed])
}

/** A WOFF with a table that claims to decompress to four gigabytes. */
export function woffBomb(woff: Buffer): Buffer {
  const bomb = Buffer.from(woff)
  bomb.writeUInt32BE(4_000_000_000, 44 + 12)
  return bomb
}
