import { FukidashiError } from '../../common/error.js'
import type { Accepted } from './api-error.js'

/**
 * - `connection_failed`: no connection; nothing was sent.
 * - `connection_lost`: the connection broke before the whole response arrived.
 * - `request_timed_out`: no response in time.
 * - `request_aborted`: the caller's signal was aborted.
 * - `answer_unreadable`: a success, but the response is not one of LINE's: not JSON, other fields, incomplete, or more than 16 MiB.
 */
export type LineConnectionErrorCode =
  | 'connection_failed'
  | 'connection_lost'
  | 'request_timed_out'
  | 'request_aborted'
  | 'answer_unreadable'

export interface LineConnectionErrorFields {
  code: LineConnectionErrorCode
  operationId: string
  method: string
  /** Path without query: queries can hold tokens. */
  path: string
  retryKey: string | undefined
  attempts: number
  accepted: Accepted
  /** Time limit of an attempt, in milliseconds. */
  timeout?: number | undefined
  cause?: unknown
}

/**
 * No response from LINE, or an incomplete one. `accepted` says whether LINE may have processed the request.
 *
 * @example
 * try {
 *   await line.messages.reply(replyToken, 'Hello')
 * } catch (error) {
 *   // Push only if LINE certainly did not process the reply.
 *   if (error instanceof LineConnectionError && error.accepted === 'no') await line.messages.push(userId, 'Hello')
 * }
 */
export class LineConnectionError extends FukidashiError implements LineConnectionErrorFields {
  override readonly name = 'LineConnectionError'
  readonly code: LineConnectionErrorCode
  /** LINE's name of the operation, such as `pushMessage`. */
  readonly operationId: string
  readonly method: string
  /** Path without query. */
  readonly path: string
  /** Pass it as `retryKey` to try again without sending twice. */
  readonly retryKey: string | undefined
  /** Number of attempts. */
  readonly attempts: number
  readonly accepted: Accepted

  constructor(fields: LineConnectionErrorFields) {
    super(messageOf(fields), fields.cause === undefined ? {} : { cause: fields.cause })
    this.code = fields.code
    this.operationId = fields.operationId
    this.method = fields.method
    this.path = fields.path
    this.retryKey = fields.retryKey
    this.attempts = fields.attempts
    this.accepted = fields.accepted
  }

  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this)
  }
}

const what = ({ code, timeout }: LineConnectionErrorFields): string =>
  ({
    connection_failed: 'could not connect',
    connection_lost: 'lost the connection before the whole response arrived',
    request_timed_out: `got no response${timeout === undefined ? '' : ` within ${timeout} ms`}`,
    request_aborted: 'was aborted by its signal',
    answer_unreadable: 'was accepted, but the response cannot be read',
  })[code]

const consequence: Record<Accepted, string> = {
  no: 'LINE did not process the request.',
  maybe: 'LINE may have processed the request.',
  yes: 'LINE processed the request.',
}

function messageOf(fields: LineConnectionErrorFields): string {
  const { method, path, attempts, accepted, retryKey, cause } = fields
  const facts = [
    retryKey && `retry key ${retryKey}`,
    attempts > 1 && `${attempts} attempts`,
  ].filter(Boolean)
  const reason = cause instanceof Error && cause.message ? ` (${cause.message})` : ''
  return (
    `${method} ${path} ${what(fields)}${reason}. ${consequence[accepted]}` +
    (facts.length > 0 ? `\n(${facts.join(', ')})` : '')
  )
}
