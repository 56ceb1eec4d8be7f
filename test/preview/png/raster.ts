/** Small pictures for tests, and the pixels of large ones. */
import { deflateSync, inflateSync } from 'node:zlib'

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 255]!
  return (value ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc(body))
  return Buffer.concat([head, body, tail])
}

/** A PNG of one colour. `claimed` is the size that it says it has. */
export function png(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
  claimed: readonly [number, number] = [width, height],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claimed[0], 0)
  header.writeUInt32BE(claimed[1], 4)
  header.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3)])
  for (let x = 0; x < width; x++) row.set([red, green, blue], 1 + x * 3)
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A picture as it can be looked at. */
export interface Pixels {
  width: number
  height: number
  at: (x: number, y: number) => string
}

/** Unpacks a PNG of eight bits a channel, as `toPng` makes it. */
export function pixels(file: Uint8Array): Pixels {
  const view = Buffer.from(file)
  const width = view.readUInt32BE(16)
  const height = view.readUInt32BE(20)
  const channels = { 2: 3, 6: 4 }[view[25]!]
  if (view[24] !== 8 || channels === undefined || view[28] !== 0)
    throw new Error(`depth ${view[24]}, colour type ${view[25]}, interlace ${view[28]}`)
  const parts: Buffer[] = []
  for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at))
    if (view.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)))
  const packed = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? rows[y * stride + x - channels]! : 0
      const up = y > 0 ? rows[(y - 1) * stride + x]! : 0
      const corner = x >= channels && y > 0 ? rows[(y - 1) * stride + x - channels]! : 0
      const slope = left + up - corner
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(slope - one)) as [
        number,
        number,
        number,
      ]
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      const guess = [0, left, up, (left + up) >> 1, paeth][filter!]!
      rows[y * stride + x] = packed[y * (stride + 1) + 1 + x]! + guess
    }
  }
  const at = (x: number, y: number): string =>
    `#${rows.subarray(y * stride + x * channels, y * stride + x * channels + 3).toString('hex')}`
  return { width, height, at }
}
