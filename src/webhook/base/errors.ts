/** Errors of webhook requests and of the set-up of a bot. */
import { FukidashiError } from '../../common/error.js'

/** Codes of {@link WebhookError}. Stable between versions. */
export type WebhookErrorCode =
  | 'signature_missing'
  | 'signature_invalid'
  | 'channel_unavailable'
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
  | 'user_missing'
  | 'alias_missing'
  | 'next_called_twice'
  | 'handler_timed_out'
  | 'lease_lost'
  | 'store_unavailable'

/**
 * A webhook request that is refused, or an invalid set-up or use of a bot.
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
  /** Kind of the error, for programs. */
  readonly code: WebhookErrorCode
  /** HTTP status for the response to such a request. */
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
