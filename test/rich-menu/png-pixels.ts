/** Colours of the pixels of a PNG, and PNGs of given pixels. */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** @returns the colour at a place, such as `#2f6b4f` */
export function pixelsOf(png: Uint8Array): (x: number, y: number) => string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, type] = [png[24]!, png[25]!]
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[type]
  if (channels === undefined || (type > 3 && depth !== 8)) throw new Error('an unexpected PNG')
  const chunks = chunksOf(png, view)
  const data = inflateSync(Buffer.concat(chunks.get('IDAT')!))
  const palette = chunks.get('PLTE')?.[0]
  const row = Math.ceil((width * channels * depth) / 8)
  const pixels = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (row + 1)]!
    for (let i = 0; i < row; i++) {
      const left = i < channels ? 0 : pixels[y * row + i - channels]!
      const up = y === 0 ? 0 : pixels[(y - 1) * row + i]!
      const corner = y === 0 || i < channels ? 0 : pixels[(y - 1) * row + i - channels]!
      pixels[y * row + i] = data[y * (row + 1) + 1 + i]! + guess(filter, left, up, corner)
    }
  }
  return (x, y) => {
    const bits = pixels[y * row + ((x * depth) >> 3)]! >> (8 - depth - ((x * depth) & 7))
    const value = bits & ((1 << depth) - 1)
    if (type === 0) {
      const grey = Math.round((value * 255) / ((1 << depth) - 1))
      return `#${Buffer.of(grey, grey, grey).toString('hex')}`
    }
    const index = value * 3
    const at = y * row + x * channels
    const color = palette ? palette.subarray(index, index + 3) : pixels.subarray(at, at + 3)
    return `#${Buffer.from(color).toString('hex')}`
  }
}

function chunksOf(png: Uint8Array, view: DataView): Map<string, Uint8Array[]> {
  const chunks = new Map<string, Uint8Array[]>()
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...png.subarray(at + 4, at + 8))
    chunks.set(name, [...(chunks.get(name) ?? []), png.subarray(at + 8, at + 8 + length)])
    at += length + 12
  }
  return chunks
}

/** A PNG in which each pixel has another colour, so that it cannot be compressed. */
export function noisyPng(width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width * 3 + 1) * height)
  let state = 7
  for (let i = 0; i < rows.length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    rows[i] = i % (width * 3 + 1) === 0 ? 0 : state >>> 16
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 2], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

function chunk(name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** What a filter expects of a byte. Runs for every byte of large pictures, so it makes no arrays. */
function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4:
      return paeth(left, up, corner)
    default:
      throw new Error(`There is no filter ${filter}`)
  }
}

function paeth(left: number, up: number, corner: number): number {
  const fromLeft = Math.abs(up - corner)
  const fromUp = Math.abs(left - corner)
  const fromCorner = Math.abs(left + up - corner - corner)
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left
  return fromUp <= fromCorner ? up : corner
}
