/** Errors of stores. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link StoreError}. Stable between versions. */
export type StoreErrorCode =
  | 'argument_invalid'
  | 'option_invalid'
  | 'store_full'
  | 'store_not_migrated'
  | 'store_broken'
  | 'value_invalid'

/** A store that cannot be used, or was called with something that it does not take. */
export class StoreError extends FukidashiError {
  override readonly name = 'StoreError'
  /** Kind of the error, for programs. */
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
