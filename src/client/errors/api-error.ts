import { FukidashiError } from '../../common/error.js'
import type { SentMessage } from '../../spec/api/index.js'
import type { LineApiErrorCode } from './code.js'

/** A problem that LINE reports, and the component that it comes from. */
export interface LineErrorDetail {
  /** LINE's text. */
  message: string
  /** The property, as LINE writes it. */
  property?: string
  /** Path from the root of the messages: `messages[0].template.actions[1].label`. */
  path?: string
  /** Component that made the property, such as `<Buttons> › <Postback>`. */
  component?: string
  /** File, line and column of the component, if the JSX was compiled for development. */
  source?: string
}

/** LINE processed the request: `no`, `maybe` or `yes`. */
export type Accepted = 'no' | 'maybe' | 'yes'

export interface LineApiErrorFields {
  code: LineApiErrorCode
  operationId: string
  status: number
  method: string
  /** Path without query: queries can hold tokens. */
  path: string
  /** LINE's error message. */
  lineMessage: string
  details: LineErrorDetail[]
  requestId: string | undefined
  retryKey: string | undefined
  attempts: number
  accepted: Accepted
  sentMessages?: SentMessage[] | undefined
}

/**
 * LINE refused the request. `message` says what is wrong, where and why; `code` is for programs.
 *
 * @example
 * try {
 *   await line.messages.push(userId, 'Hello')
 * } catch (error) {
 *   if (error instanceof LineApiError && error.code === 'quota_exceeded') await waitForNextMonth()
 *   else throw error
 * }
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#error-responses
 */
export class LineApiError extends FukidashiError implements LineApiErrorFields {
  override readonly name = 'LineApiError'
  readonly code: LineApiErrorCode
  /** LINE's name of the operation, such as `pushMessage`. */
  readonly operationId: string
  readonly status: number
  readonly method: string
  /** Path without query. */
  readonly path: string
  /** LINE's error message. */
  readonly lineMessage: string
  /** The problems, one entry for each property. */
  readonly details: LineErrorDetail[]
  /** `x-line-request-id`, which LINE's support asks for. */
  readonly requestId: string | undefined
  /** Pass it as `retryKey` to try again without sending twice. */
  readonly retryKey: string | undefined
  /** Number of attempts. */
  readonly attempts: number
  /** `maybe` if an earlier attempt got no response and this one does not show the result. */
  readonly accepted: Accepted

  constructor(fields: LineApiErrorFields) {
    super(messageOf(fields))
    this.code = fields.code
    this.operationId = fields.operationId
    this.status = fields.status
    this.method = fields.method
    this.path = fields.path
    this.lineMessage = fields.lineMessage
    this.details = fields.details
    this.requestId = fields.requestId
    this.retryKey = fields.retryKey
    this.attempts = fields.attempts
    this.accepted = fields.accepted
  }

  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this)
  }
}

/** Next steps, where LINE's message does not name them. */
const advice: Partial<Record<LineApiErrorCode, string>> = {
  reply_token_invalid:
    'A reply token works once, within a minute of its event. Push instead, or reply sooner.',
  credentials_invalid: 'Check the channel access token.',
  operation_forbidden: "The account's plan or permissions do not include this operation.",
  request_too_large: 'A request may have at most 2 MB.',
  rate_limited: 'Send more slowly: each operation has its own limit per second, minute or hour.',
  user_rate_limited: 'This user has been sent a lot in a short time. Wait, or send less.',
  concurrency_limited: 'Other uploads to this audience are still running. Wait for them to end.',
  quota_exceeded: "The month's free or paid messages are used up. Replies still go through.",
  content_not_ready: 'Try again in a moment, or use { wait: true }.',
  request_redirected: 'LINE never redirects; check baseUrl. The token was not sent on.',
}

function messageOf(fields: LineApiErrorFields): string {
  const { status, method, path, lineMessage, details, attempts, accepted } = fields
  const lines = [
    `${method} ${path} was answered with ${status || 'a redirect'}${lineMessage && `: ${lineMessage}`}`,
    ...details.map(({ message, path: place, property, component, source }) =>
      ['  ' + (place ?? property ?? '(request)') + ': ' + message, component, source]
        .filter(Boolean)
        .join('   '),
    ),
  ]
  // Token operations are refused because of the credentials.
  const hint =
    fields.code === 'credentials_invalid' && path.includes('oauth')
      ? "Check the channel's id and its secret or key."
      : advice[fields.code]
  if (hint) lines.push(hint)
  if (accepted === 'maybe') lines.push('LINE may have processed the request nevertheless.')
  const facts = [
    fields.requestId && `request id ${fields.requestId}`,
    fields.retryKey && `retry key ${fields.retryKey}`,
    attempts > 1 && `${attempts} attempts`,
  ].filter(Boolean)
  if (facts.length > 0) lines.push(`(${facts.join(', ')})`)
  return lines.join('\n')
}
