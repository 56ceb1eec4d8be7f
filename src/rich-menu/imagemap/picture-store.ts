/** Pictures that are being drawn or were drawn, each once, up to a number of bytes. */

/** A picture as it is sent. */
export interface StoredPicture {
  readonly bytes: Uint8Array
  readonly type: string
  /** The header `ETag`. */
  readonly etag: string
}

/** Keeps the pictures that were asked for last. */
export class PictureStore {
  readonly #limit: number
  readonly #drawn = new Map<string, StoredPicture>()
  readonly #drawing = new Map<string, Promise<StoredPicture>>()
  #bytes = 0

  /** @param limit - bytes of all pictures */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The picture of a key. Several calls at once draw it once; a failure is not kept. */
  get(key: string, draw: () => Promise<StoredPicture>): StoredPicture | Promise<StoredPicture> {
    const kept = this.#drawn.get(key)
    if (kept) {
      // The last ones are kept.
      this.#drawn.delete(key)
      this.#drawn.set(key, kept)
      return kept
    }
    let drawing = this.#drawing.get(key)
    if (!drawing) {
      drawing = draw()
        .then((picture) => {
          this.#keep(key, picture)
          return picture
        })
        .finally(() => this.#drawing.delete(key))
      this.#drawing.set(key, drawing)
    }
    return drawing
  }

  #keep(key: string, picture: StoredPicture): void {
    this.#drawn.set(key, picture)
    this.#bytes += picture.bytes.length
    for (const [oldest, { bytes }] of this.#drawn) {
      if (this.#bytes <= this.#limit) return
      this.#drawn.delete(oldest)
      this.#bytes -= bytes.length
    }
  }
}
