/** What a bot is told when it is made. */
import type { Context } from '../jsx-runtime/types.js'
import type { BotClient } from './bot-client.js'
import type { BotContext, PushPolicy } from './bot-context.js'
import type { Clock } from '../common/clock.js'
import type { DedupeOptions } from './dedupe.js'
import type { BotToken, ClientWiring } from './make-client.js'
import type { ChannelSecrets } from './secrets.js'

/** A value, or how to find it in what the platform hands over with each request (`env` of Workers). */
export type FromEnv<T, Env> = T | ((env: Env) => T)

/** One of several channels of a bot. */
export interface ChannelOptions {
  /** User id of the channel's bot, as in `destination`. Without it the secret alone tells channels apart. */
  destination?: string
  channelSecret: ChannelSecrets
  channelAccessToken?: BotToken
  /** Instead of a token. */
  client?: BotClient
}

/** Options of {@link createBot}. */
export interface BotOptions<Env = never> extends ClientWiring {
  /**
   * From the LINE Developers console (Basic settings). Several while one is being replaced by another. On Workers a function of
   * `env`. Required, unless `channels` is there.
   */
  channelSecret?: FromEnv<ChannelSecrets, Env>
  /** Of the client that answers. On Workers a function of `env`. A bot that answers nobody needs none. */
  channelAccessToken?: FromEnv<BotToken, Env>
  /** A client of your own, instead of a token. */
  client?: BotClient
  /** Several channels at one address, instead of `channelSecret` and what goes with it. */
  channels?: readonly ChannelOptions[]
  /** What components get as their second argument: made once an event, when it is first needed. */
  context?: (ctx: BotContext) => Context | Promise<Context>
  /**
   * When LINE gets its answer. `'after'` (the default): when all handlers have ended, 500 if one failed, so that LINE sends the event
   * again (if redelivery is on). `'before'`: at once, for handlers that take longer than LINE's two seconds; what fails then is
   * reported and not sent again.
   */
  ack?: 'after' | 'before'
  /** How duplicates are told. In memory by default; `false` to handle whatever comes. */
  dedupe?: DedupeOptions | boolean
  /** What `ctx.reply` does when nothing else is said there. */
  push?: PushPolicy | readonly PushPolicy[]
  /** Largest body that is taken, in bytes. 2 MB by default. */
  maxBodyBytes?: number
  /** Milliseconds in which a body must have arrived. 10 s by default. */
  bodyTimeout?: number
  /**
   * Milliseconds that a handler may take: five minutes by default. Then the event counts as failed, `bot.catch` hears of it,
   * `ctx.signal` is aborted, and the next event of the same user begins. `Infinity` to wait for ever.
   */
  handlerTimeout?: number
  /** Milliseconds after which an event is too old to be handled: against replays of recorded webhooks. Without limit by default. */
  maxAge?: number
  /** Where time comes from. */
  clock?: Clock
  /** Hears what the author of the bot should know. `console.warn` by default. Each thing is said once. */
  onWarning?: (message: string) => void
}

/** What a bot can be wired to instead. */
export interface Wiring extends ClientWiring {
  channelSecret?: ChannelSecrets
  channelAccessToken?: BotToken
  client?: BotClient
  clock?: Clock
}
