/** Decodes a PNG to pixels. All sizes are checked before memory is used, because the file may be malicious. */
import { inflateSync } from 'node:zlib'
import { isPng } from '../../../common/image-header.js'
import { PngError } from '../problems.js'
import { expand } from './expand.js'
import { unfilter } from './unfilter.js'

/** Red, green, blue and alpha bytes, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The header and the color tables of a PNG. */
export interface PngFormat {
  readonly width: number
  readonly height: number
  /** Bits per channel. */
  readonly depth: number
  readonly colorType: number
  readonly palette: Uint8Array | undefined
  /** The alpha of each color of the palette, or the transparent color. */
  readonly transparency: Uint8Array | undefined
}

/** Large enough for every drawing of `toPng` that a person can look at. */
const maxPixels = 40_000_000
const maxSide = 32_000

/** Channels by color type. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Bits per channel that a PNG may have, by color type. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

interface Chunks {
  readonly format: PngFormat
  readonly compressed: Uint8Array
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) throw new Error('it has no header')
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  if (width === 0 || height === 0) throw new Error('it has no size')
  if (width > maxSide || height > maxSide || width * height > maxPixels)
    throw new PngError(
      'png_too_large',
      `A PNG of ${width} × ${height} pixels cannot be compared; the maximum is ${maxSide} per side and ${maxPixels} in total`,
    )
  const [depth, colorType, , , interlace] = bytes.subarray(24, 29) as unknown as number[]
  if (!depths[colorType!]?.includes(depth!)) throw new Error('its header is damaged')
  if (interlace !== 0) throw new Error('it is interlaced')
  const tables = new Map<string, Uint8Array>()
  const parts: Uint8Array[] = []
  for (let at = 33; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at + 12 + length > bytes.length) throw new Error('it is cut off')
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') parts.push(data)
    else if (name === 'PLTE' || name === 'tRNS') tables.set(name, data)
    else if (name === 'IEND') break
    at += 12 + length
  }
  const format: PngFormat = {
    width,
    height,
    depth: depth!,
    colorType: colorType!,
    palette: tables.get('PLTE'),
    transparency: tables.get('tRNS'),
  }
  return { format, compressed: Buffer.concat(parts) }
}

function decode(bytes: Uint8Array): Pixels {
  const { format, compressed } = readChunks(bytes)
  const { width, height, depth, colorType } = format
  const bits = channels[colorType]! * depth
  const row = Math.ceil((width * bits) / 8)
  const size = (row + 1) * height
  const rows = inflateSync(compressed, { maxOutputLength: size })
  if (rows.length !== size) throw new Error('it is cut off')
  unfilter(rows, row, height, Math.max(1, bits >> 3))
  return { width, height, data: expand(rows, row, format) }
}

/**
 * The pixels of a PNG.
 *
 * @throws {PngError} `png_invalid`, `png_too_large`
 */
export function decodePng(bytes: Uint8Array, name: string): Pixels {
  try {
    if (!isPng(bytes)) throw new Error('it does not begin as a PNG does')
    return decode(bytes)
  } catch (cause) {
    if (cause instanceof PngError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new PngError(
      'png_invalid',
      `The ${name} picture cannot be read: ${why}. Use the bytes of a PNG, such as those of toPng`,
      { cause },
    )
  }
}
