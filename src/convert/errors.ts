import { FukidashiError } from '../common/error.js'

/** Codes of {@link ConvertError}. */
export type ConvertErrorCode = 'json_invalid' | 'json_too_large' | 'option_invalid'

/** A value that cannot be converted, or an option that is not permitted. */
export class ConvertError extends FukidashiError {
  override readonly name = 'ConvertError'
  readonly code: ConvertErrorCode

  constructor(code: ConvertErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
