/** What can be wrong with a webhook request, or with the way the bot was set up. */
import { FukidashiError } from '../../common/error.js'

/** Names each kind of {@link WebhookError}; stable between versions. */
export type WebhookErrorCode =
  | 'signature_missing'
  | 'signature_invalid'
  | 'body_too_large'
  | 'body_stalled'
  | 'body_aborted'
  | 'body_invalid'
  | 'body_already_parsed'
  | 'method_not_allowed'
  | 'secret_missing'
  | 'token_missing'
  | 'filter_invalid'
  | 'option_invalid'
  | 'client_missing'
  | 'reply_token_missing'
  | 'reply_token_used'
  | 'reply_token_refused'
  | 'chat_on_standby'
  | 'recipients_missing'
  | 'content_missing'
  | 'next_called_twice'
  | 'handler_timed_out'

/**
 * A webhook request that is refused, or a bot that cannot work as it is set up.
 *
 * @example
 * try {
 *   const { events } = await parseWebhook(bytes, signature, channelSecret)
 * } catch (error) {
 *   if (error instanceof WebhookError && error.code === 'signature_invalid') return new Response(null, { status: error.status })
 *   throw error
 * }
 */
export class WebhookError extends FukidashiError {
  override readonly name = 'WebhookError'
  /** What is wrong, for programs. */
  readonly code: WebhookErrorCode
  /** The HTTP status with which a request like this is answered. */
  readonly status: number

  constructor(
    code: WebhookErrorCode,
    message: string,
    options?: ErrorOptions & { status?: number },
  ) {
    super(message, options)
    this.code = code
    this.status = options?.status ?? 500
  }
}
