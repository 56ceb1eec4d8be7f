/** Pictures for tests. */

/** Longest block of deflate that is not compressed, in bytes. */
const BLOCK = 65_535

/**
 * A white PNG of any size, for rich menus and messages in tests.
 *
 * @param width - pixels
 * @param height - pixels
 * @throws {RangeError} unless both are whole numbers of 1 to 10,000
 * @example
 * await line.richMenus.setImage(richMenuId, fakePicture(2500, 1686))
 */
export function fakePicture(width: number, height: number): Uint8Array {
  for (const side of [width, height])
    if (!Number.isInteger(side) || side < 1 || side > 10_000)
      throw new RangeError(
        `fakePicture(${width}, ${height}): use whole numbers of pixels from 1 to 10000.`,
      )
  // One bit a pixel; each row begins with the number of its filter.
  const row = Math.ceil(width / 8) + 1
  const pixels = new Uint8Array(row * height).fill(0xff)
  for (let y = 0; y < height; y++) pixels[y * row] = 0
  const header = new Uint8Array(13)
  new DataView(header.buffer).setUint32(0, width)
  new DataView(header.buffer).setUint32(4, height)
  header[8] = 1
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', stored(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** zlib data without compression. */
function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)]
  let [low, high] = [1, 0]
  for (const byte of data) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  for (let at = 0; at < data.length; at += BLOCK) {
    const block = data.subarray(at, at + BLOCK)
    const head = new DataView(new ArrayBuffer(5))
    head.setUint8(0, at + BLOCK >= data.length ? 1 : 0)
    head.setUint16(1, block.length, true)
    head.setUint16(3, ~block.length & 0xffff, true)
    parts.push(new Uint8Array(head.buffer), block)
  }
  return joined([...parts, uint32(((high << 16) | low) >>> 0)])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(name), data])
  return joined([uint32(data.length), body, uint32(crc32(body))])
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function uint32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value)
  return new Uint8Array(view.buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
