/** Options of `createBot`. */
import type { Context } from '../../jsx-runtime/types.js'
import type { BotClient } from '../event/bot-client.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { Clock } from '../../common/clock.js'
import type { DedupeOptions } from '../queue/dedupe.js'
import type { BotToken, ClientWiring } from './make-client.js'
import type { ChannelSecrets } from '../wire/secrets.js'

/** A value, or a function that reads it from the `env` that a platform such as Workers passes with each request. */
export type FromEnv<T, Env> = T | ((env: Env) => T)

/** One of several channels of a bot. */
export interface ChannelOptions {
  /** User id of the channel's bot, as in `destination` of a webhook. Without it, channels are distinguished by their secrets only. */
  destination?: string
  /** From the LINE Developers console (Basic settings). Several while you replace one. */
  channelSecret: ChannelSecrets
  /** Token used to reply. Not needed if the bot never sends. */
  channelAccessToken?: BotToken
  /** A client of your own, instead of a token. */
  client?: BotClient
}

/** Options of {@link createBot}. */
export interface BotOptions<Env = never> extends ClientWiring {
  /**
   * From the LINE Developers console (Basic settings). Several while you replace one. On Workers, a function of `env`. Required
   * unless you pass `channels`.
   */
  channelSecret?: FromEnv<ChannelSecrets, Env>
  /** Token used to reply. On Workers, a function of `env`. Not needed if the bot never sends. */
  channelAccessToken?: FromEnv<BotToken, Env>
  /** A client of your own, instead of a token. */
  client?: BotClient
  /** Several channels at one URL, instead of `channelSecret`, `channelAccessToken` and `client`. */
  channels?: readonly ChannelOptions[]
  /** Makes the second argument of components. Called once for each event, when it is first needed. */
  context?: (ctx: BotContext) => Context | Promise<Context>
  /**
   * When the webhook is answered. `'after'` (the default): when all handlers have ended, with 500 if one failed, so that LINE
   * redelivers the event (if redelivery is on). `'before'`: at once, for handlers that take longer than LINE's two seconds; failures
   * are then reported, but LINE does not redeliver.
   */
  ack?: 'after' | 'before'
  /** How redelivered events are detected: in memory by default. `false` turns deduplication off. */
  dedupe?: DedupeOptions | boolean
  /** Default for the option `push` of `ctx.reply`. */
  push?: PushPolicy | readonly PushPolicy[]
  /** Largest webhook body in bytes. 2 MB by default; `Infinity` for no limit. */
  maxBodyBytes?: number
  /** Milliseconds within which a body must arrive. 10 s by default; `Infinity` for no limit. */
  bodyTimeout?: number
  /**
   * Milliseconds that a handler may take, five minutes by default. After that the event is treated as failed, `bot.catch` is called,
   * `ctx.signal` is aborted, and the next event of the same user begins. `Infinity` for no limit.
   */
  handlerTimeout?: number
  /**
   * Age in milliseconds above which events are dropped, to protect against replays of recorded webhooks. No limit by default. LINE
   * redelivers events for 20 minutes.
   */
  maxAge?: number
  /** Source of time; replace it in tests. */
  clock?: Clock
  /** Called with configuration warnings, each at most once. `console.warn` by default. */
  onWarning?: (message: string) => void
}

/** Options that `bot.connect` replaces. */
export interface Wiring extends ClientWiring {
  channelSecret?: ChannelSecrets
  channelAccessToken?: BotToken
  client?: BotClient
  clock?: Clock
  /** Gets the bot's own `context`, and returns the one to use instead. */
  wrapContext?: (context: BotOptions['context']) => BotOptions['context']
}
