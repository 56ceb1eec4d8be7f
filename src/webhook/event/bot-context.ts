import type { Answerable, PostbackContent, WebhookEvent } from '../../spec/webhook/index.js'
import type { Content, ContentOptions, LineClient, SendOptions, Sent } from '../../client/index.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { PostbackRefusal } from '../../postback/index.js'
import type { Renderable } from '../../render/index.js'
import type { Profile } from './bot-client.js'

/** When a reply may become a push, which counts against the monthly quota. */
export type PushPolicy = 'overflow' | 'late'

/** How {@link BotContext.reply} answers. */
export interface ReplyOptions extends SendOptions {
  /**
   * `'overflow'`: messages after the fifth are pushed. `'late'`: the answer is pushed when the reply token was used in this handler, or
   * when LINE refuses it 50 s after the delivery or later. Refused earlier, the token was used by another process: then nothing is
   * pushed. Never after a timeout or an error on LINE's side, because then LINE may have sent the reply. Behind a queue, an answer more
   * than a minute after the delivery is pushed at once, unless an earlier run may have replied. Added to the option `push` of the bot;
   * an empty array turns both off. None by default.
   */
  push?: PushPolicy | readonly PushPolicy[]
}

/** Result of a reply or push. */
export interface ReplyResult {
  /** How it was sent. `none`: not at all, because LINE's console verifies webhooks with a dummy reply token. */
  route: 'reply' | 'push' | 'reply+push' | 'none'
  /** Ids and quote tokens, in the order of the messages. */
  sentMessages: Sent['sentMessages']
}

/** Options of {@link ContextRichMenu.show}. */
export interface ShowMenuOptions {
  /**
   * BCP 47 tag, such as `zh-TW`: shows the variant for it, `shop-zh-tw`, else `shop-zh`, else `shop`. By default `locale` of the context
   * of components, if that is text.
   */
  locale?: string | undefined
}

/** Shows and hides the rich menu of a user: `ctx.richMenu`. */
export interface ContextRichMenu {
  /**
   * Links a rich menu to the sender of the event, by alias. Aliases of the channel are read once in five minutes, and again if a menu
   * does not exist any more.
   *
   * @param alias - such as `shop`: a key of `richMenus` of `fukidashi/rich-menu`, or an alias that you created
   * @throws {WebhookError} `alias_missing`, with the aliases that exist; `user_missing` when LINE does not report who sent the event
   * @throws {LineApiError} As the client does.
   * @see https://developers.line.biz/en/reference/messaging-api/#link-rich-menu-to-user
   *
   * @example
   * await ctx.richMenu.show('shop')
   */
  readonly show: (alias: string, options?: ShowMenuOptions) => Promise<void>
  /**
   * Unlinks the menu of the sender, who then sees the default menu, if there is one.
   * @throws {WebhookError} `user_missing` when LINE does not report who sent the event
   * @throws {LineApiError} As the client does.
   * @see https://developers.line.biz/en/reference/messaging-api/#unlink-rich-menu-from-user
   */
  readonly hide: () => Promise<void>
}

/** Answers the event. */
export type Reply = (messages: Renderable, options?: ReplyOptions) => Promise<ReplyResult>

/** Type of `ctx.reply` for events that may have no reply token: TypeScript prints it in the error. */
export type CannotReply =
  'This event may have no reply token. Use ctx.push, or ask ctx.canReply() first.'

