/** Reads how long a video or recording is: MP4, M4A and MOV. @see ISO/IEC 14496-12, 8.2.2 */

/** Contents of the first box of a type; `undefined` if there is none. */
function boxIn(view: DataView, type: string): DataView | undefined {
  for (let at = 0; at + 8 <= view.byteLength;) {
    const name = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)))
    const short = view.getUint32(at)
    const isLong = short === 1 && at + 16 <= view.byteLength
    // 0: up to the end of the file.
    const size =
      short === 0 ? view.byteLength - at : isLong ? Number(view.getBigUint64(at + 8)) : short
    const start = at + (isLong ? 16 : 8)
    const end = Math.min(at + size, view.byteLength)
    if (end < start) return undefined
    if (name === type) return new DataView(view.buffer, view.byteOffset + start, end - start)
    at += size
  }
  return undefined
}

/** Milliseconds; `undefined` if the bytes do not say it. */
export function durationOf(bytes: Uint8Array): number | undefined {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const movie = boxIn(file, 'moov')
  const header = movie && boxIn(movie, 'mvhd')
  if (!header || header.byteLength < 32) return undefined
  // Version 1 has times of 64 bits.
  const isLong = header.getUint8(0) === 1
  const scale = header.getUint32(isLong ? 20 : 12)
  const units = isLong ? Number(header.getBigUint64(24)) : header.getUint32(16)
  const isUnknown = scale === 0 || units === 0 || (!isLong && units === 0xffffffff)
  return isUnknown ? undefined : Math.round((units / scale) * 1000)
}
