import type { PostbackData } from './postback-data.js'

/** Marks a postback definition. Shared by all copies of the library. */
export const POSTBACK: unique symbol = Symbol.for('fukidashi.postback') as never

/** Details of a tap. */
export interface TapDetails {
  /** Id of the user who tapped. */
  userId?: string | undefined
  /** Time of the tap in milliseconds since 1970. Now by default. */
  now?: number | undefined
  /** Environment that the secret is read from, if it is a function. The variables of the process by default. */
  env?: unknown
}

/**
 * The reason why data of a definition is refused.
 *
 * - `expired`: signed, but older than `expiresIn`.
 * - `other_user`: signed for another user.
 * - `forged`: not signed with (one of) the secrets.
 * - `payload_invalid`: the payload does not fit the schema, such as data of an older version.
 */
export type PostbackRefusalReason = 'expired' | 'other_user' | 'forged' | 'payload_invalid'

/** Data that begins with the name of a definition, but is refused. */
export interface PostbackRefusal {
  /** Name of the definition. */
  readonly postback: string
  readonly reason: PostbackRefusalReason
}

/** Result of reading data: a payload, or the reason why there is none. `undefined` for data of other definitions. */
export type PostbackResult<Payload> =
  | (PostbackRead<Payload> & { readonly refused?: undefined })
  | { readonly refused: PostbackRefusalReason }
  | undefined

/** A payload, in an object because it may be `undefined`. */
export interface PostbackRead<Payload> {
  readonly payload: Payload
}

/** The part of a definition that routing needs. */
export interface PostbackReader<Payload> {
  readonly [POSTBACK]: {
    readonly name: string
    readonly inspect: (
      data: string,
      tap?: TapDetails,
    ) => PostbackResult<Payload> | Promise<PostbackResult<Payload>>
  }
}

/** Arguments of a definition: none when there is no payload. */
export type PayloadArguments<Input> = [Input] extends [undefined]
  ? []
  : undefined extends Input
    ? [payload?: Input]
    : [payload: Input]

/** Makes postback data, and reads it in `bot.on(definition, …)`. */
export interface PostbackDefinition<Input, Output = Input> extends PostbackReader<Output> {
  /**
   * The `data` of a postback action.
   * @throws {PostbackError} `payload_invalid`, `payload_unsupported`, `data_too_long`
   */
  (...payload: PayloadArguments<Input>): string
  /** Name of the definition; the data begins with it. */
  readonly postback: string
  /** Reads the payload. `undefined` if the data is of another definition, or of another version of this one. */
  read(data: string): PostbackRead<Output> | undefined
  /** Reads the payload, or returns the reason why the data is refused. */
  inspect(data: string): PostbackResult<Output>
}

/** Options of signed data. */
export interface SignedDataOptions {
  /** The only user who may tap. Required if the definition has `bindUser`. */
  userId?: string
}

/** Arguments of a signed definition. */
export type SignedArguments<Input> = [Input] extends [undefined]
  ? [payload?: undefined, options?: SignedDataOptions]
  : undefined extends Input
    ? [payload?: Input, options?: SignedDataOptions]
    : [payload: Input, options?: SignedDataOptions]

/** Makes signed postback data that others cannot forge, and reads it in `bot.on(definition, …)`. */
export interface SignedPostbackDefinition<Input, Output = Input> extends PostbackReader<Output> {
  /**
   * The `data` of a postback action. It is signed while rendering.
   * @throws {PostbackError} `payload_invalid`, `payload_unsupported`, `data_too_long`, `user_missing`
   */
  (...payload: SignedArguments<Input>): PostbackData
  /** Name of the definition; the data begins with it. */
  readonly postback: string
  /** Reads the payload. `undefined` if the data is of another definition, forged, expired, or bound to another user. */
  read(data: string, tap?: TapDetails): Promise<PostbackRead<Output> | undefined>
  /**
   * Reads the payload, or returns the reason why the data is refused.
   * @throws {PostbackError} `secret_missing`
   *
   * @example
   * const result = await refund.inspect(data, { userId })
   * if (result?.refused === 'expired') return 'This button has expired.'
   */
  inspect(data: string, tap?: TapDetails): Promise<PostbackResult<Output>>
}
