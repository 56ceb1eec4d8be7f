/** What each kind of address in the spec (`@url`) may look like. The generated validators use `plain` as a sieve. */

export type UrlKind = 'image' | 'png' | 'video' | 'audio' | 'imagemap'

const pictures = ['gif', 'webp', 'svg', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'avif']
const jpegAndPng = ['jpg', 'jpeg', 'png']
const sounds = ['mp3', 'm4a', 'wav', 'ogg', 'flac', 'aac']
const videos = ['mp4', 'mov', 'webm', 'avi', 'mkv', 'm4v']
const documents = ['pdf', 'html', 'json', 'zip']

interface UrlKindRule {
  /** What LINE takes there. */
  takes: string
  /** File extensions that name something else. */
  wrongExtensions: readonly string[]
}

export const urlKinds: Record<UrlKind, UrlKindRule> = {
  image: {
    takes: 'a JPEG or PNG picture',
    wrongExtensions: [...pictures, ...sounds, ...videos, ...documents],
  },
  png: {
    takes: 'a PNG picture',
    wrongExtensions: ['jpg', 'jpeg', ...pictures, ...sounds, ...videos, ...documents],
  },
  video: {
    takes: 'an MP4 video',
    wrongExtensions: [
      ...jpegAndPng,
      ...pictures,
      ...sounds,
      ...videos.filter((name) => name !== 'mp4'),
      ...documents,
    ],
  },
  audio: {
    takes: 'an MP3 or M4A sound',
    wrongExtensions: [
      ...jpegAndPng,
      ...pictures,
      ...sounds.filter((name) => name !== 'mp3' && name !== 'm4a'),
      ...videos,
      ...documents,
    ],
  },
  imagemap: {
    takes: 'an address without file extension, to which LINE adds /240 to /1040',
    wrongExtensions: [...jpegAndPng, ...pictures],
  },
}

/** Characters that stand in an address as they are, and percent-encoded bytes. */
export const encoded = "(?:[A-Za-z0-9\\-._~:/?#[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*"

/** An https address on a named public host about which there is nothing to say. What does not match is looked at closely. */
export const plainMediaUrl = `^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+(?!(?:local|localhost|internal)(?:[/?#]|$))[A-Za-z]{2,}(?:[/?#]${encoded})?$`

/** Matches an address whose path ends in one of the extensions. */
export const endsIn = (extensions: readonly string[]) =>
  `^[^?#]*\\.(?:${extensions.join('|')})(?:[?#]|$)`
