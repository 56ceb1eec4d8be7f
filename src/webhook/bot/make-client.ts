/** The client of a channel. */
import { optionNames } from '../../common/options.js'
import { type ChannelAccessToken, LineClient, type LineClientOptions } from '../../client/index.js'

/**
 * A token, or a source of tokens. A function means something else to a bot (it finds the token in the platform's `env`); for a token
 * from a function, pass a `client` of your own.
 */
export type BotToken = Exclude<ChannelAccessToken, (...args: never) => unknown>

/** Options of the bot's own client: those of `LineClient` that concern requests. */
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

/** Names of {@link ClientWiring}. */
export const wiringNames = optionNames<ClientWiring>({
  agent: true,
  baseUrl: true,
  fetch: true,
  headers: true,
  onRequest: true,
  onResponse: true,
  random: true,
  retry: true,
  timeout: true,
  validate: true,
}) as readonly (keyof ClientWiring)[]

/** Options of a channel's client. */
type ClientOptions = ClientWiring &
  Pick<LineClientOptions, 'clock' | 'env' | 'onWarning'> & { channelAccessToken: BotToken }

/** Makes the client of a channel. */
export const makeClient = (options: ClientOptions): LineClient =>
  new LineClient({
    channelAccessToken: options.channelAccessToken,
    clock: options.clock,
    env: options.env,
    onWarning: options.onWarning,
    ...wiringOf(options),
  })

/**
 * Checks the client's options where they are passed to a bot: the client itself is created by the first send.
 *
 * @param always - also checks `LINE_API_BASE_URL`
 * @throws {LineArgumentError}
 */
export function checkWiring(
  options: ClientWiring,
  clock: LineClientOptions['clock'],
  always = false,
): void {
  const wiring = wiringOf(options)
  if (always || Object.keys(wiring).length > 0) new LineClient({ ...wiring, clock })
}

/** `baseUrl: undefined` is kept: it must not mean LINE's own hosts. */
const wiringOf = (options: ClientWiring): ClientWiring =>
  Object.fromEntries(
    wiringNames
      .filter((key) => (key === 'baseUrl' ? key in options : options[key] !== undefined))
      .map((key) => [key, options[key]]),
  )
