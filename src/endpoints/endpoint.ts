/** What one operation of LINE is: a row of facts, with the types of what goes in and out. */

/** Which of LINE's hosts: `api.line.me`, `api-data.line.me` or `manager.line.biz`. */
export type Host = 'api' | 'data' | 'manager'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** How a request's body is written. `bytes` is sent as it is, with the caller's content type. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'bytes'

/** What a successful answer holds. */
export type AnswerKind = 'json' | 'bytes' | 'nothing'

declare const type: unique symbol

/** A body as {@link BodyKind} `Kind`, of TypeScript type `T`. */
export interface Body<T, Kind extends BodyKind = BodyKind> {
  readonly kind: Kind
  /** Whether the request may go without. */
  readonly optional?: true
  readonly [type]?: T
}

/** An answer, of TypeScript type `T`. */
export interface Answer<T, Kind extends AnswerKind = AnswerKind> {
  readonly kind: Kind
  readonly [type]?: T
}

/** Names of query parameters, of TypeScript type `T`. Lists are joined with commas. */
export interface Query<T> {
  readonly names: readonly string[]
  readonly [type]?: T
}

/** Names between braces in a path. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

/** What a row may say beside method and path. */
export interface EndpointFacts {
  readonly host?: Host
  readonly query?: Query<unknown>
  readonly body?: Body<unknown>
  readonly answer?: Answer<unknown>
  /** Status of a success. 200 by default; `late` is one that says "not yet". */
  readonly status?: number
  readonly late?: number
  /** Whether LINE takes `X-Line-Retry-Key`, so that a repeated request counts once. */
  readonly retryKey?: true
  /** Whether LINE takes `X-Line-Delivery-Tag`. */
  readonly deliveryTag?: true
  /** `none` for operations that prove in their body who asks. A channel access token by default. */
  readonly auth?: 'none'
  /** Milliseconds for one attempt, 10,000 by default. */
  readonly timeout?: number
  /** Milliseconds without a byte in either direction, instead of a time for the whole attempt. */
  readonly idleTimeout?: number
}

/** A row of the table. */
export type Endpoint<
  Path extends string = string,
  Facts extends EndpointFacts = EndpointFacts,
> = Facts & {
  readonly method: Method
  readonly path: Path
}

const row =
  (method: Method) =>
  <const Path extends string, const Facts extends EndpointFacts = EndpointFacts>(
    path: Path,
    facts?: Facts,
  ): Endpoint<Path, Facts> => ({ method, path, ...(facts as Facts) })

export const get = row('GET')
export const post = row('POST')
export const put = row('PUT')
export const del = row('DELETE')

export const json = <T>(): Body<T, 'json'> & Answer<T, 'json'> => ({ kind: 'json' })
export const form = <T>(): Body<T, 'form'> => ({ kind: 'form' })
export const multipart = <T>(): Body<T, 'multipart'> => ({ kind: 'multipart' })
export const bytes = <T>(): Body<T, 'bytes'> & Answer<T, 'bytes'> => ({ kind: 'bytes' })
export const optional = <T, Kind extends BodyKind>(
  body: Body<T, Kind>,
): Body<T, Kind> & { readonly optional: true } => ({ ...body, optional: true })

/** A name for each property of `T`: none forgotten, none invented. */
export const query = <T>(names: Record<keyof T, true>): Query<T> => ({ names: Object.keys(names) })
