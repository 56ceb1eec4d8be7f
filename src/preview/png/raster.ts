/** Reads the size of an image from its headers, without decoding it. All headers are read, because a decoder may use any of them. */
import { isJpeg, isPng, jpegSizes } from '../../common/image-header.js'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of an image, and the largest size in any of its headers or frames. */
export interface RasterSize extends Size {
  readonly largest: Size
}

const at = (bytes: Uint8Array, start: number, word: string): boolean => {
  for (let index = 0; index < word.length; index++)
    if (bytes[start + index] !== word.charCodeAt(index)) return false
  return true
}

type Sizes = (view: DataView, bytes: Uint8Array) => Iterable<Size>

/** PNG: the header, and the frames of an animation. */
function* png(view: DataView, bytes: Uint8Array): Iterable<Size> {
  for (let place = 8; place + 24 <= view.byteLength; place += 12 + view.getUint32(place)) {
    if (at(bytes, place + 4, 'IHDR'))
      yield { width: view.getUint32(place + 8), height: view.getUint32(place + 12) }
    else if (at(bytes, place + 4, 'fcTL'))
      yield { width: view.getUint32(place + 12), height: view.getUint32(place + 16) }
  }
}

/** GIF: the screen, and each image on it, which may be larger. */
function* gif(view: DataView): Iterable<Size> {
  const table = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  yield { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let place = 13 + table(view.getUint8(10))
  const skipBlocks = (): void => {
    while (place < view.byteLength && view.getUint8(place) > 0) place += 1 + view.getUint8(place)
    place += 1
  }
  while (place < view.byteLength) {
    const kind = view.getUint8(place)
    if (kind === 0x3b) return
    if (kind === 0x2c && place + 10 <= view.byteLength) {
      yield { width: view.getUint16(place + 5, true), height: view.getUint16(place + 7, true) }
      place += 11 + table(view.getUint8(place + 9))
    } else if (kind === 0x21) place += 2
    else {
      // Some decoders skip blocks that are neither an image nor an extension.
      place += 1
      continue
    }
    skipBlocks()
  }
}

/** WebP: the canvas, each frame of an animation, and each image in them. */
function* webp(view: DataView, bytes: Uint8Array): Iterable<Size> {
  const three = (start: number): number =>
    view.getUint16(start, true) + view.getUint8(start + 2) * 65_536 + 1
  for (let place = 12; place + 18 <= view.byteLength;) {
    const length = view.getUint32(place + 4, true)
    if (at(bytes, place, 'VP8X')) yield { width: three(place + 12), height: three(place + 15) }
    if (at(bytes, place, 'ANMF') && place + 24 <= view.byteLength) {
      yield { width: three(place + 14), height: three(place + 17) }
      // The images of the frame follow.
      place += 24
      continue
    }
    if (at(bytes, place, 'VP8L')) {
      const bits = view.getUint32(place + 9, true)
      yield { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    if (at(bytes, place, 'VP8 '))
      yield {
        width: view.getUint16(place + 14, true) & 0x3fff,
        height: view.getUint16(place + 16, true) & 0x3fff,
      }
    place += 8 + length + (length & 1)
  }
}

function sizesOf(bytes: Uint8Array): Sizes | undefined {
  if (isPng(bytes)) return png
  if (at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a')) return gif
  if (at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')) return webp
  return isJpeg(bytes) ? jpegSizes : undefined
}

/** The size of a PNG, JPEG, GIF or WebP; `undefined` for other bytes. */
export function rasterSize(bytes: Uint8Array): RasterSize | undefined {
  if (bytes.length < 32) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let first: Size | undefined
  let width = 0
  let height = 0
  for (const size of sizesOf(bytes)?.(view, bytes) ?? []) {
    first ??= size
    width = Math.max(width, size.width)
    height = Math.max(height, size.height)
  }
  if (!first || first.width === 0 || first.height === 0) return undefined
  return { width: first.width, height: first.height, largest: { width, height } }
}
