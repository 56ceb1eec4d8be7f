import { FukidashiError } from '../../common/error.js'

/**
 * - `option_invalid`: an invalid option of the client or of a call.
 * - `parameter_invalid`: an id that is empty or would change the path; no recipient or reply token; a number out of range.
 * - `token_missing`: the client was made without a channel access token, or its token source returned none in time.
 * - `messages_too_many`: more than five in one request.
 * - `recipients_missing`: a multicast without recipients.
 * - `image_invalid`: a rich menu image that LINE would refuse.
 * - `content_external`: content that LINE does not hold.
 * - `content_failed`: LINE failed to prepare it.
 * - `content_too_large`: more bytes than `maxBytes`.
 */
export type LineArgumentErrorCode =
  | 'option_invalid'
  | 'parameter_invalid'
  | 'token_missing'
  | 'messages_too_many'
  | 'recipients_missing'
  | 'image_invalid'
  | 'content_external'
  | 'content_failed'
  | 'content_too_large'

/** An invalid argument or option. No request was sent. */
export class LineArgumentError extends FukidashiError {
  override readonly name = 'LineArgumentError'
  readonly code: LineArgumentErrorCode

  constructor(code: LineArgumentErrorCode, message: string) {
    super(message)
    this.code = code
  }

  toJSON(): object {
    return { name: this.name, message: this.message, code: this.code }
  }
}

/** Error for an invalid option. */
export const badOption = (message: string): LineArgumentError =>
  new LineArgumentError('option_invalid', message)
