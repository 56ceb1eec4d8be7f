/** What the emulator's own users are told when they ask for something that cannot be. */

/** Stable names of the reasons. */
export type EmulatorErrorCode =
  | 'not_found'
  | 'not_possible'
  | 'nothing_to_tap'
  | 'unknown_event'
  | 'no_bot'
  | 'bad_option'
  | 'bad_state'
  | 'state_in_use'

/** Something was asked of the emulator that cannot be. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError'
  readonly code: EmulatorErrorCode

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
