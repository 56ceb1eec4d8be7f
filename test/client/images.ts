/** The smallest beginnings of pictures: only their headers matter here. */
export function png(width: number, height: number, bytes = 100): Uint8Array {
  const image = Buffer.alloc(Math.max(bytes, 33))
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(image)
  image.writeUInt32BE(13, 8)
  image.write('IHDR', 12)
  image.writeUInt32BE(width, 16)
  image.writeUInt32BE(height, 20)
  return new Uint8Array(image)
}

/** With an EXIF segment, a table and padding before the frame, as cameras write it. */
export function jpeg(width: number, height: number, bytes = 100): Uint8Array {
  const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  const table = [0xff, 0xc4, 0, 4, 0, 0]
  const frame = [0xff, 0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]
  const image = Buffer.alloc(Math.max(bytes, 60))
  Buffer.from([0xff, 0xd8, ...exif, ...table, ...frame]).copy(image)
  return new Uint8Array(image)
}
