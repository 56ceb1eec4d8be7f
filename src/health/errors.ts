/** Errors of health checks. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link HealthError}. Stable between versions. */
export type HealthErrorCode = 'option_invalid'

/** A health check that cannot be set up. */
export class HealthError extends FukidashiError {
  override readonly name = 'HealthError'
  /** Kind of the error, for programs. */
  readonly code: HealthErrorCode

  constructor(code: HealthErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
