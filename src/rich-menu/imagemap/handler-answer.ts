/** Answers to requests for pictures, before they take the form of a platform. */
import { apiLimits } from '../../spec/api/limits.js'
import type { StoredPicture } from './picture-store.js'

/** A request, whatever the platform. */
export interface PictureRequest {
  readonly method: string
  /** Encoded, without a query. */
  readonly path: string
  readonly ifNoneMatch: string | undefined
}

/** An answer, whatever the platform. */
export interface PictureAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string | undefined
}

const YEAR = 31_536_000

/** The answer with a picture. `isFixed`: what is at this address never changes. */
export function pictureAnswer(
  { bytes, type, etag }: StoredPicture,
  { method, ifNoneMatch }: PictureRequest,
  maxAge: number,
  isFixed: boolean,
): PictureAnswer {
  const headers = {
    etag,
    'cache-control': isFixed ? `public, max-age=${YEAR}, immutable` : `public, max-age=${maxAge}`,
    'x-content-type-options': 'nosniff',
  }
  if (matches(ifNoneMatch, etag)) return { status: 304, headers, body: undefined }
  return {
    status: 200,
    headers: { ...headers, 'content-type': type, 'content-length': String(bytes.length) },
    body: method === 'HEAD' ? undefined : bytes,
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))

/** The answer with a text. */
export const textAnswer = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): PictureAnswer => ({
  status,
  headers: {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body: `${body}\n`,
})

/** The answer for a width that LINE does not ask for. */
export const otherWidth = (): PictureAnswer =>
  textAnswer(
    404,
    `There are pictures of these widths: ${apiLimits.imagemapImage.widths.join(', ')}.`,
  )
