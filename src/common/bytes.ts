/** Collects chunks of bytes. Many small chunks take no more memory than one large one. */

/** Chunks below this size are copied into blocks: an object for each would take far more memory than its bytes. */
const smallSize = 4096

/** The sizes of blocks: each is about as large as everything before it. */
const blockSize = { least: 1024, most: 65_536 }

/**
 * Chunks of a body, up to a limit. Holds at most about twice the bytes that were added, whatever their chunks.
 */
export class ByteCollector {
  readonly #limit: number
  #size = 0
  /** The only chunk so far, not copied: most bodies have one. */
  #only: Uint8Array | undefined
  #pieces: Uint8Array[] = []
  /** The free part of the current block. */
  #free: Uint8Array | undefined
  /** Bytes of the current block that are not in `#pieces` yet. */
  #filled = 0

  /** @param limit - in bytes */
  constructor(limit = Infinity) {
    this.#limit = limit
  }

  /** Bytes added so far, those beyond the limit included. */
  get size(): number {
    return this.#size
  }

  /** Adds a chunk. False if there are more bytes than the limit: then everything is dropped. */
  add(chunk: Uint8Array): boolean {
    this.#size += chunk.length
    if (this.#size > this.#limit) {
      this.#drop()
      return false
    }
    if (chunk.length === 0) return true
    if (this.#size === chunk.length) {
      this.#only = chunk
      return true
    }
    if (this.#only) {
      this.#append(this.#only)
      this.#only = undefined
    }
    this.#append(chunk)
    return true
  }

  /** All bytes in one array. Empties the collector. */
  bytes(): Uint8Array {
    const only = this.#only
    if (only) {
      this.#only = undefined
      return only
    }
    this.#flush()
    const [first] = this.#pieces
    const isWhole = this.#pieces.length === 1 && first!.length === first!.buffer.byteLength
    const whole = isWhole ? first! : joinBytes(this.#pieces)
    this.#drop()
    return whole
  }

  #append(chunk: Uint8Array): void {
    if (chunk.length >= smallSize) {
      this.#flush()
      // A view of a much larger buffer would keep all of it alive.
      this.#pieces.push(chunk.buffer.byteLength > 2 * chunk.length ? copyOf(chunk) : chunk)
      return
    }
    let rest = chunk
    while (rest.length > 0) {
      this.#free ??= new Uint8Array(Math.min(blockSize.most, Math.max(blockSize.least, this.#size)))
      const part = rest.subarray(0, this.#free.length - this.#filled)
      this.#free.set(part, this.#filled)
      this.#filled += part.length
      if (this.#filled === this.#free.length) this.#flush()
      rest = rest.subarray(part.length)
    }
  }

  /** The next chunk is large, or the block is full: the filled part of the block becomes a piece. */
  #flush(): void {
    if (!this.#free || this.#filled === 0) return
    this.#pieces.push(this.#free.subarray(0, this.#filled))
    const free = this.#free.subarray(this.#filled)
    this.#free = free.length > 0 ? free : undefined
    this.#filled = 0
  }

  #drop(): void {
    this.#pieces = []
    this.#only = undefined
    this.#free = undefined
    this.#filled = 0
  }
}

/** Always with a buffer of its own; `slice` of a Node `Buffer` is a view. */
const copyOf = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes)

/** Arrays of bytes one after the other, in a new one. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
