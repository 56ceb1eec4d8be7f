/** Pictures, videos, recordings and files that people send. */
import { readImageHeader } from '../../common/image-header.js'
import { EmulatorError } from '../errors.js'
import type { MediaOptions } from '../generated/options.js'
import { fromBase64 } from '../state/base64.js'
import { bytesOf } from '../state/bytes-of.js'
import type { Media } from '../state/people.js'
import * as samples from './samples.js'

export type MediaKind = 'image' | 'video' | 'audio' | 'file'

interface Sample {
  bytes: Uint8Array
  contentType: string
  preview?: Uint8Array
}

const decoded = new Map<MediaKind, Sample>()

const make: Readonly<Record<MediaKind, () => Sample>> = {
  image: () => ({
    bytes: fromBase64(samples.picture),
    contentType: 'image/jpeg',
    preview: fromBase64(samples.thumbnail),
  }),
  video: () => ({
    bytes: fromBase64(samples.video),
    contentType: 'video/mp4',
    preview: fromBase64(samples.frame),
  }),
  audio: () => ({ bytes: fromBase64(samples.recording), contentType: 'audio/x-m4a' }),
  file: () => ({
    bytes: new TextEncoder().encode('Hello from fukidashi.\n'),
    contentType: 'text/plain',
  }),
}

/** What is sent by default. */
function sampleOf(kind: MediaKind): Sample {
  const sample = decoded.get(kind) ?? make[kind]()
  decoded.set(kind, sample)
  return sample
}

/** Content types of bytes whose type cannot be seen. */
const usualType: Readonly<Record<MediaKind, string>> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/x-m4a',
  file: 'application/octet-stream',
}

/** A valid media type: type, subtype and parameters, in visible ASCII. */
const contentTypeForm = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: ?;[ -~]*)?$/

/** @throws {EmulatorError} `option_invalid` */
function checkContentType(value: string | undefined): void {
  if (value !== undefined && (value.length > 255 || !contentTypeForm.test(value)))
    throw new EmulatorError(
      'option_invalid',
      `contentType must be a media type such as image/png, not ${JSON.stringify(value.slice(0, 100))}.`,
    )
}

const imageType = (bytes: Uint8Array): string | undefined => readImageHeader(bytes)?.type

/** The content: that of the options, or the sample. */
function contentOf(
  kind: MediaKind,
  bytes: Uint8Array | undefined,
  contentType: string | undefined,
): Sample {
  if (!bytes) {
    const sample = sampleOf(kind)
    return { ...sample, contentType: contentType ?? sample.contentType }
  }
  const type = contentType ?? (kind === 'image' ? imageType(bytes) : undefined) ?? usualType[kind]
  return { bytes, contentType: type, ...(kind === 'video' && { preview: sampleOf(kind).preview! }) }
}

/**
 * Content as LINE stores it; `undefined` if it is external.
 * @throws {EmulatorError} `option_invalid` for an invalid content type
 */
export function mediaOf(kind: MediaKind, options: MediaOptions, now: number): Media | undefined {
  checkContentType(options.contentType)
  if (options.external) return undefined
  const [own, ownPreview] = [bytesOf(options.bytes), bytesOf(options.preview)]
  const { bytes, contentType, preview: usualPreview } = contentOf(kind, own, options.contentType)
  const hasPreview = kind === 'image' || kind === 'video'
  const preview = hasPreview ? (ownPreview ?? usualPreview) : undefined
  return {
    bytes,
    contentType,
    ...(preview && { preview, previewType: imageType(preview) ?? 'image/jpeg' }),
    readyAt: now + (options.preparing ?? 0),
    ...(options.failed && { failed: true as const }),
  }
}
