import type { SentMessage } from './message.js'

/**
 * Body of an answer that is not 2xx.
 * @see https://developers.line.biz/en/reference/messaging-api/#error-responses
 */
export interface ErrorResponse {
  message: string
  /** What is wrong, one entry a place. */
  details?: ErrorDetail[]
  /** With 409 after a push whose retry key was accepted before: what that push sent. */
  sentMessages?: SentMessage[]
}

/** One thing that is wrong. */
export interface ErrorDetail {
  message?: string
  /** Where, as LINE writes it: `messages[0].text`, `/body/contents/0`, `template/columns/0`. */
  property?: string
}

/**
 * Body of a refusal by the token operations.
 * @see https://developers.line.biz/en/reference/messaging-api/#channel-access-token
 */
export interface TokenErrorResponse {
  /** OAuth's code, such as `invalid_client`. */
  error?: string
  error_description?: string
}
