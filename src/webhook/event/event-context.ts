/** The argument of handlers. Cheap to make, because every event needs one. */
import type { Clock } from '../../common/clock.js'
import type { Context } from '../../jsx-runtime/types.js'
import type { PostbackRefusal } from '../../postback/index.js'
import { answer, type Answerable, pushTo } from './answers.js'
import type { Content, ContentOptions, SendOptions } from '../../client/index.js'
import type { Renderable } from '../../render/index.js'
import type { BotClient, Profile } from './bot-client.js'
import type {
  BotState,
  ContextRichMenu,
  PushPolicy,
  ReplyOptions,
  ReplyResult,
} from './bot-context.js'
import { WebhookError } from '../base/errors.js'
import { EventPromise, type PromiseOwner } from '../base/event-promise.js'
import type { BotWarning } from '../base/warnings.js'
import { printError } from '../base/print.js'
import { isContentType, isEventType } from './event-places.js'
import { contentOf, markAsRead, profileOf, showLoading } from './look-up.js'
import { mentionsBot, withoutBotMention } from './mentions.js'
import { menusOf } from './rich-menu.js'
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
  readonly clock: Clock
  /** Environment that the platform passed with the request. */
  readonly env: unknown
  /** Called with warnings about messages. */
  readonly onWarning: (warning: BotWarning) => void
  /** Milliseconds since LINE delivered an event; more if it came by a queue that does not say how long it took. */
  ageOf(event: RawEvent): number
  /** The queue that the event came by. */
  readonly queued: { readonly isTokenOver: () => boolean } | undefined
  /** Keeps the process alive for work that goes on after the handler. */
  background(work: PromiseLike<unknown>, ctx: EventContext): void
  /** Makes `ctx.session`. */
  sessionOf(ctx: EventContext): unknown
  /** Makes the second argument of components. */
  makeContext(ctx: EventContext): Promise<{ context?: Context }>
  /** The second argument of components that the client passes, where the bot makes none. */
  readonly clientContext: Context | undefined
  /** Reports an error of a handler; `true` if `bot.catch` handled it. Never throws or rejects. */
  complain(error: unknown, ctx: EventContext): boolean | Promise<boolean>
}

/** A promise of the event that was rejected. Handlers may still listen to it. */
interface Rejection {
  readonly promise: { readonly isAwaited: boolean }
  readonly error: unknown
}

const none: readonly unknown[] = []

/**
 * Implements `BotContext`; the types alone say which of its members an event has. Methods are getters that return functions, so that
 * handlers can take them out of the object: `({ reply }) => reply('hello')`.
 */
export class EventContext implements Answerable, PromiseOwner {
  readonly event: RawEvent
  /** Match of the `RegExp` filter. */
  match: RegExpExecArray | undefined
  postbackRefusal: PostbackRefusal | undefined
  /** The reply token is used. Kept by `answers.ts`, as is the number of answers. */
  replied = false
  answers = 0
  /** Number of handlers and promises that this event started and that have not ended. */
  underway = 0
  /** Throws if another process may handle the event by now. Called before each request. Set where processes share a store. */
  guard: { guard(): void } | undefined
  /** `bot.catch` was called. */
  hasFailed = false
  /** Called when nothing is under way any more. */
  #onIdle: (() => void) | undefined
  #rejections: Rejection[] | undefined
  #isOver = false
  readonly #host: EventHost
  #guarded: BotClient | undefined
  #ownState: BotState | undefined
  #ownController: AbortController | undefined
  #ownContext: Promise<{ context?: Context }> | undefined
  #ownMenus: ContextRichMenu | undefined
  #ownSession: unknown = undefined

  constructor(event: RawEvent, host: EventHost) {
    this.event = event
    this.#host = host
  }

  /** A handler that `next()` started, or a promise of a method, is pending. */
  started(): void {
    this.underway += 1
  }

  ended(): void {
    this.underway -= 1
    if (this.underway === 0) this.#onIdle?.()
  }

  rejected(promise: { readonly isAwaited: boolean }, error: unknown): void {
    if (!promise.isAwaited) this.#reject({ promise, error })
    this.ended()
  }

