/** What is known of a picture from its first bytes: nothing is unpacked for it. */

export interface Size {
  readonly width: number
  readonly height: number
}

const at = (bytes: Uint8Array, start: number, word: string): boolean => {
  for (let index = 0; index < word.length; index++)
    if (bytes[start + index] !== word.charCodeAt(index)) return false
  return true
}

function jpeg(view: DataView): Size | undefined {
  for (let place = 2; place + 9 <= view.byteLength;) {
    if (view.getUint8(place) !== 0xff) return undefined
    const marker = view.getUint8(place + 1)
    if (marker === 0xff) place += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(place + 5), width: view.getUint16(place + 7) }
    else place += 2 + view.getUint16(place + 2)
  }
  return undefined
}

function webp(bytes: Uint8Array, view: DataView): Size | undefined {
  if (at(bytes, 12, 'VP8X')) {
    const three = (start: number): number =>
      view.getUint16(start, true) + view.getUint8(start + 2) * 65_536 + 1
    return { width: three(24), height: three(27) }
  }
  if (at(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (at(bytes, 12, 'VP8 '))
    return {
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }
  return undefined
}

/** Width and height of a PNG, JPEG, GIF or WebP; nothing if it is none of them. */
export function rasterSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 32) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = at(bytes, 0, '\u0089PNG\r\n\u001a\n')
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : at(bytes, 0, 'GIF8')
      ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      : at(bytes, 0, 'RIFF') && at(bytes, 8, 'WEBP')
        ? webp(bytes, view)
        : at(bytes, 0, '\u00ff\u00d8\u00ff')
          ? jpeg(view)
          : undefined
  return size && size.width > 0 && size.height > 0 ? size : undefined
}
