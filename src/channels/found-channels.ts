/** The channels of a bot that are found when their webhooks arrive. */
import type { WebhookBody } from '../spec/webhook/index.js'
import type { Channels } from '../webhook/bot/channel-source.js'
import type { ChannelOptions } from '../webhook/index.js'
import { type AnyOptions, channelOf, checkChannel, warnIgnored } from '../webhook/bot/channels.js'
import { checkWiring } from '../webhook/bot/make-client.js'
import type { Settings } from '../webhook/queue/settings.js'
import { hasSigned } from '../webhook/bot/verified.js'
import { optionInvalid } from '../webhook/base/checks.js'
import { WebhookError } from '../webhook/base/errors.js'
import { printError } from '../webhook/base/print.js'
import type { Channel } from '../webhook/queue/channel.js'
import { signatureInvalid } from '../webhook/wire/http.js'
import { unsafeParseWebhook } from '../webhook/wire/parse-webhook.js'
import { optionNames, optionsProblem } from '../common/options.js'
import { Finder, type LookUp } from './finder.js'
import type { ChannelSourceSettings, FoundChannel } from './options.js'

export function foundChannels(
  lookUp: LookUp,
  limits: ChannelSourceSettings,
  options: AnyOptions,
  settings: Settings,
): Channels {
  warnIgnored(options, settings)
  const { clock, requestBound } = settings
  // Ids of events are unique among all channels, so one list is enough, and outlives channels that are forgotten.
  let recent: Channel['recent'] | undefined
  const finder = new Finder<Channel>(lookUp, limits, {
    clock,
    requestBound,
    make(found, destination, env, previous) {
      const problem = optionsProblem(found, names, 'channelSource: ')
      if (problem !== undefined) throw optionInvalid(problem)
      const described = { ...found, destination } as ChannelOptions
      checkChannel(described)
      const channel = channelOf(described, options, settings, env)
      if (previous) channel.order = previous.order
      channel.recent = recent ??= channel.recent
      return channel
    },
    isBusy: ({ order }) => order.isBusy,
    failed(why) {
      const error = unavailable(why)
      if (settings.onFailure?.(error) !== true)
        printError('a webhook waits for its channel.', error)
      return error
    },
    tooMany: unavailable,
  })
  return {
    of: () => [],
    check: () => checkWiring(options, clock, true),
    atRunTime: {
      async verify(bytes, signature, env) {
        const body = isSignature(signature) ? unverified(bytes) : undefined
        const channel =
          body &&
          (await finder.signer(body.destination, env, (one) => hasSigned(one, bytes, signature)))
        if (!channel) throw signatureInvalid()
        return { channel, body }
      },
      named: (destination, env) => finder.named(destination, env),
    },
  }
}

const unavailable = (why: string) => new WebhookError('channel_unavailable', why, { status: 503 })

const names = optionNames<FoundChannel>({ channelSecret: true, channelAccessToken: true })

/** Tests for the base64 of an HMAC: nothing else is worth reading a body. */
const isSignature = (signature: unknown): boolean =>
  typeof signature === 'string' && signature.length === 44

/** The JSON of a body. Nothing but its `destination` may be read before the signature was checked. */
function unverified(bytes: Uint8Array): WebhookBody | undefined {
  try {
    return unsafeParseWebhook(bytes)
  } catch {
    return undefined
  }
}