  #reject(rejection: Rejection): void {
    if (this.#isOver) void this.#host.complain(rejection.error, this)
    else (this.#rejections ??= []).push(rejection)
  }

  /** Errors that no handler has seen. */
  takeErrors(): readonly unknown[] {
    const rejections = this.#rejections
    if (!rejections) return none
    this.#rejections = undefined
    return rejections.filter(({ promise }) => !promise.isAwaited).map(({ error }) => error)
  }

  /** The event has ended. Errors that arise later are reported at once. */
  close(): void {
    this.#isOver = true
    for (const error of this.takeErrors()) void this.#host.complain(error, this)
  }

  /** Waits for what handlers started and did not await. */
  leftovers(): Promise<void> {
    return new Promise((resolve) => {
      this.#onIdle = resolve
    })
  }

  /** This version has a type for the event. */
  get isKnown(): boolean {
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

  get onWarning(): (warning: BotWarning) => void {
    return this.#host.onWarning
  }

  /** Milliseconds since LINE delivered the event. */
  get age(): number {
    return this.#host.ageOf(this.event)
  }

  get tokenIsOver(): boolean | undefined {
    return this.#host.queued?.isTokenOver()
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
    const { client } = this.#host
    const { guard } = this
    if (!guard) return client
    return (this.#guarded ??= client.hooked?.({ guard: () => guard.guard() }) ?? client)
  }

  get mentionsMe(): boolean {
    return mentionsBot(this.event.message)
  }

  get textWithoutMention(): string | undefined {
    return this.text === undefined ? undefined : withoutBotMention(this.event.message!)
  }

  get canReply() {
    return (): boolean => this.active && typeof this.event.replyToken === 'string'
  }

  get reply() {
    return (messages: Renderable, options: ReplyOptions = {}): Promise<ReplyResult> =>
      this.own(answer(this, messages, options))
  }

  get push() {
    return (messages: Renderable, options: SendOptions = {}): Promise<ReplyResult> =>
      this.own(pushTo(this, messages, options))
  }

  get loading() {
    return (seconds?: number): Promise<void> => this.own(showLoading(this, seconds))
  }

  get markAsRead() {
    return (): Promise<void> => this.own(markAsRead(this))
  }

  get richMenu(): ContextRichMenu {
    return (this.#ownMenus ??= menusOf(this))
  }

  get session(): unknown {
    return (this.#ownSession ??= this.#host.sessionOf(this))
  }

  get profile() {
    return (): Promise<Profile | undefined> => this.own(profileOf(this))
  }

  get content() {
    return (options: ContentOptions = {}): Promise<Content> => this.own(contentOf(this, options))
  }

  get context() {
    return (): Promise<Context> => this.own(this.#findContext())
  }

  get waitUntil() {
    return (work: PromiseLike<unknown>): void => {
      this.#host.background(work, this)
    }
  }

  /** A promise of this event: the event waits for it, and fails with its error if nothing else gets the error. */
  own<T>(result: Promise<T>): Promise<T> {
    return EventPromise.of(this.hasFailed ? this.#ownerAfterFailure() : this, result)
  }

  /** `bot.catch` is not called for what it started itself: that could go on forever. */
  #ownerAfterFailure(): PromiseOwner {
    return {
      started: () => this.started(),
      ended: () => this.ended(),
      rejected: ({ isAwaited }, error) => {
        if (!isAwaited)
          printError('an event had failed, and then a promise that nothing awaited.', error)
        this.ended()
      },
    }
  }

  async #findContext(): Promise<Context> {
    return (await this.renderOptions()).context ?? this.#host.clientContext ?? {}
  }

  /** Options with the second argument of components. Made once for each event, when it is first needed. */
  renderOptions(): Promise<{ context?: Context }> {
    return (this.#ownContext ??= this.#host.makeContext(this))
  }

  /** @throws {WebhookError} `chat_on_standby`, `lease_lost` */
  mustBeActive(): void {
    this.guard?.guard()
    if (this.active) return
    throw new WebhookError(
      'chat_on_standby',
      'A module channel controls this chat (standby): the bot cannot send until it returns control.',
    )
  }
}
