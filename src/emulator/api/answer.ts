/** What LINE answers, and how an operation refuses. */
import type { ErrorDetail } from '../../spec/api/index.js'

/** An answer before it is written to a wire. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array
}

/** What an operation gives back: JSON, bytes or nothing, and what differs from a plain success. */
export interface Result {
  status?: number
  json?: unknown
  bytes?: Uint8Array
  contentType?: string
  headers?: Record<string, string>
}

/** An operation that does not do what it was asked. */
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

/** Refuses with a sentence of LINE's and, where there are some, details. */
export const refusal = (
  status: number,
  message: string,
  details?: readonly ErrorDetail[],
): Refusal => new Refusal(status, details ? { message, details } : { message })

/** As the token operations say it. */
export const oauthRefusal = (error: string, description?: string): Refusal =>
  new Refusal(400, {
    error,
    ...(description !== undefined && { error_description: description }),
  })
