/** Collects a body in about as much memory as it has bytes, even if it arrives in very small pieces. */
export class BodyBuffer {
  readonly #most: number
  #bytes = new Uint8Array()
  #length = 0

  /** @param most - permitted bytes; one more is kept, which shows that there are too many */
  constructor(most: number) {
    this.#most = most
  }

  get isTooLarge(): boolean {
    return this.#length > this.#most
  }

  /** The bytes so far; at most one more than permitted. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Adds a piece, up to the limit. */
  add(piece: Uint8Array): void {
    const kept = piece.subarray(0, this.#most + 1 - this.#length)
    if (kept.length === 0) return
    const needed = this.#length + kept.length
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, Math.min(2 * needed, this.#most + 1)))
      larger.set(this.bytes)
      this.#bytes = larger
    }
    this.#bytes.set(kept, this.#length)
    this.#length = needed
  }
}
