/** The channels of a bot: which of them a request is for, and where their secrets and tokens come from. */
import { processEnv, unsetAdvice, variable } from '../../common/env.js'
import { isObject } from '../../common/json.js'
import { describeValue, optionNames, optionsProblem } from '../../common/options.js'
import type { BotClient } from '../event/bot-client.js'
import { CHANNELS, type Channels, type ChannelSource } from './channel-source.js'
import type { BotOptions, ChannelOptions, Wiring } from './bot-options.js'
import { Channel } from '../queue/channel.js'
import { checkSet, optionInvalid } from '../base/checks.js'
import { WebhookError } from '../base/errors.js'
import { checkWiring, makeClient, type BotToken } from './make-client.js'
import { checkSecrets, secretAbsent, secretList } from '../wire/secrets.js'
import type { Settings } from '../queue/settings.js'
import { isThenable, whenSettled } from '../base/thenable.js'

/** Options of any bot, whatever the type of its `env`. */
export type AnyOptions = BotOptions

/**
 * Prepares the channels. Options that are `undefined`, and variables that are not set, are errors at the first use, so that a module
 * with a bot can be imported without them.
 *
 * @throws {WebhookError} `secret_missing`, `token_missing`, `option_invalid`
 */
export function channelsOf(options: AnyOptions, settings: Settings): Channels {
  checkWiring(options, settings.clock)
  const { channels } = options
  if (isSource(channels)) return channels[CHANNELS](options as never, settings)
  return channels === undefined
    ? ownChannel(options, settings)
    : severalChannels(channels, options, settings)
}

const isSource = (channels: BotOptions['channels']): channels is ChannelSource =>
  CHANNELS in Object(channels)

function severalChannels(
  channels: readonly ChannelOptions[],
  options: AnyOptions,
  settings: Settings,
): Channels {
  checkChannels(options, settings)
  for (const channel of channels) checkChannel(channel)
  let all: readonly Channel[] | undefined
  return {
    of: (env) => (all ??= channels.map((channel) => channelOf(channel, options, settings, env))),
    check() {
      checkWiring(options, settings.clock, true)
      for (const channel of channels) {
        secretList(channel.channelSecret)
        if (channel.client === undefined && 'channelAccessToken' in channel)
          tokenOf(channel, false)(undefined)
      }
    },
  }
}

/** Makes one of several channels. */
export function channelOf(
  channel: ChannelOptions,
  options: AnyOptions,
  settings: Settings,
  env: unknown,
): Channel {
  const token = tokenOf(channel, false)
  const optionsOf = () => ({ ...options, channelAccessToken: token(env), env })
  return makeChannel(secretList(channel.channelSecret), channel, settings, optionsOf)
}

function ownChannel(options: AnyOptions, settings: Settings): Channels {
  const { channelSecret, channelAccessToken, client } = options
  const secretsOf = secretSource(options)
  checkClient(client)
  const hasTokenFunction = client === undefined && typeof channelAccessToken === 'function'
  if (client === undefined && !hasTokenFunction) checkToken(options)
  const tokenFrom = (env: unknown): BotToken => {
    if (!hasTokenFunction) return tokenOf(options as ChannelOptions, true)(env)
    const token = fromEnv('channelAccessToken', channelAccessToken, env)
    if (token === undefined) throw tokenEmpty()
    checkToken({ channelAccessToken: token })
    return token
  }
  const make = (secrets: readonly string[], env: () => unknown, token?: BotToken) =>
    makeChannel(secrets, { client }, settings, () => ({
      ...options,
      channelAccessToken: token ?? tokenFrom(env()),
      env: env(),
    }))

  const check = () => {
    checkWiring(options, settings.clock, true)
    if (typeof channelSecret !== 'function') secretsOf(undefined)
    const isGiven = client === undefined && 'channelAccessToken' in options
    if (isGiven && !hasTokenFunction) tokenFrom(undefined)
  }

  if (typeof channelSecret !== 'function' && 'channelSecret' in options && !hasTokenFunction) {
    let only: readonly Channel[] | undefined
    let latest: unknown
    return {
      of(env) {
        if (isObject(env)) latest = env
        return (only ??= [make(secretsOf(env), () => latest)])
      },
      check,
    }
  }
  // The same object comes with every request of a Workers isolate; other platforms make a new one with the same values.
  const byEnv = new WeakMap<object, readonly Channel[]>()
  const byValue = new Map<string, readonly Channel[]>()
  const of = (env: unknown): readonly Channel[] => {
    const seen = isObject(env) ? byEnv.get(env) : undefined
    if (seen) return seen
    const secrets = secretsOf(env)
    const token = hasTokenFunction ? tokenFrom(env) : undefined
    // A token that is absent comes from the environment too.
    const key = JSON.stringify([secrets, token ?? variable(tokenVariable, env)])
    let channel = byValue.get(key)
    if (!channel) {
      channel = [make(secrets, () => env, token)]
      // A bot has one environment, perhaps two; anything more would be a leak.
      if (byValue.size >= 8) byValue.clear()
      byValue.set(key, channel)
    }
    if (isObject(env)) byEnv.set(env, channel)
    return channel
  }
  return { of, check }
}

const tokenVariable = 'LINE_CHANNEL_ACCESS_TOKEN'
const secretVariable = 'LINE_CHANNEL_SECRET'

