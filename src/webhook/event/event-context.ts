/** The argument of handlers. Cheap to make, because every event needs one. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { PostbackRefusal } from '../../postback/index.js'
import { answer, type Answerable, pushTo } from './answers.js'
import type { Content, ContentOptions, SendOptions } from '../../client/index.js'
import type { Renderable } from '../../render/index.js'
import type { BotClient, Profile } from './bot-client.js'
import type { BotState, PushPolicy, ReplyOptions, ReplyResult } from './bot-context.js'
import { WebhookError } from '../base/errors.js'
import { isContentType, isEventType } from './event-places.js'
import { contentOf, profileOf } from './look-up.js'
import { mentionsBot, withoutBotMention } from './mentions.js'
import type { RawEvent, RawMessage, RawSource } from './raw-event.js'

/** The delivery that an event came with, as far as a context needs it. */
export interface EventHost {
  readonly destination: string
  /** Arrival of the delivery, as a date. */
  readonly receivedAt: number
  /** Arrival of the delivery, by `monotonic`. */
  readonly since: number
  readonly client: BotClient
  readonly push: readonly PushPolicy[]
  /** Option `validate` of the bot. */
  readonly validate: boolean | undefined
  readonly clock: Clock
  /** Environment that the platform passed with the request. */
  readonly env: unknown
  /** Milliseconds since LINE delivered an event; more if it came by a queue that does not say how long it took. */
  ageOf(event: RawEvent): number
  /** Keeps the process alive for work that goes on after the handler. */
  background(work: PromiseLike<unknown>, ctx: EventContext): void
  /** Makes the second argument of components. */
  makeContext(ctx: EventContext): Promise<{ context?: Context }>
}

/** The wait for handlers that `next()` started and that are not awaited. */
interface Rest {
  resolve: () => void
  reject: (error: unknown) => void
  error: { readonly error: unknown } | undefined
}

/** Implements `BotContext`; which of its members make sense for an event is told by the types alone. */
export class EventContext implements Answerable {
  readonly event: RawEvent
  /** Match of the `RegExp` filter. */
  match: RegExpExecArray | undefined = undefined
  postbackRefusal: PostbackRefusal | undefined = undefined
  /** The reply token is used. Kept by `answers.ts`, as is the number of answers. */
  replied = false
  answers = 0
  /** Number of handlers that `next()` started and that are still running. */
  underway = 0
  #rest: Rest | undefined = undefined
  readonly #host: EventHost
  #ownState: BotState | undefined = undefined
  #ownController: AbortController | undefined = undefined
  #ownContext: Promise<{ context?: Context }> | undefined = undefined

  constructor(event: RawEvent, host: EventHost) {
    this.event = event
    this.#host = host
  }

  /** A handler that `next()` started has ended. */
  ended(error?: unknown): void {
    this.underway -= 1
    const rest = this.#rest
    if (!rest) return
    // It is no longer awaited, so its error would be lost.
    if (error !== undefined) rest.error ??= { error }
    if (this.underway > 0) return
    if (rest.error) rest.reject(rest.error.error)
    else rest.resolve()
  }

  /** Waits for handlers that `next()` started and that are still running. */
  leftovers(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#rest = { resolve, reject, error: undefined }
    })
  }

  /** Whether this version has a type for the event. */
  get known(): boolean {
    const { type, message } = this.event
    if (type === 'message') return isContentType(message?.type)
    if (type === 'messageEdited') return message?.type === 'text'
    if (type === 'postback') return typeof this.event.postback?.data === 'string'
    return isEventType(type)
  }

  get active(): boolean {
    return this.event.mode !== 'standby'
  }

  get type(): string {
    return this.event.type
  }

  /** Kind of message, of message events. */
  get contentType(): string | undefined {
    return this.event.type === 'message' ? this.event.message?.type : undefined
  }

  get source(): RawSource | undefined {
    return this.event.source
  }

  get destination(): string {
    return this.#host.destination
  }

  get receivedAt(): number {
    return this.#host.receivedAt
  }

  get pushPolicy(): readonly PushPolicy[] {
    return this.#host.push
  }

  get clock(): Clock {
    return this.#host.clock
  }

  get env(): unknown {
    return this.#host.env
  }

  get validate(): boolean | undefined {
    return this.#host.validate
  }

  /** Milliseconds since LINE delivered the event. */
  get age(): number {
    return this.#host.ageOf(this.event)
  }

  get userId(): string | undefined {
    return this.event.source?.userId
  }

  get chatId(): string | undefined {
    const { source } = this.event
    return source?.groupId ?? source?.roomId ?? source?.userId
  }

  get replyToken(): string | undefined {
    return this.event.replyToken
  }

  get message(): RawMessage | undefined {
    return this.event.message
  }

  get text(): string | undefined {
    const { message } = this.event
    return message?.type === 'text' ? message.text : undefined
  }

  get postback(): unknown {
    return this.event.postback
  }

  get signal(): AbortSignal {
    return (this.#ownController ??= new AbortController()).signal
  }

  /** Aborts the signal of the handler. */
  abort(reason: unknown): void {
    this.#ownController ??= new AbortController()
    this.#ownController.abort(reason)
  }

  get state(): BotState {
    return (this.#ownState ??= {})
  }

  get line(): BotClient {
    return this.#host.client
  }

  get mentionsMe(): boolean {
    return mentionsBot(this.event.message)
  }

  get textWithoutMention(): string | undefined {
    return this.text === undefined ? undefined : withoutBotMention(this.event.message!)
  }

  canReply(): boolean {
    return this.active && typeof this.event.replyToken === 'string'
  }

  reply(messages: Renderable, options: ReplyOptions = {}): Promise<ReplyResult> {
    return answer(this, messages, options)
  }

  async push(messages: Renderable, options: SendOptions = {}): Promise<ReplyResult> {
    return pushTo(this, messages, options)
  }

  async loading(seconds?: number): Promise<void> {
    const { source } = this.event
    if (source?.type !== 'user' || !source.userId || !this.active) return
    await this.line.chats.showLoading(source.userId, seconds)
  }

  async markAsRead(): Promise<void> {
    const markAsReadToken = this.event.message?.markAsReadToken
    if (markAsReadToken) await this.line.chats.markAsRead(markAsReadToken)
  }

  profile(): Promise<Profile | undefined> {
    return profileOf(this.line, this.event.source)
  }

  async content(options: ContentOptions = {}): Promise<Content> {
    return contentOf(this.line, this.event.message, options)
  }

  waitUntil(work: PromiseLike<unknown>): void {
    this.#host.background(work, this)
  }

  /** Options with the second argument of components. Made once for each event, when it is first needed. */
  renderOptions(): Promise<{ context?: Context }> {
    return (this.#ownContext ??= this.#host.makeContext(this))
  }

  /** @throws {WebhookError} `chat_on_standby` */
  mustBeActive(): void {
    if (this.active) return
    throw new WebhookError(
      'chat_on_standby',
      'A module channel controls this chat (the mode of the event is standby), and LINE does not let the bot send until it returns control.',
    )
  }
}
