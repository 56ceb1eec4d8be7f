/** What each kind of address in the spec (`@url`) may look like. The generated validators use what is plain as a sieve. */

export type UrlKind = 'image' | 'png' | 'video' | 'audio' | 'imagemap'

/** File extensions that name a kind of file: pictures first. */
const extensions =
  'jpg jpeg png gif webp svg bmp tif tiff heic heif avif mp3 m4a wav ogg flac aac mp4 mov webm avi mkv m4v pdf html json zip'.split(
    ' ',
  )

interface UrlKindRule {
  /** What LINE takes there. */
  takes: string
  /** File extensions that are right there. */
  extensions: readonly string[]
}

export const urlKinds: Record<UrlKind, UrlKindRule> = {
  image: { takes: 'a JPEG or PNG picture', extensions: extensions.slice(0, 3) },
  png: { takes: 'a PNG picture', extensions: ['png'] },
  video: { takes: 'an MP4 video', extensions: ['mp4'] },
  audio: { takes: 'an MP3 or M4A sound', extensions: ['mp3', 'm4a'] },
  imagemap: {
    takes: 'an address without file extension, to which LINE adds /240 to /1040',
    extensions: extensions.slice(12),
  },
}

/** The extension at the end of an address's path if it is that of another kind of file. An unknown extension may be anything. */
export function wrongExtension(url: string, kind: UrlKind): string | undefined {
  const extension = /^[^?#]*\.(\w+)(?:[?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? ''
  return extensions.includes(extension) && !urlKinds[kind].extensions.includes(extension)
    ? extension
    : undefined
}

/** Characters that are permitted in a URL, and percent-encoded bytes. */
export const encoded = "(?:[A-Za-z0-9\\-_~:/?#[\\]@!$&'()*+,;=]|\\.|%[0-9A-Fa-f]{2})*"

/** An https address on a named public host about which there is nothing to say. What does not match is looked at closely. */
export const plainMediaUrl = `^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+(?!(?:local|localhost|internal)(?:[/?#]|$))[A-Za-z]{2,}(?:[/?#]${encoded})?$`

/** The extension of an Android app, with which LINE was seen to refuse a link. */
export const refusedLinkFile = '\\.[aA][pP][kK](?:[?#]|$)'

/** A web address about which there is nothing to say, as most that a tap opens. Read in one pass: each dot begins no `.apk`. */
export const plainLink = `^https?://[A-Za-z0-9]${encoded.replace('|', `|(?!${refusedLinkFile})`)}$`

/** Matches addresses that have an extension other than the right ones: not all of them are wrong. */
export const otherExtension = (kind: UrlKind) =>
  `^[^?#]*\\.${kind === 'imagemap' ? '' : `(?!(?:${urlKinds[kind].extensions.join('|')})(?:[?#]|$))`}\\w+(?:[?#]|$)`
