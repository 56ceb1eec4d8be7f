/** One operation of LINE's API as a row of facts, with the types of its request and answer. */

/** Which of LINE's hosts: `api.line.me`, `api-data.line.me` or `manager.line.biz`. */
export type Host = 'api' | 'data' | 'manager'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Format of a request's body. `bytes` is sent unchanged, with the caller's content type. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'bytes'

/** Content of a successful answer. */
export type AnswerKind = 'json' | 'bytes' | 'nothing'

/**
 * Kind of an id: of a `receiver` (a user, group or room), any other `text`, or a `number`. With `?` if it may be left out.
 */
export type IdKind = 'receiver' | 'text' | 'number' | 'receiver?' | 'text?' | 'number?'

/** Type of a query parameter. With `?` if it may be left out. */
export type ParameterKind = 'text' | 'number' | 'boolean' | 'list'

declare const type: unique symbol

/** A body as {@link BodyKind} `Kind`, of TypeScript type `T`. */
export interface Body<T, Kind extends BodyKind = BodyKind> {
  readonly kind: Kind
  /** The request may have no body. */
  readonly optional?: true
  /** Ids in the body, by path: `to`, `chat.userId`, `userIds[]`. */
  readonly ids?: Readonly<Record<string, IdKind>>
  readonly [type]?: T
}

/** An answer, of TypeScript type `T`. */
export interface Answer<T, Kind extends AnswerKind = AnswerKind> {
  readonly kind: Kind
  readonly [type]?: T
}

/** Query parameters, of TypeScript type `T`. Lists are joined with commas. */
export interface Query<T> {
  readonly names: readonly string[]
  readonly kinds: Readonly<Record<string, ParameterKind | `${ParameterKind}?`>>
  readonly [type]?: T
}

/** Names between braces in a path. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

/** The parts of a row except method and path. */
export interface EndpointFacts {
  readonly host?: Host
  readonly query?: Query<unknown>
  readonly body?: Body<unknown>
  readonly answer?: Answer<unknown>
  /** Status of a success. 200 by default; `late` is one that says "not yet". */
  readonly status?: number
  readonly late?: number
  /** LINE takes `X-Line-Retry-Key`, so that a repeated request counts once. */
  readonly retryKey?: true
  /** LINE takes `X-Line-Delivery-Tag`. */
  readonly deliveryTag?: true
  /** `none` for operations whose body or query has the credentials. A channel access token by default. */
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

type Ids = Readonly<Record<string, IdKind>>

const body =
  <Kind extends BodyKind>(kind: Kind) =>
  <T>(ids?: Ids): Body<T, Kind> =>
    ids ? { kind, ids } : { kind }

export const json = <T>(ids?: Ids): Body<T, 'json'> & Answer<T, 'json'> => body('json')<T>(ids)
export const form = body('form')
export const multipart = body('multipart')
export const bytes = <T>(): Body<T, 'bytes'> & Answer<T, 'bytes'> => ({ kind: 'bytes' })
export const optional = <T, Kind extends BodyKind>(
  body: Body<T, Kind>,
): Body<T, Kind> & { readonly optional: true } => ({ ...body, optional: true })

type KindOf<V> = [V] extends [string]
  ? 'text'
  : [V] extends [number]
    ? 'number'
    : [V] extends [boolean]
      ? 'boolean'
      : 'list'

/** The kind of each parameter of `T`. The type makes it complete and right. */
type Kinds<T> = {
  readonly [K in keyof T]-?: T extends Record<K, T[K]>
    ? KindOf<T[K]>
    : `${KindOf<NonNullable<T[K]>>}?`
}

/** Query parameters with a kind for each property of `T`. */
export const query = <T>(kinds: Kinds<T>): Query<T> => ({ names: Object.keys(kinds), kinds })
