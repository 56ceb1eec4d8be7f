import { FukidashiError } from '../../common/error.js'

/**
 * - `option_invalid`: an option of the client or of a call.
 * - `parameter_invalid`: an id that would lead to another operation, or none; no recipient, no reply token; a number out of range.
 * - `token_missing`: the client was made without a channel access token, or its source gave none in time.
 * - `messages_too_many`: more than five in one request.
 * - `recipients_missing`: a multicast to nobody.
 * - `image_invalid`: a rich menu's picture that LINE would refuse.
 * - `content_external`: content that is not with LINE.
 * - `content_failed`: LINE gave up preparing it.
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

/** Something was refused on this side; LINE was not asked. */
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

/** An option that cannot be used. */
export const badOption = (message: string): LineArgumentError =>
  new LineArgumentError('option_invalid', message)
