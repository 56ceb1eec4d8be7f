/** Writes pixels as a PNG. */
import { crc32, deflateSync } from 'node:zlib'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

/**
 * A PNG of red, green, blue and alpha bytes.
 *
 * @param level - of the compression; 0 for a PNG that is read again immediately
 */
export function writePng(
  pixels: Uint8Array,
  width: number,
  height: number,
  level: number,
): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  // Eight bits per channel, four channels.
  header.set([8, 6], 8)
  const row = width * 4
  // Every row starts with the number of its filter; 0 is none.
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1)
  return Buffer.concat([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', new Uint8Array()),
  ])
}
