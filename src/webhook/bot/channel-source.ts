/** The channels of a bot: fixed, or found at run time. */
import type { WebhookBody } from '../../spec/webhook/index.js'
import type { Channel } from '../queue/channel.js'
import type { Settings } from '../queue/settings.js'

/** A body whose signature is that of a channel. */
export interface Verified {
  readonly channel: Channel
  readonly body: WebhookBody
}

/** The channels of a bot. */
export interface Channels {
  /**
   * The channels for the `env` of a request, as far as they are known without it.
   * @throws {WebhookError} `secret_missing`, `token_missing`, `option_invalid`
   */
  readonly of: (env: unknown) => readonly Channel[]
  /**
   * Throws if a secret is missing or a token was passed as `undefined`, as far as it is known without a request.
   * @throws {WebhookError} `secret_missing`, `token_missing`
   * @throws {LineArgumentError} `option_invalid`
   */
  check(): void
  /** For channels that are looked up when their webhooks arrive. */
  readonly atRunTime?: ChannelsAtRunTime
}

/** Channels that are looked up when their webhooks arrive. */
export interface ChannelsAtRunTime {
  /** @throws {WebhookError} `signature_invalid`, `channel_unavailable` */
  verify(bytes: Uint8Array, signature: unknown, env: unknown): Promise<Verified>
  /** @throws {WebhookError} `channel_unavailable` */
  named(destination: string | undefined, env: unknown): Promise<Channel | undefined>
}

/** Carries what finds channels at run time, so that a bot whose channels are fixed loads none of it. */
export const CHANNELS: unique symbol = Symbol.for('fukidashi.channels')

/** Channels that are found at run time: made by `channelSource` of `fukidashi/channels`. */
export interface ChannelSource<Options = never> {
  /** @internal */
  readonly [CHANNELS]: (options: Options, settings: Settings) => Channels
}
