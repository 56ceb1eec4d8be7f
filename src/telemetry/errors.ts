/** Errors of telemetry. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link TelemetryError}. Stable between versions. */
export type TelemetryErrorCode = 'option_invalid'

/** Telemetry that cannot be set up. */
export class TelemetryError extends FukidashiError {
  override readonly name = 'TelemetryError'
  /** Kind of the error, for programs. */
  readonly code: TelemetryErrorCode

  constructor(code: TelemetryErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
