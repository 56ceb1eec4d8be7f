/** Reads type and size of a PNG or JPEG from its headers; nothing is decoded. */

/** Type and size of a picture. */
export interface ImageHeader {
  type: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Whether the bytes begin as every PNG does. */
export const isPng = (bytes: Uint8Array): boolean =>
  pngSignature.every((byte, index) => bytes[index] === byte)

/** Whether the bytes begin as every JPEG does. */
export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

/** Start of a frame: SOF0 to SOF15, but for the tables (DHT, JPG, DAC) among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/**
 * The size in every frame header of a JPEG. A decoder may go by any of them. Fill bytes, and compressed data between
 * segments, are skipped.
 */
export function* jpegSizes(view: DataView): Generator<{ width: number; height: number }> {
  let isScanned = false
  for (let at = 2; at + 9 <= view.byteLength;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff || marker === 0xff || marker === 0) at += 1
    else if (marker === 0xd9 && isScanned) return
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)) at += 2
    else {
      isScanned ||= marker === 0xda
      if (isFrame(marker)) yield { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
      at += 2 + view.getUint16(at + 2)
    }
  }
}

/** Type and size of a PNG or JPEG; undefined when it is neither, or ends before its size. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isPng(bytes)) {
    // The first chunk is IHDR: length, name, width, height.
    if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (!isJpeg(bytes)) return undefined
  for (const size of jpegSizes(view)) return { type: 'image/jpeg', ...size }
  return undefined
}
