/** Converts the rows of a PNG to red, green, blue and alpha bytes. */
import type { PngFormat } from './decode-png.js'

/** Reads the samples of a row, one after the other, without scaling them. */
function sampler(rows: Uint8Array, depth: number): (start: number, index: number) => number {
  if (depth === 8) return (start, index) => rows[start + index]!
  if (depth === 16)
    return (start, index) => rows[start + 2 * index]! * 256 + rows[start + 2 * index + 1]!
  const mask = (1 << depth) - 1
  return (start, index) => {
    const bit = index * depth
    return (rows[start + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask
  }
}

/** Writes one pixel, from the index of its first sample. */
type Write = (start: number, pixel: number, at: number) => void

function writer(rows: Uint8Array, data: Uint8Array, format: PngFormat): Write {
  const { depth, colorType, palette, transparency } = format
  const sample = sampler(rows, depth)
  if (colorType === 3) {
    if (!palette) throw new Error('it has no palette')
    return (start, pixel, at) => {
      const index = sample(start, pixel)
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = palette[3 * index + channel] ?? 0
      data[at + 3] = transparency?.[index] ?? 255
    }
  }
  const isColor = (colorType & 2) !== 0
  const hasAlpha = (colorType & 4) !== 0
  const colors = isColor ? 3 : 1
  const count = colors + (hasAlpha ? 1 : 0)
  const scale = 255 / (2 ** depth - 1)
  const clear =
    transparency &&
    Array.from(
      { length: colors },
      (_, channel) => transparency[2 * channel]! * 256 + transparency[2 * channel + 1]!,
    )
  return (start, pixel, at) => {
    const first = pixel * count
    let isClear = clear !== undefined
    for (let channel = 0; channel < 3; channel++) {
      const value = sample(start, first + (isColor ? channel : 0))
      if (clear && value !== clear[isColor ? channel : 0]) isClear = false
      data[at + channel] = Math.round(value * scale)
    }
    data[at + 3] = hasAlpha ? Math.round(sample(start, first + colors) * scale) : isClear ? 0 : 255
  }
}

/** The pixels of unfiltered rows of this many bytes. */
export function expand(rows: Uint8Array, row: number, format: PngFormat): Uint8Array {
  const { width, height, depth, colorType } = format
  const data = new Uint8Array(width * height * 4)
  if (depth === 8 && colorType === 6) {
    for (let y = 0; y < height; y++)
      data.set(rows.subarray(y * (row + 1) + 1, (y + 1) * (row + 1)), y * row)
    return data
  }
  const write = writer(rows, data, format)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) write(y * (row + 1) + 1, x, 4 * (y * width + x))
  return data
}
