import type { PostbackData } from './postback-data.js'

/** Marks a postback definition. Shared by all copies of the library. */
export const POSTBACK: unique symbol = Symbol.for('fukidashi.postback') as never

/** What is known of a tap beside its data. */
export interface TapDetails {
  /** Of the user who tapped. */
  userId?: string | undefined
  /** Milliseconds since 1970; now, when left out. */
  now?: number | undefined
}

/** A payload that was read. In an object, because a payload may be `undefined`. */
export interface PostbackRead<Payload> {
  readonly payload: Payload
}

/** What the bot needs of a definition, to route by it. */
export interface PostbackReader<Payload> {
  readonly [POSTBACK]: {
    readonly name: string
    readonly read: (
      data: string,
      tap?: TapDetails,
    ) => PostbackRead<Payload> | undefined | Promise<PostbackRead<Payload> | undefined>
  }
}

/** Arguments of a definition: none when there is no payload. */
export type PayloadArguments<Input> = [Input] extends [undefined]
  ? []
  : undefined extends Input
    ? [payload?: Input]
    : [payload: Input]

/** Makes postback data, and reads it again in `bot.on(definition, …)`. */
export interface PostbackDefinition<Input, Output = Input> extends PostbackReader<Output> {
  /**
   * The `data` of a postback action.
   * @throws {PostbackError} `payload_invalid`, `payload_unsupported`, `data_too_long`
   */
  (...payload: PayloadArguments<Input>): string
  /** Of the definition; the data begins with it. */
  readonly postback: string
  /** What the data carries, or `undefined` when it is not of this definition (or not of this version of it). */
  read(data: string): PostbackRead<Output> | undefined
}

/** For whom, and for how long, signed data is good. */
export interface SignedDataOptions {
  /** The one user who may tap. Required when the definition says `bindUser`. */
  userId?: string
}

/** Arguments of a signed definition. */
export type SignedArguments<Input> = [Input] extends [undefined]
  ? [payload?: undefined, options?: SignedDataOptions]
  : undefined extends Input
    ? [payload?: Input, options?: SignedDataOptions]
    : [payload: Input, options?: SignedDataOptions]

/** Makes postback data that nobody else can make, and reads it again in `bot.on(definition, …)`. */
export interface SignedPostbackDefinition<Input, Output = Input> extends PostbackReader<Output> {
  /**
   * The `data` of a postback action. It is signed while rendering.
   * @throws {PostbackError} `payload_invalid`, `payload_unsupported`, `data_too_long`, `user_missing`
   */
  (...payload: SignedArguments<Input>): PostbackData
  /** Of the definition; the data begins with it. */
  readonly postback: string
  /** What the data carries, or `undefined` when it is not of this definition, forged, expired or somebody else's. */
  read(data: string, tap?: TapDetails): Promise<PostbackRead<Output> | undefined>
}
