/** Checks of a body before it is read. */
import { refusal } from './answer.js'
import type { Call } from './call.js'
import { type ApiRequest, pathOf } from './request.js'
import { route } from './router.js'
import { sentences } from './sentences.js'

const MEGABYTE = 1024 * 1024

/** @see https://developers.line.biz/en/reference/messaging-api/#status-codes */
const LARGEST = 2 * MEGABYTE
/** Lists of up to 1.5 million user ids. */
const LARGEST_FILE = 64 * MEGABYTE

const largestOf = (kind: string | undefined): number =>
  kind === 'multipart' ? LARGEST_FILE : LARGEST

/** How many bytes of a body are read at most. */
export function largestBody({ method, path, host }: Pick<ApiRequest, 'method' | 'path' | 'host'>) {
  const match = route(method, pathOf(path), host)
  return largestOf(typeof match === 'string' ? undefined : match.row.body?.kind)
}

/** @throws {Refusal} 413, 415 */
export function checkBody(call: Call): void {
  const { body: expected } = call.row
  const { body } = call.request
  if (body.length > largestOf(expected?.kind)) throw refusal(413, sentences.tooLarge)
  if (!expected || body.length === 0) return
  const contentType = call.header('content-type') ?? ''
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  const fits = {
    json: type === 'application/json',
    form: type === 'application/x-www-form-urlencoded',
    multipart: type === 'multipart/form-data',
    // Operations check the type of pictures themselves.
    bytes: true,
  }[expected.kind]
  if (!fits) throw refusal(415, sentences.contentTypeUnsupported(contentType))
}
