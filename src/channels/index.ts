/** `fukidashi/channels`: channels that a bot finds at run time, for services with many accounts. */
import type { AnyOptions } from '../webhook/bot/channels.js'
import type { Settings } from '../webhook/queue/settings.js'
import { CHANNELS, type ChannelSource } from '../webhook/bot/channel-source.js'
import type { LookUp } from './finder.js'
import { foundChannels } from './found-channels.js'
import { type ChannelSourceOptions, type FoundChannel, settingsOf } from './options.js'

export type { ChannelSource } from '../webhook/bot/channel-source.js'
export { ChannelSourceError, type ChannelSourceOptions, type FoundChannel } from './options.js'

/**
 * Channels that are looked up when their webhooks arrive: `createBot({ channels: channelSource(…) })`. Channels are remembered, and so are
 * destinations without one.
 *
 * @param lookUp - gets the user id of the channel's bot, which is not verified yet, and on Workers `env`. Returns the channel;
 *   `undefined` if there is none. If it throws or takes too long, the webhook is answered with 503, so that LINE sends it again (if
 *   redelivery is on).
 * @throws {ChannelSourceError} `option_invalid`
 *
 * @example
 * const bot = createBot({
 *   channels: channelSource(async (destination) => {
 *     const account = accounts.get(destination) // your database
 *     return account && { channelSecret: account.secret, channelAccessToken: account.token }
 *   }),
 * })
 */
// Callers may name the type of `env`.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function channelSource<Env = never>(
  lookUp: (
    destination: string,
    env: Env,
  ) => FoundChannel | undefined | null | Promise<FoundChannel | undefined | null>,
  options: ChannelSourceOptions = {},
): ChannelSource {
  const limits = settingsOf(lookUp, options)
  return {
    [CHANNELS]: (bot: AnyOptions, of: Settings) => foundChannels(lookUp as LookUp, limits, bot, of),
  }
}
