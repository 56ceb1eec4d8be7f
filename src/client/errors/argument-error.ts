/**
 * - `bad_option`: an option of the client or of a call.
 * - `bad_parameter`: an id that would lead to another operation, or none; no recipient, no reply token; a number out of range.
 * - `no_token`: the client was made without a channel access token, or its source gave none in time.
 * - `too_many_messages`: more than five in one request.
 * - `no_recipients`: a multicast to nobody.
 * - `bad_image`: a rich menu's picture that LINE would refuse.
 * - `external_content`: content that is not with LINE.
 * - `content_failed`: LINE gave up preparing it.
 * - `content_too_large`: more bytes than `maxBytes`.
 */
export type LineArgumentErrorCode =
  | 'bad_option'
  | 'bad_parameter'
  | 'no_token'
  | 'too_many_messages'
  | 'no_recipients'
  | 'bad_image'
  | 'external_content'
  | 'content_failed'
  | 'content_too_large'

/** Something was refused on this side; LINE was not asked. */
export class LineArgumentError extends Error {
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
  new LineArgumentError('bad_option', message)
