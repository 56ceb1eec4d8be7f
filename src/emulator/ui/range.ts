/** Byte ranges: browsers request them to seek in videos. */

interface Part {
  status: 200 | 206 | 416
  headers: Record<string, string>
  bytes: Uint8Array
}

/**
 * What a `range` header asks for. Several ranges, and what is none, get the whole.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function rangeOf(bytes: Uint8Array, range: string | undefined): Part {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return { status: 200, headers: { 'accept-ranges': 'bytes' }, bytes }
  const { length } = bytes
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (first > last)
    return {
      status: 416,
      headers: { 'content-range': `bytes */${length}` },
      bytes: new Uint8Array(),
    }
  return {
    status: 206,
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes ${first}-${last}/${length}` },
    bytes: bytes.subarray(first, last + 1),
  }
}