/** Values that middleware passes to handlers. Add your own: `declare module 'fukidashi/webhook' { interface BotState { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open for declaration merging
export interface BotState {}

/** The argument of a handler: the event, and methods to respond to it. `S` is the type of `ctx.session`. */
export interface BotContext<E extends WebhookEvent = WebhookEvent, S = unknown> {
  /** The event, as LINE sent it. */
  readonly event: E
  /** Source of the event: a user, group or room. */
  readonly source: E['source']
  /** User id of the bot that the event is for. */
  readonly destination: string
  /** User id of the sender; `undefined` if LINE does not report it. */
  readonly userId: UserIdOf<E>
  /** Id of the group, room or user, to push to. */
  readonly chatId: ChatIdOf<E>
  /** Reply token; works once. `ctx.reply` uses it. */
  readonly replyToken: E extends Answerable ? string : undefined
  /** The message that was sent or edited. */
  readonly message: E extends { message: infer M } ? M : undefined
  /** Text of the message. */
  readonly text: E extends { message: { type: 'text'; text: string } } ? string : TextOf<E>
  /** Postback data and parameters. */
  readonly postback: E extends { postback: infer P extends PostbackContent } ? P : undefined
  /**
   * The reason why a typed postback refused the data, in handlers that were registered after it.
   *
   * @example
   * bot.on('postback', (ctx) => ctx.reply(ctx.postbackRefusal?.reason === 'expired' ? 'This button has expired.' : 'Unknown button'))
   */
  readonly postbackRefusal: PostbackRefusal | undefined
  /** Match of the `RegExp` filter. */
  readonly match: RegExpExecArray | undefined
  /** The bot is mentioned by name (not by `@All`). */
  readonly mentionsMe: boolean
  /** Text without mentions of the bot. Other mentions stay. */
  readonly textWithoutMention: E extends { message: { type: 'text'; text: string } }
    ? string
    : TextOf<E>
  /**
   * Aborted when the handler takes longer than `handlerTimeout`. A handler cannot be stopped from outside: pass the signal to
   * everything that it waits for.
   *
   * @example
   * const weather = await fetch('https://weather.example.com', { signal: ctx.signal })
   */
  readonly signal: AbortSignal
  /** Values that middleware passes to handlers. */
  readonly state: BotState
  /**
   * Environment that the platform passed with the request: on Workers the bindings, elsewhere mostly `undefined`.
   *
   * @example
   * interface Env {
   *   CLAIMS: DurableNamespaceLike
   * }
   * const store = (env: Env) => durableStore(env.CLAIMS)
   * bot.on('unfollow', (ctx) => store(ctx.env as Env).forget(ctx.userId))
   */
  readonly env: unknown
  /**
   * Data of the user or chat that the bot keeps: the option `session` of the bot. `undefined` without it.
   *
   * @example
   * const { name } = await ctx.session.get()
   */
  readonly session: S
  /** The client of the channel that the event is for. */
  readonly line: LineClient

  /** Tests whether the event has a reply token. The token may be used or expired. */
  canReply(): this is BotContext<Extract<E, Answerable>, S>
  /**
   * Replies to the event, free of charge and once, with up to five messages.
   *
   * @throws {WebhookError} `reply_token_used` on the second call, `reply_token_refused` when LINE refuses it, `reply_token_missing`,
   *   `chat_on_standby`
   * @throws {LineValidationError} Before anything is sent. The token can still be used.
   * @throws {LineApiError} As the client does.
   * @throws {LineBatchError} With `push: 'overflow'`, if a push fails after the reply. `results` has what LINE accepted.
   * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
   *
   * @example
   * const { route } = await ctx.reply(<Answer />, { push: 'late' })
   */
  readonly reply: [E] extends [Answerable]
    ? Reply
    : [Extract<E, Answerable>] extends [never]
      ? CannotReply
      : Reply | CannotReply
  /**
   * Sends to the chat of the event without its reply token. Counts against the monthly quota.
   * @throws {WebhookError} `recipients_missing` when the event has no chat, `chat_on_standby`
   * @throws {LineApiError} As the client does.
   */
  readonly push: (messages: Renderable, options?: SendOptions) => Promise<ReplyResult>
  /**
   * Shows a loading animation in a one-to-one chat. Does nothing in groups and rooms, where LINE has none.
   * @param seconds - 5 to 60 in steps of 5; 20 by default. Ends when a message is sent.
   * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
   */
  readonly loading: (seconds?: number) => Promise<void>
  /**
   * Marks this message and all earlier ones as read. Does nothing if LINE sent no token for it.
   * @see https://developers.line.biz/en/reference/messaging-api/#mark-as-read
   */
  readonly markAsRead: () => Promise<void>
  /** Rich menu of the sender, who sees it in the chat with the bot, also if the event is of a group. */
  readonly richMenu: ContextRichMenu
  /** Profile of the sender, from the group or room if there is one. `undefined` if LINE does not report the user, or has no profile (404). */
  readonly profile: () => Promise<Profile | undefined>
  /**
   * The image, video, audio or file that was sent.
   * @throws {WebhookError} `content_missing` when the event has none.
   * @throws {LineArgumentError} `content_external` when LINE does not hold it, `content_too_large`
   * @throws {LineApiError} `content_not_ready` (see `wait`), `resource_gone`
   */
  readonly content: (options?: ContentOptions) => Promise<Content>
  /**
   * The second argument of components, which the option `context` of the bot makes. It is made once for each event.
   *
   * @example
   * const { t } = await ctx.context()
   */
  readonly context: () => Promise<Context>
  /** Keeps the process alive for work after the handler, on platforms that support it. */
  readonly waitUntil: (work: Promise<unknown>) => void
}

type UserIdOf<E> = E extends { source: { userId: string } } ? string : string | undefined

type ChatIdOf<E> = E extends { source: object } ? string : undefined

type TextOf<E> = E extends { message: infer M }
  ? M extends { type: 'text'; text: string }
    ? string
    : undefined
  : undefined
