/** Options of `createBot`. */
import type { ChannelSource } from './channel-source.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotWarning, OnFailure } from '../base/warnings.js'
import type { BotClient } from '../event/bot-client.js'
import type { BotContext, PushPolicy } from '../event/bot-context.js'
import type { Clock } from '../../common/clock.js'
import type { DedupeOptions } from '../queue/dedupe.js'
import type { SessionSource } from '../../session/session-source.js'
import type { WebhookEvent } from '../../spec/webhook/index.js'
import type { Observer } from '../queue/observer.js'
import type { Store } from '../../store/store.js'
import type { BotToken, ClientWiring } from './make-client.js'
import type { ChannelSecrets } from '../wire/secrets.js'

/** A value, or a function that reads it from the `env` that a platform such as Workers passes with each request. */
export type FromEnv<T, Env> = T | ((env: Env) => T)

/** One of several channels of a bot. */
export interface ChannelOptions {
  /** User id of the channel's bot, as in `destination` of a webhook. Without it, channels are distinguished by their secrets only. */
  destination?: string
  /** From the LINE Developers console (Basic settings). Several while you replace one. */
  channelSecret: ChannelSecrets | undefined
  /** Token used to reply. Not needed if the bot never sends. */
  channelAccessToken?: BotToken | undefined
  /** A client of your own, instead of a token. */
  client?: BotClient
}

/** Options of {@link createBot}. */
export interface BotOptions<Env = never, S = unknown> extends ClientWiring {
  /**
   * From the LINE Developers console (Basic settings). Several while you replace one. On Workers, a function of `env`. If it is absent,
   * the environment variable `LINE_CHANNEL_SECRET`, on Workers that of `env`.
   * @throws {WebhookError} `secret_missing`: at once if it is empty; if it is `undefined` or not set, when the first webhook arrives, or
   *   from `toNodeListener` and `toLambda`. `option_invalid` for quotes, spaces or newlines around it
   */
  channelSecret?: FromEnv<ChannelSecrets, Env> | undefined
  /**
   * Token used to reply. On Workers, a function of `env`. If it is absent, the environment variable `LINE_CHANNEL_ACCESS_TOKEN`. Not
   * needed if the bot never sends.
   * @throws {WebhookError} `token_missing`: at once if it is empty, at the first send if it is `undefined`. `client_missing` if it is not set
   */
  channelAccessToken?: FromEnv<BotToken, Env> | undefined
  /** A client of your own, instead of a token. */
  client?: BotClient
  /**
   * Several channels at one URL, instead of `channelSecret`, `channelAccessToken` and `client`. For many, or such that come and go:
   * `channelSource(async (destination) => …)` of `fukidashi/channels`.
   */
  channels?: readonly ChannelOptions[] | ChannelSource
  /** Makes the second argument of components. Called once for each event, when it is first needed. */
  context?: (ctx: BotContext<WebhookEvent, S>) => Context | Promise<Context>
  /**
   * When the webhook is answered. `'after'` (the default): when all handlers have ended, with 500 if one failed, so that LINE
   * redelivers the event (if redelivery is on). `'before'`: at once, for handlers that take longer than LINE's two seconds; failures
   * are then reported, but LINE does not redeliver.
   */
  ack?: 'after' | 'before'
  /** How redelivered events are detected: in memory by default. `false` turns deduplication off. */
  dedupe?: DedupeOptions | boolean
  /**
   * Shared by all processes of the bot, so that each event is handled once: `redisStore(client)`, `postgresStore(pool)`. On Workers, a
   * function of `env`. Without it, duplicates are detected within one process. Times are those of `dedupe`.
   */
  store?: FromEnv<Store, Env> | undefined
  /**
   * Data of each user or chat, as `ctx.session`: `session({ schema })` of `fukidashi/session`. It is kept in `store`; without one in the
   * memory of this process, with a warning.
   */
  session?: SessionSource<S> | undefined
  /**
   * Milliseconds after which another process may handle an event whose process does not renew its claim, because it has died or its
   * event loop is blocked. 15,000 by default.
   */
  lease?: number
  /**
   * What to do with an event while the store does not answer: `'handle'` it, perhaps twice (the default), or `'refuse'` it with status
   * 503, so that LINE redelivers it (if redelivery is on).
   */
  whenStoreIsAway?: 'handle' | 'refuse'
  /** When replies may become pushes: as the option `push` of `ctx.reply`, for all replies. */
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
  /**
   * Observes the bot: `telemetry()` of `fukidashi/telemetry` (traces and metrics), `healthCheck()` of `fukidashi/health`. One, or
   * several. Workers made by `consume(bot, …)` are observed too.
   * @throws {WebhookError} `option_invalid`
   */
  observers?: Observer | readonly Observer[] | undefined
  /** Source of time; replace it in tests. */
  clock?: Clock
  /**
   * Called with each warning: about the set-up, and about messages that LINE accepts but shows differently. Each is passed once, by code
   * and place. `console.warn` by default, without `alt_text_derived`.
   */
  onWarning?: (warning: BotWarning) => void
}

/** Options that `bot.connect` replaces. */
export interface Wiring extends ClientWiring {
  channelSecret?: ChannelSecrets | undefined
  channelAccessToken?: BotToken | undefined
  client?: BotClient
  clock?: Clock
  /** Called with each error of a handler and each warning, for an emulator that shows them. */
  onFailure?: OnFailure | undefined
  /** Gets the bot's own `context`, and returns the one to use instead. */
  wrapContext?: (context: BotOptions['context']) => BotOptions['context']
}

/** Options of `bot.handle`. */
export interface HandleOptions {
  /** User id of the channel's bot, if only events are passed and there are several channels. */
  destination?: string
  /** Source of secrets and tokens, where they are functions or absent. */
  env?: unknown
}
