/** Keeps the bytes of media within bounds: the oldest are gone, as at LINE after a while. */
import type { Entry, Media } from './people.js'

/** Bytes of all media together: as base64, a state file has room for twice as many at most. */
const KEPT = 256 * 1024 * 1024

const sizeOf = ({ bytes, preview }: Media): number => bytes.byteLength + (preview?.byteLength ?? 0)

export class MediaStore {
  /** Media from the oldest to the newest. */
  readonly #kept = new Set<Media>()
  #size = 0

  /** Remembers the media of an entry, and forgets the oldest bytes where there are too many. */
  add({ media }: Entry): void {
    if (!media || media.gone) return
    this.#kept.add(media)
    this.#size += sizeOf(media)
    for (const oldest of this.#kept) {
      if (this.#size <= KEPT || oldest === media) break
      this.#forget(oldest)
    }
  }

  /** An entry is no longer there. */
  remove({ media }: Entry): void {
    if (media && this.#kept.delete(media)) this.#size -= sizeOf(media)
  }

  clear(): void {
    this.#kept.clear()
    this.#size = 0
  }

  #forget(media: Media): void {
    this.#kept.delete(media)
    this.#size -= sizeOf(media)
    media.bytes = new Uint8Array()
    delete media.preview
    media.gone = true
  }
}
