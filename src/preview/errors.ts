import { FukidashiError } from '../common/error.js'

/** Codes of {@link PreviewError}. */
export type PreviewErrorCode = 'option_invalid'

/** An invalid option of `toHtml` or `toTree`. Messages never cause one. */
export class PreviewError extends FukidashiError {
  override readonly name = 'PreviewError'
  readonly code: PreviewErrorCode

  constructor(code: PreviewErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
