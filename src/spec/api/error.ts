import type { SentMessage } from './message.js'

/**
 * Body of an error response.
 * @see https://developers.line.biz/en/reference/messaging-api/#error-responses
 */
export interface ErrorResponse {
  message: string
  /** The errors, one for each place. */
  details?: ErrorDetail[]
  /** With status 409, if the retry key was accepted before: the messages that were sent then. */
  sentMessages?: SentMessage[]
}

/** One error. */
export interface ErrorDetail {
  message?: string
  /** Its place, as LINE writes it: `messages[0].text`, `/body/contents/0`, `template/columns/0`. */
  property?: string
}

/**
 * Body of an error response of the token operations.
 * @see https://developers.line.biz/en/reference/messaging-api/#channel-access-token
 */
export interface TokenErrorResponse {
  /** OAuth's code, such as `invalid_client`. */
  error?: string
  error_description?: string
}
