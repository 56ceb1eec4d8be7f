import { withoutSchema } from '../../common/json.js'
import type { BodyKind, Endpoint } from '../../endpoints/index.js'
import type { AudienceFile } from '../../spec/api/index.js'
import { type Random, randomUuid } from '../../common/random.js'
import { multipartOf } from './multipart.js'
import { fillPath } from './path.js'
import { formOf, queryOf } from './query.js'

/** What an operation was given; its types are checked where it was called. */
export interface Input {
  path?: Record<string, unknown>
  query?: object
  body?: unknown
  /** The body as it is to be sent, instead of `body`. */
  written?: string | Uint8Array
  /** Of `written`, where the operation's own is not it. */
  contentType?: string
  /** For operations that take it. */
  deliveryTag?: string | undefined
}

/** A request but for its token. */
export interface PreparedRequest {
  /** Path without query, for people. */
  path: string
  query: string
  body: string | Uint8Array | undefined
  contentType: string | undefined
}

const contentTypes: Record<BodyKind, string | undefined> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: undefined,
  bytes: undefined,
}

/** Makes path, query and body; a promise only where a file has to be read. */
export function prepare(
  row: Endpoint,
  input: Input,
  random: Random | undefined,
): PreparedRequest | Promise<PreparedRequest> {
  const path = fillPath(row.path, input.path)
  const query = row.query ? queryOf(input.query) : ''
  const kind = row.body?.kind
  if (input.written !== undefined)
    return {
      path,
      query,
      body: input.written,
      contentType: input.contentType ?? (kind && contentTypes[kind]),
    }
  if (kind === undefined || input.body === undefined)
    return { path, query, body: undefined, contentType: undefined }
  if (kind === 'multipart') {
    const boundary = `fukidashi-${randomUuid(random)}`
    const contentType = `multipart/form-data; boundary=${boundary}`
    return multipartOf(input.body as { file: AudienceFile }, boundary).then((body) => ({
      path,
      query,
      body,
      contentType,
    }))
  }
  const body =
    kind === 'form' ? formOf(input.body as object) : JSON.stringify(withoutSchema(input.body))
  return { path, query, body, contentType: contentTypes[kind] }
}

const secretNames = new Set([
  'client_secret',
  'client_assertion',
  'access_token',
  'refresh_token',
  'code',
  'code_verifier',
  'replyToken',
])

/** Values of headers whose names say that they are secret, and their parts: `Basic …`, cookies. */
export const secretHeaders = (headers: Record<string, string>): string[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    /auth|cookie|token|secret|key/.test(name) && name !== 'x-line-retry-key'
      ? [value, ...value.split(/[\s;,=]+/).filter((part) => part.length >= 8)]
      : [],
  )

/** What of an input must not be repeated to anybody. */
export function secretsOf({ body, query, written }: Input): string[] {
  const fields = [body, query].flatMap((object) =>
    typeof object === 'object' && object !== null
      ? Object.entries(object).flatMap(([name, value]) =>
          secretNames.has(name) && typeof value === 'string' ? [value] : [],
        )
      : [],
  )
  // A send is written as text, its reply token first.
  const replyToken =
    typeof written === 'string' ? /^\{"replyToken":"([^"\\]+)"/.exec(written)?.[1] : undefined
  return replyToken === undefined ? fields : [...fields, replyToken]
}
