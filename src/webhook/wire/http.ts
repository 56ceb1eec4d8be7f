/** A request and a response in the fewest words: what all skins translate from and to. */
import { WebhookError } from '../base/errors.js'

/** Bytes that arrive piece by piece: a web stream, a Node stream, an async generator. */
export type ByteStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** What a server was asked. */
export interface WebhookRequest {
  method: string
  /** The value of a header, whose name is given in lower case. */
  header: (name: string) => string | null | undefined
  /** The raw bytes, or a stream of them. */
  body: Uint8Array | ByteStream | null | undefined
}

/** What the server is to answer. */
export interface WebhookResponse {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' }

/** LINE looks at the status only. */
export const okResponse: WebhookResponse = Object.freeze({
  status: 200,
  headers: Object.freeze({}),
  body: '',
})

/** A handler failed, so LINE should redeliver the event. The error is reported on the server only. */
export const failedResponse: WebhookResponse = Object.freeze({
  status: 500,
  headers: Object.freeze(plainText),
  body: 'A handler failed.\n',
})

/** Tells the caller why the request is not taken. */
export function refusal(error: WebhookError): WebhookResponse {
  const headers: Record<string, string> = { ...plainText }
  if (error.code === 'method_not_allowed') headers['allow'] = 'POST'
  return { status: error.status, headers, body: `${error.message}\n` }
}

/** A request that is refused before its body was read, or `undefined`. */
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

/** No `x-line-signature` came along. */
export const signatureMissing = () =>
  new WebhookError(
    'signature_missing',
    'The request has no x-line-signature header. LINE always sends one: the request is not from LINE, or a proxy removed the header.',
    { status: 401 },
  )

/** The signature is not LINE's for these bytes. */
export const signatureInvalid = () =>
  new WebhookError(
    'signature_invalid',
    'The x-line-signature header does not match the body. Either the channel secret belongs to another channel, ' +
      'or a body parser or proxy changed the body, or the request is not from LINE.',
    { status: 401 },
  )

/** More bytes than a webhook can have. */
export const bodyTooLarge = (maxBodyBytes: number) =>
  new WebhookError('body_too_large', `The body is larger than ${maxBodyBytes} bytes.`, {
    status: 413,
  })

/** The body did not arrive in time. */
export const bodyStalled = (timeout: number) =>
  new WebhookError('body_stalled', `The body did not arrive within ${timeout} ms.`, { status: 408 })

/** The caller closed the connection, or the stream failed. */
export const bodyAborted = () =>
  new WebhookError('body_aborted', 'The connection closed before the end of the body.', {
    status: 400,
  })

/** The body was read before. */
export const bodyAlreadyParsed = (fix: string) =>
  new WebhookError(
    'body_already_parsed',
    'The body of the webhook was read before fukidashi could see it, most likely by a body parser. ' +
      `The signature is over the raw bytes, and they are gone. ${fix}`,
  )
