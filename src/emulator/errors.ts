import { FukidashiError } from '../common/error.js'

/** Codes of {@link EmulatorError}. */
export type EmulatorErrorCode =
  | 'person_not_found'
  | 'group_not_found'
  | 'message_not_found'
  | 'membership_not_found'
  | 'event_not_found'
  | 'target_not_found'
  | 'action_not_allowed'
  | 'bot_missing'
  | 'option_invalid'
  | 'state_invalid'
  | 'state_in_use'

/** The emulator cannot do what a test or a command asks for. `message` says why, and what is permitted. */
export class EmulatorError extends FukidashiError {
  override readonly name = 'EmulatorError'
  readonly code: EmulatorErrorCode

  constructor(code: EmulatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
