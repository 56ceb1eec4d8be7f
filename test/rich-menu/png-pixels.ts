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
  let decoded = 0
  /** Pictures are large: rows are decoded when they are asked for. */
  const decodeUntil = (y: number): void => {
    for (; decoded <= y; decoded++) {
      const start = decoded * (row + 1)
      const above = pixels.subarray(Math.max(0, decoded - 1) * row, decoded * row)
      const line = pixels.subarray(decoded * row, (decoded + 1) * row)
      unfilter(data[start]!, data.subarray(start + 1, start + 1 + row), above, line, channels)
    }
  }
  return (x, y) => {
    decodeUntil(y)
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

/**
 * Decodes a row. Each filter has a loop of its own, because it runs for every byte of large pictures.
 *
 * @param above - the row before, empty for the first one
 */
function unfilter(
  filter: number,
  data: Uint8Array,
  above: Uint8Array,
  row: Uint8Array,
  channels: number,
): void {
  const { length } = row
  const up = above.length === 0 ? new Uint8Array(length) : above
  row.set(data)
  switch (filter) {
    case 0:
      return
    case 1:
      for (let i = channels; i < length; i++) row[i]! += row[i - channels]!
      return
    case 2:
      for (let i = 0; i < length; i++) row[i]! += up[i]!
      return
    case 3:
      for (let i = 0; i < channels; i++) row[i]! += up[i]! >> 1
      for (let i = channels; i < length; i++) row[i]! += (row[i - channels]! + up[i]!) >> 1
      return
    case 4:
      for (let i = 0; i < channels; i++) row[i]! += up[i]!
      for (let i = channels; i < length; i++)
        row[i]! += paeth(row[i - channels]!, up[i]!, up[i - channels]!)
      return
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
