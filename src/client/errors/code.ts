/** Tells apart what LINE says with the same status. */

/**
 * What kind of refusal it was.
 *
 * - `rate_limited`: too many calls of this operation; wait.
 * - `quota_exceeded`: the month's messages are used up, or reserved by another delivery.
 * - `concurrency_limited`: too many uploads to one audience at a time.
 * - `too_many_to_user`: too many messages to one user.
 * - `invalid_reply_token`: used before, older than a minute, or not one of this channel.
 * - `unauthorized`: no token, or one that is wrong or has expired.
 * - `content_not_ready`: LINE still prepares the video or sound.
 */
export type LineApiErrorCode =
  | 'bad_request'
  | 'invalid_reply_token'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'too_large'
  | 'unsupported_media_type'
  | 'not_delivered'
  | 'rate_limited'
  | 'quota_exceeded'
  | 'concurrency_limited'
  | 'too_many_to_user'
  | 'content_not_ready'
  | 'redirected'
  | 'server_error'
  | 'refused'

const byStatus: Record<number, LineApiErrorCode> = {
  202: 'content_not_ready',
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'not_delivered',
  423: 'conflict',
}

/** The code for a status, the operation and LINE's words. */
export function codeOf(status: number, operationId: string, message: string): LineApiErrorCode {
  if (status === 429) return limitOf(operationId, message)
  if (status === 400 && /invalid reply token/i.test(message)) return 'invalid_reply_token'
  // The token operations answer with OAuth's words.
  if (status === 400 && /^invalid_client\b/.test(message)) return 'unauthorized'
  if (status >= 500) return 'server_error'
  if (status === 0 || (status >= 300 && status < 400)) return 'redirected'
  return byStatus[status] ?? 'refused'
}

/** LINE words the rate and the month; what else it says with 429 is known by where it says it. */
function limitOf(operationId: string, message: string): LineApiErrorCode {
  if (/monthly limit/i.test(message)) return 'quota_exceeded'
  if (/rate limit/i.test(message)) return 'rate_limited'
  if (/concurren/i.test(message)) return 'concurrency_limited'
  if (/audience/i.test(operationId) && message) return 'concurrency_limited'
  if (operationId === 'pushMessage' && message) return 'too_many_to_user'
  return 'rate_limited'
}
