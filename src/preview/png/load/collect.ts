/** Collects the body of a response in one buffer, however small its chunks are. */

/** The error for a body that is too large. */
export const tooLarge = (maxBytes: number): Error =>
  new Error(`it is larger than the maximum of ${maxBytes} bytes`)

/** Collects bytes. Chunks are copied, because a chunk of one byte can keep far more memory in use. */
export async function collect(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  let bytes = new Uint8Array(Math.min(maxBytes, 65_536))
  let size = 0
  for await (const chunk of chunks) {
    const end = size + chunk.length
    if (end > maxBytes) throw tooLarge(maxBytes)
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.min(maxBytes, Math.max(end, 2 * bytes.length)))
      larger.set(bytes.subarray(0, size))
      bytes = larger
    }
    bytes.set(chunk, size)
    size = end
  }
  return bytes.subarray(0, size)
}
