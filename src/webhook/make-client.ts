/** The client of a channel. */
import { type ChannelAccessToken, LineClient, type LineClientOptions } from '../client/index.js'

/**
 * A token, or a source of tokens. A function means something else to a bot (it finds the token in the platform's `env`); a
 * client whose token comes from a function can be given as `client`.
 */
export type BotToken = Exclude<ChannelAccessToken, (...args: never) => unknown>

/** How the bot's own client reaches LINE: options of `LineClient`. */
export type ClientWiring = Pick<
  LineClientOptions,
  | 'agent'
  | 'baseUrl'
  | 'fetch'
  | 'headers'
  | 'onRequest'
  | 'onResponse'
  | 'random'
  | 'retry'
  | 'timeout'
  | 'validate'
>

const KEYS: readonly (keyof ClientWiring)[] = [
  'agent',
  'baseUrl',
  'fetch',
  'headers',
  'onRequest',
  'onResponse',
  'random',
  'retry',
  'timeout',
  'validate',
]

/** Makes a client from what a bot was told. */
export function makeClient(
  channelAccessToken: BotToken,
  options: ClientWiring & Pick<LineClientOptions, 'clock'>,
): LineClient {
  const wiring = Object.fromEntries(
    KEYS.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  ) as ClientWiring
  return new LineClient({ channelAccessToken, clock: options.clock, ...wiring })
}
