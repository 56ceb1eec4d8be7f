import type { WebhookBody } from '../../spec/webhook/index.js'
import { WebhookError } from '../base/errors.js'
import { signatureInvalid, signatureMissing } from './http.js'
import type { ChannelSecrets } from './secrets.js'
import { toBytes, verifySignature, type Bytes } from './verify-signature.js'

// Drops a byte order mark, which JSON.parse would refuse.
const utf8 = new TextDecoder()

/**
 * Verifies and parses a webhook. The result is plain JSON: you can put it into a queue and pass it to `bot.handle` elsewhere.
 *
 * @param body - The raw bytes of the request.
 * @param signature - The value of the `x-line-signature` header.
 * @throws {WebhookError} `signature_missing` or `signature_invalid` (status 401), `body_invalid` (400), `secret_missing`
 * @throws {TypeError} When `body` is not bytes.
 * @see https://developers.line.biz/en/reference/messaging-api/#webhooks
 *
 * @example
 * const { events } = await parseWebhook(bytes, request.headers.get('x-line-signature'), channelSecret)
 * await queue.send(events)
 */
export async function parseWebhook(
  body: Bytes,
  signature: string | null | undefined,
  secrets: ChannelSecrets,
): Promise<WebhookBody> {
  const bytes = toBytes(body)
  const signed = await verifySignature(bytes, signature, secrets)
  if (!signed) throw signature ? signatureInvalid() : signatureMissing()
  return unsafeParseWebhook(bytes)
}

/**
 * Parses a webhook without verifying it: only for bytes that were verified already.
 *
 * @throws {WebhookError} `body_invalid`
 *
 * @example
 * // at the edge
 * if (await verifySignature(bytes, signature, secret)) await queue.send(bytes)
 * // in the worker behind the queue
 * await bot.handle(unsafeParseWebhook(bytes))
 */
export function unsafeParseWebhook(body: Bytes): WebhookBody {
  let parsed: unknown
  try {
    parsed = JSON.parse(utf8.decode(toBytes(body)))
  } catch (cause) {
    if (cause instanceof TypeError) throw cause
    throw bodyInvalid('it is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw bodyInvalid('it is JSON, but not an object')
  }
  const { destination, events } = parsed as Partial<WebhookBody>
  if (!Array.isArray(events)) throw bodyInvalid('its "events" is not an array')
  if (destination !== undefined && typeof destination !== 'string') {
    throw bodyInvalid('its "destination" is not a string')
  }
  return parsed as WebhookBody
}

const bodyInvalid = (why: string) =>
  new WebhookError('body_invalid', `The body is not a LINE webhook: ${why}.`, { status: 400 })