/** A function that gives the secrets for the `env` of a request. A secret that is empty is refused at once. */
function secretSource(options: AnyOptions): (env: unknown) => readonly string[] {
  const { channelSecret } = options
  if (typeof channelSecret === 'function')
    return (env) => secretList(fromEnv('channelSecret', channelSecret, env))
  if (!('channelSecret' in options))
    return (env) => {
      const secret = variable(secretVariable, env)
      if (secret === undefined) throw secretAbsent(secretVariable)
      return secretList(secret, secretVariable)
    }
  checkSecrets(channelSecret)
  return () => secretList(channelSecret)
}

/**
 * A function that gives the token of a channel when it is first needed.
 *
 * @param isOnly - of several channels, none may send with the token of another, so they have none from the environment
 */
function tokenOf(channel: ChannelOptions, isOnly: boolean): (env: unknown) => BotToken {
  const { channelAccessToken } = channel
  if (channelAccessToken !== undefined) return () => channelAccessToken
  if ('channelAccessToken' in channel)
    return () => {
      throw tokenEmpty('undefined')
    }
  return (env) => {
    const token = isOnly ? variable(tokenVariable, env) : undefined
    if (token === undefined) throw noClient()
    if (token.trim() === '') throw tokenEmpty('empty', tokenVariable)
    return token
  }
}

/** Calls an option that is a function of `env`: that of the platform, else the variables of the process. */
function fromEnv<T>(name: string, option: (env: never) => T, env: unknown): T {
  const value = (option as (env: unknown) => T)(env ?? processEnv() ?? {})
  if (!isThenable(value)) return value
  whenSettled(value, ignore, ignore)
  throw optionInvalid(
    `${name}: the function returns a promise. For an asynchronous token pass client: new LineClient({ channelAccessToken: async () => … }).`,
  )
}

const ignore = () => undefined

function checkChannels(options: AnyOptions, settings: Settings): void {
  const { channels } = options
  if (!Array.isArray(channels) || channels.length === 0) {
    const value = Array.isArray(channels) ? 'an empty array' : describeValue(channels)
    throw optionInvalid(
      `channels: ${value} is not permitted. Use an array, or channelSource(…) of fukidashi/channels.`,
    )
  }
  warnIgnored(options, settings)
}

/** Warns of options that have no effect beside `channels`. */
export function warnIgnored(options: AnyOptions, { warn }: Settings): void {
  const { channelSecret, channelAccessToken, client } = options
  if (channelSecret ?? channelAccessToken ?? client) {
    warn(
      'channel_ignored',
      'channelSecret, channelAccessToken and client have no effect beside channels.',
    )
  }
}

/** @throws {WebhookError} `secret_missing`, `token_missing`, `option_invalid` */
export function checkChannel(channel: ChannelOptions): void {
  const problem = optionsProblem(channel, channelNames, 'channels[].')
  if (problem !== undefined) throw optionInvalid(problem)
  const { destination, client } = channel
  if (!('channelSecret' in channel)) throw secretAbsent(undefined)
  checkSecrets(channel.channelSecret)
  checkSet(channel, 'destination', 'channels[].')
  if (destination !== undefined && typeof destination !== 'string') {
    throw optionInvalid(
      `channels[].destination: ${describeValue(destination)} is not permitted. Use the user id of the channel's bot.`,
    )
  }
  checkClient(client)
  if (client === undefined) checkToken(channel)
}

const channelNames = optionNames<ChannelOptions>({
  destination: true,
  channelSecret: true,
  channelAccessToken: true,
  client: true,
})

function checkClient(client: unknown): void {
  if (client === undefined || isObject(client)) return
  throw optionInvalid(`client: ${describeValue(client)} is not permitted. Use a LineClient.`)
}

function makeChannel(
  secrets: readonly string[],
  { destination, client }: { destination?: string; client?: BotClient | undefined },
  settings: Settings,
  optionsOf: () => Parameters<typeof makeClient>[0],
): Channel {
  const { clock, onWarning } = settings
  const clientOf = (): BotClient => client ?? makeClient({ ...optionsOf(), clock, onWarning })
  return new Channel(secrets, destination, clientOf, settings)
}

/** A token that is empty is refused at once: the bot would fail at its first answer. */
function checkToken(channel: { readonly channelAccessToken?: unknown }): void {
  const token = channel.channelAccessToken
  if (token === undefined) return
  const isText = typeof token === 'string'
  if (token === null || (isText && token.trim() === '')) throw tokenEmpty()
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
  // A client for another server would still send to that server.
  const newPlace = wiring.baseUrl !== undefined || wiring.fetch !== undefined
  // `undefined` is an error, because it may not mean LINE's own hosts; a new place is none of them.
  if (newPlace && rest.baseUrl === undefined) delete rest.baseUrl
  return {
    ...rest,
    ...(client && !newChannel && !newPlace && { client }),
    ...(channels &&
      !newChannel &&
      !wiring.client && {
        channels: newPlace && Array.isArray(channels) ? channels.map(withoutClient) : channels,
      }),
    ...replaced,
    ...(wrapContext && { context: wrapContext(options.context) }),
  } as AnyOptions
}

const withoutClient = ({ client: _, ...channel }: ChannelOptions): ChannelOptions => channel

const tokenEmpty = (how = 'empty', name = 'channelAccessToken') =>
  new WebhookError(
    'token_missing',
    `${name} is ${how}. Issue one in the LINE Developers console (Messaging API › Channel access token); ${unsetAdvice}.`,
  )

const noClient = () =>
  new WebhookError(
    'client_missing',
    `This bot cannot send: it has neither channelAccessToken nor client, and the environment variable ${tokenVariable} is not set.`,
  )
