/** Reads what a picture says of itself in its first bytes. */

export interface ImageHeader {
  type: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Type and size of a PNG or JPEG; undefined when it is neither, or is cut off before its size. */
export function readHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (pngSignature.every((byte, i) => bytes[i] === byte)) return readPng(view)
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(view)
  return undefined
}

/** The first chunk is IHDR: length, name, width, height. */
function readPng(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Segments follow each other until a frame header (SOF) tells the size. */
function readJpeg(view: DataView): ImageHeader | undefined {
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // padding
    } else if (isFrame(marker)) {
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2 // markers without a segment
    } else {
      const length = view.getUint16(at + 2)
      if (length < 2) return undefined
      at += 2 + length
    }
  }
  return undefined
}

/** SOF0 to SOF15, but for the tables (DHT, JPG, DAC) among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
