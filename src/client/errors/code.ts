/** Codes of refusals: LINE uses one status for several. */

/**
 * Kinds of refusals.
 *
 * - `rate_limited`: too many calls of this operation; wait.
 * - `quota_exceeded`: the monthly quota is used up, or reserved by another delivery.
 * - `concurrency_limited`: too many uploads to one audience at a time.
 * - `user_rate_limited`: too many messages to one user.
 * - `reply_token_invalid`: used before, older than a minute, or not one of this channel.
 * - `credentials_invalid`: no token, or one that is wrong or has expired.
 * - `content_not_ready`: LINE is still preparing the video or audio.
 */
export type LineApiErrorCode =
  | 'request_invalid'
  | 'reply_token_invalid'
  | 'credentials_invalid'
  | 'operation_forbidden'
  | 'resource_not_found'
  | 'request_conflicting'
  | 'resource_gone'
  | 'request_too_large'
  | 'media_type_unsupported'
  | 'message_not_delivered'
  | 'rate_limited'
  | 'quota_exceeded'
  | 'concurrency_limited'
  | 'user_rate_limited'
  | 'content_not_ready'
  | 'request_redirected'
  | 'server_failed'
  | 'request_refused'

const byStatus: Record<number, LineApiErrorCode> = {
  202: 'content_not_ready',
  400: 'request_invalid',
  401: 'credentials_invalid',
  403: 'operation_forbidden',
  404: 'resource_not_found',
  409: 'request_conflicting',
  410: 'resource_gone',
  413: 'request_too_large',
  415: 'media_type_unsupported',
  422: 'message_not_delivered',
  423: 'request_conflicting',
}

/** The code for a status, an operation and LINE's message. */
export function codeOf(status: number, operationId: string, message: string): LineApiErrorCode {
  if (status === 429) return limitOf(operationId, message)
  if (status === 400 && /invalid reply token/i.test(message)) return 'reply_token_invalid'
  // Token operations answer with OAuth's error codes.
  if (status === 400 && /^invalid_client\b/.test(message)) return 'credentials_invalid'
  if (status >= 500) return 'server_failed'
  if (status === 0 || (status >= 300 && status < 400)) return 'request_redirected'
  return byStatus[status] ?? 'request_refused'
}

/** LINE's message names the rate and the quota; other limits with status 429 depend on the operation. */
function limitOf(operationId: string, message: string): LineApiErrorCode {
  if (/monthly limit/i.test(message)) return 'quota_exceeded'
  if (/rate limit/i.test(message)) return 'rate_limited'
  if (/concurren/i.test(message)) return 'concurrency_limited'
  if (/audience/i.test(operationId) && message) return 'concurrency_limited'
  if (operationId === 'pushMessage' && message) return 'user_rate_limited'
  return 'rate_limited'
}
