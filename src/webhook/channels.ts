/** The channels of a bot, and which of them a request is for. */
import { isWorkers } from '../client/workers.js'
import type { BotClient } from './bot-client.js'
import { policyOf } from './answers.js'
import type { BotOptions, ChannelOptions, Wiring } from './bot-options.js'
import { Channel, type Settings } from './channel.js'
import { backgroundClock } from '../common/clock.js'
import { dedupeOf } from './dedupe.js'
import { WebhookError } from './errors.js'
import { makeClient, type BotToken } from './make-client.js'
import { secretList } from './secrets.js'

/** Options of any bot, whatever its platform hands over. */
export type AnyOptions = BotOptions

/** Gives the channels for what the platform handed over. */
export type ChannelsOf = (env: unknown) => readonly Channel[]

/**
 * Makes the channels: at once where secret and token are known, else at the first request with an `env`.
 * @throws {WebhookError} `secret_empty`, `token_empty`, `option_invalid`
 */
export function channelsOf(options: AnyOptions, settings: Settings): ChannelsOf {
  const { channelSecret, channelAccessToken, client, channels } = options
  if (channels) {
    if (channels.length === 0) throw new WebhookError('option_invalid', 'channels is empty.')
    const made = channels.map((channel) => makeChannel(channel, options, settings))
    return () => made
  }
  const known = { ...(client && { client }) }
  if (typeof channelSecret !== 'function' && typeof channelAccessToken !== 'function') {
    const token = channelAccessToken === undefined ? {} : { channelAccessToken }
    const made = [
      makeChannel({ ...known, ...token, channelSecret: channelSecret! }, options, settings),
    ]
    return () => made
  }
  // The same object comes with every request of a Workers isolate; other platforms make a new one with the same values.
  const byEnv = new WeakMap<object, readonly Channel[]>()
  const byValue = new Map<string, readonly Channel[]>()
  return (env) => {
    const seen = isObject(env) ? byEnv.get(env) : undefined
    if (seen) return seen
    const secret = (
      typeof channelSecret === 'function' ? channelSecret(env as never) : channelSecret
    )!
    secretList(secret)
    const token = fromEnv(channelAccessToken, env)
    const key = JSON.stringify([secret, token])
    let made = byValue.get(key)
    if (!made) {
      const tokenOption = token === undefined ? {} : { channelAccessToken: token }
      made = [makeChannel({ ...known, ...tokenOption, channelSecret: secret }, options, settings)]
      // A bot has one environment, perhaps two; anything more would be a leak.
      if (byValue.size >= 8) byValue.clear()
      byValue.set(key, made)
    }
    if (isObject(env)) byEnv.set(env, made)
    return made
  }
}

function fromEnv(token: AnyOptions['channelAccessToken'], env: unknown) {
  if (typeof token !== 'function') return token
  const found = (token as (env: unknown) => BotToken | undefined)(env)
  if (found === undefined) throw tokenEmpty()
  return found
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function makeChannel(channel: ChannelOptions, options: AnyOptions, settings: Settings): Channel {
  const { destination, channelAccessToken, client } = channel
  const secrets = secretList(channel.channelSecret)
  if (typeof channelAccessToken === 'string' && channelAccessToken.trim() === '') throw tokenEmpty()
  const clientOf = (): BotClient => {
    if (client) return client
    if (channelAccessToken === undefined) throw noClient()
    return makeClient(channelAccessToken, { ...options, clock: settings.clock })
  }
  return new Channel(secrets, destination, clientOf, settings)
}

/** The options of the same bot, wired elsewhere. */
export function rewired(options: AnyOptions, wiring: Wiring): AnyOptions {
  const { client, channels, ...rest } = options
  const newChannel = wiring.channelSecret !== undefined || wiring.channelAccessToken !== undefined
  // A client that was made for another place would go on sending there.
  const newPlace = wiring.baseUrl !== undefined || wiring.fetch !== undefined
  return {
    ...rest,
    ...(client && !newChannel && !newPlace && { client }),
    ...(channels &&
      !newChannel &&
      !wiring.client && { channels: newPlace ? channels.map(withoutClient) : channels }),
    ...wiring,
  }
}

const withoutClient = ({ client: _, ...channel }: ChannelOptions): ChannelOptions => channel

/** What holds for the bot as a whole, with all defaults. */
export function settingsOf(options: AnyOptions): Settings {
  const { ack = 'after', onWarning } = options
  if (ack !== 'after' && ack !== 'before') {
    throw new WebhookError(
      'option_invalid',
      `ack: ${JSON.stringify(ack)} is neither 'after' nor 'before'.`,
    )
  }
  const said = new Set<string>()
  return {
    clock: options.clock ?? backgroundClock,
    ack,
    dedupe: dedupeOf(options.dedupe),
    push: policyOf(options.push),
    context: options.context,
    maxBodyBytes: positive('maxBodyBytes', options.maxBodyBytes ?? 2_000_000),
    bodyTimeout: positive('bodyTimeout', options.bodyTimeout ?? 10_000),
    maxAge: positive('maxAge', options.maxAge ?? Infinity),
    handlerTimeout: positive('handlerTimeout', options.handlerTimeout ?? 300_000),
    requestBound: isWorkers(),
    underway: new Set(),
    warn: (key, message) => {
      if (said.has(key)) return
      said.add(key)
      if (onWarning) onWarning(message)
      else console.warn(`fukidashi: ${message}`)
    },
  }
}

function positive(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0) return value
  throw new WebhookError(
    'option_invalid',
    `${name}: ${String(value)} is not a number above 0. Leave it out for the default, or give Infinity for no limit.`,
  )
}

const tokenEmpty = () =>
  new WebhookError(
    'token_empty',
    'channelAccessToken is empty. Issue one in the LINE Developers console (Messaging API › Channel access token); ' +
      'if it comes from an environment variable, check that the variable is set.',
  )

const noClient = () =>
  new WebhookError(
    'no_client',
    'This bot was made without channelAccessToken and without client, so it can hear but not answer.',
  )
