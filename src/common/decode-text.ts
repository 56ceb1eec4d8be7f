/** Bytes of a text file → text. */

/** Decodes UTF-8, and UTF-16 with a byte order mark, as PowerShell and some editors write it. The mark is left out. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isLittle = first === 0xff && second === 0xfe
  const isBig = first === 0xfe && second === 0xff
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(bytes)
}
