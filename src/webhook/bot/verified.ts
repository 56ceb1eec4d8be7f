/** From signed bytes to the channel that they are for, and their JSON. */
import type { Channel } from '../queue/channel.js'
import type { Channels, Verified } from './channel-source.js'
import { signatureInvalid } from '../wire/http.js'
import { unsafeParseWebhook } from '../wire/parse-webhook.js'
import { signedBy } from '../wire/verify-signature.js'

/**
 * Finds the channel whose secret signed the bytes. Synchronous as far as the HMAC is, for channels that are known.
 * @throws {WebhookError} `signature_invalid`, `body_invalid`, `channel_unavailable`; as `channels.of`
 */
export const verified = (
  { of, atRunTime }: Channels,
  bytes: Uint8Array,
  signature: unknown,
  env: unknown,
): Verified | Promise<Verified> =>
  atRunTime ? atRunTime.verify(bytes, signature, env) : verifiedBy(of(env), bytes, signature)

/**
 * Finds the channel whose secret signed the bytes.
 * @throws {WebhookError} `signature_invalid`, `body_invalid`
 */
function verifiedBy(
  channels: readonly Channel[],
  bytes: Uint8Array,
  signature: unknown,
  from = 0,
): Verified | Promise<Verified> {
  for (let i = from; i < channels.length; i++) {
    const channel = channels[i]!
    const signed = hasSigned(channel, bytes, signature)
    if (typeof signed !== 'boolean')
      return signed.then((later) =>
        later ? parsed(channel, bytes) : verifiedBy(channels, bytes, signature, i + 1),
      )
    if (signed) return parsed(channel, bytes)
  }
  throw signatureInvalid()
}

/** Tests whether one of the secrets of a channel signed the bytes. */
export function hasSigned(
  { checks }: Channel,
  bytes: Uint8Array,
  signature: unknown,
): boolean | Promise<boolean> {
  const by = signedBy(checks, bytes, signature)
  return typeof by === 'number' ? by !== -1 : by.then((later) => later !== -1)
}

function parsed(channel: Channel, bytes: Uint8Array): Verified {
  const body = unsafeParseWebhook(bytes)
  // The owner of one channel must not speak for another.
  if (channel.destination !== undefined && channel.destination !== body.destination)
    throw signatureInvalid()
  return { channel, body }
}
