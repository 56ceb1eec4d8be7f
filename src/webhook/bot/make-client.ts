/** The client of a channel. */
import { type ChannelAccessToken, LineClient, type LineClientOptions } from '../../client/index.js'

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

const wiringKeys: readonly (keyof ClientWiring)[] = [
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

type Options = ClientWiring & Pick<LineClientOptions, 'clock' | 'onWarning'>

/** Makes the client of a channel. */
export const makeClient = (channelAccessToken: BotToken, options: Options): LineClient =>
  new LineClient({
    channelAccessToken,
    clock: options.clock,
    onWarning: options.onWarning,
    ...wiringOf(options),
  })

/**
 * Checks the options that are the client's, where the bot gets them: the client itself is made by the first answer.
 * @throws {LineArgumentError}
 */
export function checkWiring(options: ClientWiring, clock: LineClientOptions['clock']): void {
  const wiring = wiringOf(options)
  if (Object.keys(wiring).length > 0) new LineClient({ ...wiring, clock })
}

const wiringOf = (options: ClientWiring): ClientWiring =>
  Object.fromEntries(
    wiringKeys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]),
  )
