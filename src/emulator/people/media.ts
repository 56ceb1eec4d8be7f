/** Stand-ins for what phones send. */
import { fromBase64 } from '../state/base64.js'

/** Bytes, or what stands for them. */
export interface MediaOptions {
  /** A tiny picture, or a few bytes, by default. */
  bytes?: Uint8Array | undefined
  contentType?: string | undefined
  preview?: Uint8Array | undefined
  /** Milliseconds for which LINE prepares it, and answers 202 meanwhile. None by default. */
  preparing?: number | undefined
  /** LINE cannot make anything of it. */
  failed?: boolean | undefined
  /** It lies elsewhere, as with media sent from LIFF apps: LINE has no bytes of it. */
  external?: { originalContentUrl: string; previewImageUrl?: string } | undefined
  /** In milliseconds, of videos and recordings. */
  duration?: number | undefined
}

/** One grey pixel. */
export const pixel = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAbIcGOAAAAABJRU5ErkJggg==',
)

const text = (words: string) => new TextEncoder().encode(words)

/** What is sent when nobody says what. */
export const usualMedia = {
  image: { bytes: pixel, contentType: 'image/png' },
  video: { bytes: text('a video'), contentType: 'video/mp4' },
  audio: { bytes: text('a recording'), contentType: 'audio/x-m4a' },
  file: { bytes: text('a file'), contentType: 'application/octet-stream' },
} as const
