/** Options of `createBot`. */
import type { Context } from '../../jsx-runtime/types.js'
import type { BotClient } from '../event/bot-client.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { Clock } from '../../common/clock.js'
import type { DedupeOptions } from '../queue/dedupe.js'
import type { BotToken, ClientWiring } from './make-client.js'
import type { ChannelSecrets } from '../wire/secrets.js'

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
  /** Token used to reply. On Workers a function of `env`. Not needed if the bot never sends. */
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
  /** How redelivered events are detected: in memory by default. `false` turns deduplication off. */
  dedupe?: DedupeOptions | boolean
  /** Default of `push` of `ctx.reply`. */
  push?: PushPolicy | readonly PushPolicy[]
  /** Largest body that is read, in bytes. 2 MB by default; `Infinity` for no limit. */
  maxBodyBytes?: number
  /** Milliseconds in which a body must have arrived. 10 s by default; `Infinity` for no limit. */
  bodyTimeout?: number
  /**
   * Milliseconds that a handler may take: five minutes by default. Then the event is treated as failed, `bot.catch` is called,
   * `ctx.signal` is aborted, and the next event of the same user begins. `Infinity` for no limit.
   */
  handlerTimeout?: number
  /**
   * Milliseconds after which an event is too old to be handled: against replays of recorded webhooks. No limit by default. LINE
   * redelivers events for 20 minutes.
   */
  maxAge?: number
  /** Source of time. */
  clock?: Clock
  /** Called with configuration warnings, each at most once. `console.warn` by default. */
  onWarning?: (message: string) => void
}

/** What a bot can be wired to instead. */
export interface Wiring extends ClientWiring {
  channelSecret?: ChannelSecrets
  channelAccessToken?: BotToken
  client?: BotClient
  clock?: Clock
}
