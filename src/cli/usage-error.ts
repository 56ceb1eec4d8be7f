import { FukidashiError } from '../common/error.js'

/** The command was called with wrong arguments. */
export class UsageError extends FukidashiError {
  readonly code = 'arguments_invalid'
  override readonly name = 'UsageError'
}
