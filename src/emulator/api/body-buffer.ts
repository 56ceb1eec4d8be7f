/** Gathers a body in memory of about its size, however small the pieces are in which it comes. */
export class BodyBuffer {
  readonly #most: number
  #bytes = new Uint8Array()
  #length = 0

  /** @param most - bytes that are permitted; one more is kept, so that it can be told that there are too many */
  constructor(most: number) {
    this.#most = most
  }

  get isTooLarge(): boolean {
    return this.#length > this.#most
  }

  /** What has come so far, up to one byte more than is permitted. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  /** Keeps a piece, as far as there is room for it. */
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
