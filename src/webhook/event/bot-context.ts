import type {
  Answerable,
  MessageContent,
  PostbackContent,
  WebhookEvent,
} from '../../spec/webhook/index.js'
import type { Content, ContentOptions, LineClient, SendOptions, Sent } from '../../client/index.js'
import type { Renderable } from '../../render/index.js'
import type { Profile } from './bot-client.js'

/** When a reply may become a push, which counts against the monthly quota. */
export type PushPolicy = 'overflow' | 'late'

/** How {@link BotContext.reply} answers. */
export interface ReplyOptions extends SendOptions {
  /**
   * `'overflow'`: messages after the fifth are pushed. `'late'`: the answer is pushed when the reply token was used in this handler, or
   * when LINE refuses it 50 s after the delivery or later. Refused earlier, the token was used by another process: then nothing is
   * pushed. Never after a timeout or an error on LINE's side, because then LINE may have sent the reply. None by default.
   */
  push?: PushPolicy | readonly PushPolicy[]
}

/** What became of an answer. */
export interface ReplyResult {
  /** How it went out. `none`: it was for a dummy token, of which LINE's console sends some when a webhook is verified. */
  route: 'reply' | 'push' | 'reply+push' | 'none'
  /** What LINE took, in the order of the messages. */
  sentMessages: Sent['sentMessages']
}

/** Answers the event. */
export type Reply = (messages: Renderable, options?: ReplyOptions) => Promise<ReplyResult>

/** What TypeScript shows where there is nothing to reply to. */
export type CannotReply =
  'This event may have no reply token. Use ctx.push, or ask ctx.canReply() first.'

/** Values that middleware leaves for handlers. Open for your own: `declare module 'fukidashi/webhook' { interface BotState { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open for declaration merging
export interface BotState {}

/** What is in an event, and what can be done about it. */
export interface BotContext<E extends WebhookEvent = WebhookEvent> {
  /** As LINE sent it. */
  readonly event: E
  /** Where it happened. */
  readonly source: E['source']
  /** Whom it is for: user id of the bot. */
  readonly destination: string
  /** Who did it, where LINE tells. */
  readonly userId: UserIdOf<E>
  /** The chat it happened in, to push to: of the group, the room or the user. */
  readonly chatId: ChatIdOf<E>
  /** Good for one reply. `ctx.reply` uses it. */
  readonly replyToken: E extends Answerable ? string : undefined
  /** What was sent, or edited. */
  readonly message: E extends { message: infer M } ? M : undefined
  /** What was written. */
  readonly text: E extends { message: { type: 'text'; text: string } } ? string : TextOf<E>
  /** What was tapped. */
  readonly postback: E extends { postback: infer P extends PostbackContent } ? P : undefined
  /** What a `RegExp` filter found. */
  readonly match: RegExpExecArray | undefined
  /** The bot is mentioned by name (not by `@All`). */
  readonly mentionsMe: boolean
  /** The text without the bot's name where it is mentioned; other mentions stay. */
  readonly textWithoutMention: E extends { message: { type: 'text'; text: string } }
    ? string
    : TextOf<E>
  /**
   * Aborted when the handler has taken longer than `handlerTimeout`. Nothing can stop a handler from outside: give the signal to
   * whatever it waits for.
   *
   * @example
   * const weather = await fetch('https://weather.example.com', { signal: ctx.signal })
   */
  readonly signal: AbortSignal
  /** Values that middleware leaves for handlers. */
  readonly state: BotState
  /** The client of the channel that the event is for. */
  readonly line: LineClient

  /** Whether there is a reply token at all. Says nothing about its age or use. */
  canReply(): this is BotContext<Extract<E, Answerable>>
  /**
   * Answers the event, for free, once: up to five messages at one go.
   *
   * @throws {WebhookError} `reply_token_used` on the second call, `reply_token_refused` when LINE says so, `reply_token_missing`,
   *   `chat_on_standby`
   * @throws {LineValidationError} Before anything is sent. The token can still be used.
   * @throws {LineApiError} As the client does.
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
  push(messages: Renderable, options?: SendOptions): Promise<ReplyResult>
  /**
   * Shows that an answer is being prepared: in a chat with one user. Elsewhere it does nothing, because LINE shows nothing.
   * @param seconds - 5 to 60 in steps of 5; 20 when left out. Ends with the answer.
   * @see https://developers.line.biz/en/reference/messaging-api/#display-a-loading-indicator
   */
  loading(seconds?: number): Promise<void>
  /**
   * Marks the message, and all before it, as read. Does nothing when LINE sent no token for it.
   * @see https://developers.line.biz/en/reference/messaging-api/#mark-as-read
   */
  markAsRead(): Promise<void>
  /** Who did it: asks where the event happened. `undefined` when LINE does not tell who it was, or nothing about them (404). */
  profile(): Promise<Profile | undefined>
  /**
   * The picture, video, recording or file that was sent.
   * @throws {WebhookError} `content_missing` when the event has none.
   * @throws {LineArgumentError} `content_external` when LINE does not hold it, `content_too_large`
   * @throws {LineApiError} `content_not_ready` (see `wait`), `resource_gone`
   */
  content(options?: ContentOptions): Promise<Content>
  /** Lets work go on after the handler has ended, where the platform permits. */
  waitUntil(work: Promise<unknown>): void
}

type UserIdOf<E> = E extends { source: { userId: string } } ? string : string | undefined

type ChatIdOf<E> = E extends { source: object } ? string : undefined

type TextOf<E> = E extends { message: infer M }
  ? M extends { type: 'text'; text: string }
    ? string
    : undefined
  : undefined

/** A message that LINE holds bytes of. */
export type MediaContent = Extract<MessageContent, { type: 'image' | 'video' | 'audio' | 'file' }>
