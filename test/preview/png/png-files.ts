/** PNG files of every format, made byte by byte. */
import { crc32, deflateSync } from 'node:zlib'

const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([long(data.length), named, long(crc32(named))])
}

export interface PngFile {
  width: number
  height: number
  depth?: number
  colorType?: number
  interlace?: number
  /** Bytes of each row, after its filter. */
  rows: readonly (readonly number[])[]
  /** More chunks before the pixels. */
  tables?: Readonly<Record<string, readonly number[]>>
}

export function pngFile(file: PngFile): Uint8Array {
  const { width, height, depth = 8, colorType = 6, interlace = 0, rows, tables = {} } = file
  const header = [depth, colorType, 0, 0, interlace]
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([long(width), long(height), Buffer.from(header)])),
    ...Object.entries(tables).map(([type, data]) => chunk(type, Buffer.from(data))),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
