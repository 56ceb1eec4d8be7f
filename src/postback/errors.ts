/** What can be wrong with typed postback data. */
import { FukidashiError } from '../common/error.js'

/** Names each kind of {@link PostbackError}; stable between versions. */
export type PostbackErrorCode =
  | 'name_invalid'
  | 'secret_missing'
  | 'option_invalid'
  | 'schema_async'
  | 'payload_invalid'
  | 'payload_unsupported'
  | 'data_too_long'
  | 'user_missing'
  | 'render_not_async'

/** A postback that cannot be defined, or data that cannot be made. The text names the definition. */
export class PostbackError extends FukidashiError {
  override readonly name = 'PostbackError'
  /** What is wrong, for programs. */
  readonly code: PostbackErrorCode

  constructor(code: PostbackErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
