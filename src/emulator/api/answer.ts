/** Answers of LINE, and refusals by operations. */
import type { ErrorDetail } from '../../spec/api/index.js'

/** An answer, before it is sent. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

/** The result of an operation: JSON, bytes or nothing, and everything that differs from a plain success. */
export interface Result {
  status?: number
  json?: unknown
  bytes?: Uint8Array
  contentType?: string
  headers?: Record<string, string>
}

/** An operation refuses a request. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>

  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super()
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** A refusal with a message of LINE and, if there are any, details. */
export const refusal = (
  status: number,
  message: string,
  details?: readonly ErrorDetail[],
): Refusal => new Refusal(status, details ? { message, details } : { message })

/** A refusal in the format of the token operations. */
export const oauthRefusal = (error: string, description?: string): Refusal =>
  new Refusal(400, {
    error,
    ...(description !== undefined && { error_description: description }),
  })
