import { withoutSchema } from '../../common/json.js'
import type { BodyKind, Endpoint } from '../../endpoints/index.js'
import type { AudienceFile } from '../../spec/api/index.js'
import { type Random, randomUuid } from '../../common/random.js'
import { multipartOf } from './multipart.js'
import { checkIds } from './ids.js'
import { fillPath } from './path.js'
import { formOf, queryOf } from './query.js'

/** Input of an operation. Its types are checked where it is called. */
export interface Input {
  path?: Record<string, unknown>
  query?: object
  body?: unknown
  /** The body as it is sent, instead of `body`. Its ids are checked before. */
  written?: string | Uint8Array
  /** Content type of `written`; the operation's by default. */
  contentType?: string
  /** For operations that take it. */
  deliveryTag?: string | undefined
}

/** A request without its token. */
export interface PreparedRequest {
  /** Path without query, for error texts. */
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

/**
 * Makes path, query and body; a promise only where a file has to be read.
 *
 * @param strict - the request goes to LINE's own hosts
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function prepare(
  row: Endpoint,
  input: Input,
  random: Random | undefined,
  strict: boolean,
): PreparedRequest | Promise<PreparedRequest> {
  const path = fillPath(row.path, input.path, strict)
  const query = row.query ? queryOf(row.path, row.query, input.query) : ''
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
  checkIds(input.body, row.body?.ids, { strict, place: row.path })
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

/** Secrets of an input, which must not appear in errors and logs. */
export function secretsOf({ body, query, written }: Input): string[] {
  const fields = [body, query].flatMap((object) =>
    typeof object === 'object' && object !== null
      ? Object.entries(object).flatMap(([name, value]) =>
          secretNames.has(name) && typeof value === 'string' ? [value] : [],
        )
      : [],
  )
  // A send is written as text that begins with its reply token.
  const replyToken =
    typeof written === 'string' ? /^\{"replyToken":"([^"\\]+)"/.exec(written)?.[1] : undefined
  return replyToken === undefined ? fields : [...fields, replyToken]
}
