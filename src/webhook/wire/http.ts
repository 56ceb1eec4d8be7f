/** Requests and responses in the form that all adapters share. */
import { WebhookError } from '../base/errors.js'

/** A stream of bytes: a web stream, a Node stream, an async generator. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** A request to a webhook server. */
export interface WebhookRequest {
  method: string
  /** Returns the value of a header. The name is in lower case. */
  header: (name: string) => string | null | undefined
  /** The raw bytes, or a stream of them. */
  body: Uint8Array | ByteStream | null | undefined
}

/** The response of the server. */
export interface WebhookResponse {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' }

/** LINE reads only the status. */
export const okResponse = responseOf(200, '', {})

function responseOf(status: number, body: string, headers: object = plainText): WebhookResponse {
  return Object.freeze({ status, headers: Object.freeze({ ...headers }), body })
}

/** A handler failed, so LINE should redeliver the event. The error is reported on the server only. */
export const failedResponse = responseOf(500, 'A handler failed.\n')

/** The event belongs to another process, or the store is away: LINE should redeliver it. */
export const unavailableResponse = responseOf(503, 'Send it again later.\n')

/** The response that says why a request is refused. */
export function refusal(error: WebhookError): WebhookResponse {
  const headers: Record<string, string> = { ...plainText }
  if (error.code === 'method_not_allowed') headers['allow'] = 'POST'
  return { status: error.status, headers, body: `${error.message}\n` }
}

/** The error for a request that is refused before its body is read, or `undefined`. */
export function refuseUnread(
  method: string,
  signature: string | null | undefined,
  contentLength: string | null | undefined,
  maxBodyBytes: number,
): WebhookError | undefined {
  if (method !== 'POST') return methodNotAllowed(method)
  if (!signature) return signatureMissing()
  if (contentLength && Number(contentLength) > maxBodyBytes) return bodyTooLarge(maxBodyBytes)
  return undefined
}

const methodNotAllowed = (method: string) =>
  new WebhookError(
    'method_not_allowed',
    `This is a LINE webhook and it works: LINE sends POST requests here.${method && ` ${method} is not allowed.`}`,
    { status: 405 },
  )

/** Error for a request without `x-line-signature`. */
export const signatureMissing = () =>
  new WebhookError(
    'signature_missing',
    'The request has no x-line-signature header: it is not from LINE, or a proxy removed the header.',
    { status: 401 },
  )

/** Error for a signature that does not match the body. */
export const signatureInvalid = () =>
  new WebhookError(
    'signature_invalid',
    'The x-line-signature header does not match the body. Either the channel secret belongs to another channel, ' +
      'or a body parser or proxy changed the body, or the request is not from LINE.',
    { status: 401 },
  )

/** Error for a body that is too large. */
export const bodyTooLarge = (maxBodyBytes: number) =>
  new WebhookError('body_too_large', `The body is larger than ${maxBodyBytes} bytes.`, {
    status: 413,
  })

/** Error for a body that did not arrive in time. */
export const bodyStalled = (timeout: number) =>
  new WebhookError('body_stalled', `The body did not arrive within ${timeout} ms.`, { status: 408 })

/** Error for a connection that closed, or a stream that failed. */
export const bodyAborted = () =>
  new WebhookError('body_aborted', 'The connection closed before the end of the body.', {
    status: 400,
  })

/** Error for a body that something read before. */
export const bodyAlreadyParsed = (fix: string) =>
  new WebhookError(
    'body_already_parsed',
    `The body of the webhook was read before, most likely by a body parser, and the signature is over its raw bytes. ${fix}`,
  )
