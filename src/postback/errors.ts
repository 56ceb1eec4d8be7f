/** What can be wrong with typed postback data. */

/** Names each kind of {@link PostbackError}; stable between versions. */
export type PostbackErrorCode =
  | 'name_invalid'
  | 'secret_empty'
  | 'option_invalid'
  | 'schema_async'
  | 'payload_invalid'
  | 'payload_unsupported'
  | 'data_too_long'
  | 'user_missing'
  | 'needs_async_render'

/** A postback that cannot be defined, or data that cannot be made. The text names the definition. */
export class PostbackError extends Error {
  override readonly name = 'PostbackError'
  /** What is wrong, for programs. */
  readonly code: PostbackErrorCode

  constructor(code: PostbackErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
