/** Limits the bytes of stored media: the oldest are removed, as LINE does after a while. */
import type { Entry, Media } from './people.js'

/** Largest size of all media together. A state file holds at most twice as much as base64. */
const KEPT = 256 * 1024 * 1024

const sizeOf = ({ bytes, preview }: Media): number => bytes.byteLength + (preview?.byteLength ?? 0)

export class MediaStore {
  /** Media from the oldest to the newest. */
  readonly #kept = new Set<Media>()
  #size = 0

  /** Adds the media of an entry, and removes the oldest bytes if there are too many. */
  add({ media }: Entry): void {
    if (!media || media.gone) return
    this.#kept.add(media)
    this.#size += sizeOf(media)
    for (const oldest of this.#kept) {
      if (this.#size <= KEPT || oldest === media) break
      this.#forget(oldest)
    }
  }

  /** Removes the media of an entry. */
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
