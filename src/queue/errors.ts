/** Errors of queues. */
import { FukidashiError } from '../common/error.js'

/** Codes of {@link QueueError}. Stable between versions. */
export type QueueErrorCode =
  | 'argument_invalid'
  | 'option_invalid'
  | 'peer_missing'
  | 'queue_broken'
  | 'queue_full'
  | 'queue_not_migrated'
  | 'queue_shared'
  | 'queue_unavailable'
  | 'reply_unsure'

/** A queue that cannot be used, or was called with something that it does not take. */
export class QueueError extends FukidashiError {
  override readonly name = 'QueueError'
  /** Kind of the error, for programs. */
  readonly code: QueueErrorCode

  constructor(code: QueueErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
