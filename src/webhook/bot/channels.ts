/** The channels of a bot, and which of them a request is for. */
import { isObject } from '../../common/json.js'
import { describeValue } from '../../common/options.js'
import type { BotClient } from '../event/bot-client.js'
import type { BotOptions, ChannelOptions, Wiring } from './bot-options.js'
import { Channel } from '../queue/channel.js'
import { checkSet, optionInvalid } from '../base/checks.js'
import { WebhookError } from '../base/errors.js'
import { checkWiring, makeClient, type BotToken } from './make-client.js'
import { secretList } from '../wire/secrets.js'
import type { Settings } from '../queue/settings.js'
import { isThenable, whenSettled } from '../base/thenable.js'

/** Options of any bot, whatever its platform hands over. */
export type AnyOptions = BotOptions

/** Gives the channels for what the platform handed over. */
export type ChannelsOf = (env: unknown) => readonly Channel[]

/**
 * Makes the channels: at once where secret and token are known, else at the first request with an `env`.
 * @throws {WebhookError} `secret_missing`, `token_missing`, `option_invalid`
 */
export function channelsOf(options: AnyOptions, settings: Settings): ChannelsOf {
  const { channelSecret, channelAccessToken, client, channels } = options
  checkWiring(options, settings.clock)
  if (channels !== undefined) {
    checkChannels(options, settings)
    const all = channels.map((channel) => makeChannel(channel, options, settings))
    return () => all
  }
  const fixed = {
    ...('client' in options && { client }),
    ...('channelAccessToken' in options && { channelAccessToken }),
  } as Pick<ChannelOptions, 'client' | 'channelAccessToken'>
  if (typeof channelSecret !== 'function' && typeof channelAccessToken !== 'function') {
    const only = [makeChannel({ ...fixed, channelSecret: channelSecret! }, options, settings)]
    return () => only
  }
  // The same object comes with every request of a Workers isolate; other platforms make a new one with the same values.
  const byEnv = new WeakMap<object, readonly Channel[]>()
  const byValue = new Map<string, readonly Channel[]>()
  return (env) => {
    const seen = isObject(env) ? byEnv.get(env) : undefined
    if (seen) return seen
    const secret = fromEnv('channelSecret', channelSecret, env)!
    secretList(secret)
    const token = fromEnv('channelAccessToken', channelAccessToken, env)
    const key = JSON.stringify([secret, token])
    let channel = byValue.get(key)
    if (!channel) {
      const tokenOption = typeof channelAccessToken === 'function' && {
        channelAccessToken: token as BotToken,
      }
      channel = [
        makeChannel({ ...fixed, ...tokenOption, channelSecret: secret }, options, settings),
      ]
      // A bot has one environment, perhaps two; anything more would be a leak.
      if (byValue.size >= 8) byValue.clear()
      byValue.set(key, channel)
    }
    if (isObject(env)) byEnv.set(env, channel)
    return channel
  }
}

/** Calls an option that is a function of `env`. */
function fromEnv<T>(name: string, option: T | ((env: never) => T), env: unknown): T {
  if (typeof option !== 'function') return option
  const value = (option as (env: unknown) => T)(env)
  if (!isThenable(value)) return value
  whenSettled(value, ignore, ignore)
  throw optionInvalid(
    `${name}: the function returns a promise. It must return the value itself; an asynchronous token is passed as client: new LineClient({ channelAccessToken: async () => … }).`,
  )
}

const ignore = () => undefined

function checkChannels(options: AnyOptions, { warn }: Settings): void {
  const { channels, channelSecret, channelAccessToken, client } = options
  if (!Array.isArray(channels) || channels.length === 0) {
    const value = Array.isArray(channels) ? 'an empty array' : describeValue(channels)
    throw optionInvalid(`channels: ${value} is not permitted. Use an array of channels.`)
  }
  if (!channels.every(isObject)) {
    throw optionInvalid('channels: each must be an object with a channelSecret.')
  }
  if (channelSecret ?? channelAccessToken ?? client) {
    warn(
      'channels',
      'channelSecret, channelAccessToken and client have no effect beside channels. Put them into the channels.',
    )
  }
}

function makeChannel(channel: ChannelOptions, options: AnyOptions, settings: Settings): Channel {
  const { destination, channelAccessToken, client } = channel
  const secrets = secretList(channel.channelSecret)
  checkSet(channel, 'destination', 'channels[].')
  if (destination !== undefined && typeof destination !== 'string') {
    throw optionInvalid(
      `channels[].destination: ${describeValue(destination)} is not permitted. Use the user id of the channel's bot.`,
    )
  }
  if (client === undefined) checkToken(channel)
  else if (!isObject(client)) {
    throw optionInvalid(`client: ${describeValue(client)} is not permitted. Use a LineClient.`)
  }
  const clientOf = (): BotClient => {
    if (client) return client
    if (channelAccessToken === undefined) throw noClient()
    return makeClient(channelAccessToken, { ...options, clock: settings.clock })
  }
  return new Channel(secrets, destination, clientOf, settings)
}

/** A token that is there must not be empty: the bot would fail at its first answer. */
function checkToken(channel: ChannelOptions): void {
  const token: unknown = channel.channelAccessToken
  if (!('channelAccessToken' in channel)) return
  const isText = typeof token === 'string'
  if (token === undefined || token === null || (isText && token.trim() === '')) throw tokenEmpty()
  if (!isText && typeof (token as { issue?: unknown }).issue !== 'function') {
    throw optionInvalid(
      `channelAccessToken: ${describeValue(token)} is not permitted. Use a text, or a source such as statelessToken({ … }).`,
    )
  }
}

/** The options of the same bot, wired elsewhere. */
export function rewired(options: AnyOptions, wiring: Wiring): AnyOptions {
  const { client, channels, ...rest } = options
  const { wrapContext, ...replaced } = wiring
  const newChannel = wiring.channelSecret !== undefined || wiring.channelAccessToken !== undefined
  // A client that was made for another place would go on sending there.
  const newPlace = wiring.baseUrl !== undefined || wiring.fetch !== undefined
  return {
    ...rest,
    ...(client && !newChannel && !newPlace && { client }),
    ...(channels &&
      !newChannel &&
      !wiring.client && { channels: newPlace ? channels.map(withoutClient) : channels }),
    ...replaced,
    ...(wrapContext && { context: wrapContext(options.context) }),
  } as AnyOptions
}

const withoutClient = ({ client: _, ...channel }: ChannelOptions): ChannelOptions => channel

const tokenEmpty = () =>
  new WebhookError(
    'token_missing',
    'channelAccessToken is empty. Issue one in the LINE Developers console (Messaging API › Channel access token); ' +
      'if it comes from an environment variable, check that the variable is set.',
  )

const noClient = () =>
  new WebhookError(
    'client_missing',
    'This bot has neither channelAccessToken nor client, so it can receive events but not send. Pass one of them to createBot.',
  )
