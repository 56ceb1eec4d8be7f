/** Sample media. */
import { fromBase64 } from '../state/base64.js'

/** One grey pixel. */
export const pixel = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAbIcGOAAAAABJRU5ErkJggg==',
)

const text = (words: string) => new TextEncoder().encode(words)

/** Media that are sent by default. */
export const usualMedia = {
  image: { bytes: pixel, contentType: 'image/png' },
  video: { bytes: text('a video'), contentType: 'video/mp4' },
  audio: { bytes: text('a recording'), contentType: 'audio/x-m4a' },
  file: { bytes: text('a file'), contentType: 'application/octet-stream' },
} as const
