/** Errors of typed postback data. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link PostbackError}. Stable between versions. */
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

/** An invalid postback definition, or data that cannot be made. The text names the definition. */
export class PostbackError extends FukidashiError {
  override readonly name = 'PostbackError'
  /** Kind of the error, for programs. */
  readonly code: PostbackErrorCode

  constructor(code: PostbackErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
