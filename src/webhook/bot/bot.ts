import { bindMethods } from '../../common/bind-methods.js'
import { isObject } from '../../common/json.js'
import type { WebhookBody, WebhookEvent } from '../../spec/webhook/index.js'
import type { BotOptions, HandleOptions, Wiring } from './bot-options.js'
import { checkBotOptions, checkHandleOptions, checkWiringNames } from './option-names.js'
import { channelsOf, rewired, type AnyOptions } from './channels.js'
import type { Channels } from './channel-source.js'
import type { Channel } from '../queue/channel.js'
import { optionInvalid } from '../base/checks.js'
import { Delivery, type EventReport } from '../queue/delivery.js'
import type { Queued } from '../queue/queued.js'
import { fetchOf, type WebhookFetch } from '../adapters/fetch.js'
import { wrongRequest } from '../adapters/wrong-argument.js'
import type { Filter } from '../routing/filter.js'
import type {
  DefaultHandler,
  ErrorHandler,
  Handler,
  Middleware,
  UnknownHandler,
} from '../routing/handler.js'
import type { WebhookRequest, WebhookResponse } from '../wire/http.js'
import { matcher } from '../routing/match.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'
import { Receiver } from './receive.js'
import { Routes } from '../routing/routes.js'
import { settingsOf } from './settings-of.js'

/** A parsed body, or its events. */
type HandledEvents = (Pick<WebhookBody, 'events'> & Partial<WebhookBody>) | readonly WebhookEvent[]

/**
 * A bot: handlers, and the channels whose events they handle. Made by {@link createBot}. `S` is the type of `ctx.session`.
 */
export class Bot<S = unknown> {
  /** For types only: so that no bot without sessions is taken for one with them. */
  declare readonly '~session'?: S
  // #private, so that printing a bot shows no secret.
  readonly #routes: Routes
  readonly #options: AnyOptions
  readonly #channels: Channels
  /**
   * For adapters.
   * @internal
   */
  readonly receiver: WebhookReceiver
  readonly #underway: ReadonlySet<Promise<unknown>>

  /** @internal */
  constructor(options: AnyOptions, routes = new Routes()) {
    this.#options = options
    this.#routes = routes
    const settings = settingsOf(options)
    this.#channels = channelsOf(options, settings)
    this.receiver = new Receiver(routes, this.#channels, settings)
    this.#underway = settings.underway
    bindMethods(this)
  }

  /**
   * Registers a handler for the events that match a filter. The first handler that matches gets the event; `next()` passes it on.
   *
   * @param filter - An event (`'follow'`), a kind of message (`'message:text'`), a kind of chat (`'group'`), `'mention'`, a `RegExp` or
   *   `{ text: 'exactly this' }`, a typed postback, a function of the context, `anyOf(…)`; or an array of these, all of which must match.
   *   `'standby'` matches events of chats that a module channel controls; no other filter does.
   * @throws {WebhookError} `filter_invalid` when no event can match
   *
   * @example
   * bot.on(['group', /^!help/], (ctx) => ctx.reply('What can I do for you?'))
   * bot.on(buy, (ctx, { id }) => ctx.reply(`Number ${id}, thank you`))
   */
  on<const F extends Filter<S>>(filter: F, handler: Handler<F, S>): this {
    const fitting = matcher(filter as Filter)
    mustBeFunction(`on(${typeof filter === 'string' ? `'${filter}'` : '…'}, …)`, handler)
    this.#routes.add(fitting, handler as never)
    return this
  }

  /**
   * Registers a middleware: it runs around the handlers of every event, in the order of registration. Without `next()`, no handler runs.
   *
   * @example
   * bot.use(async (ctx, next) => {
   *   const start = performance.now()
   *   await next()
   *   console.log(ctx.event.type, performance.now() - start)
   * })
   */
  use(middleware: Middleware<S>): this {
    mustBeFunction('use', middleware)
    this.#routes.use(middleware as never)
    return this
  }

  /** Registers the handler of events that no filter matches. */
  default(handler: DefaultHandler<S>): this {
    mustBeFunction('default', handler)
    this.#routes.fallback = handler as never
    return this
  }

  /**
   * Registers the handler of errors; without one they are printed. The event counts as failed, and LINE is asked to redeliver it, unless the
   * handler returns `'handled'`.
   *
   * @example
   * bot.catch(async (error, ctx) => {
   *   report(error)
   *   if (ctx.canReply()) await ctx.reply('Sorry, that went wrong.')
   *   return 'handled'
   * })
   */
  catch(handler: ErrorHandler<S>): this {
    mustBeFunction('catch', handler)
    this.#routes.errorHandler = handler as never
    return this
  }

  /** Registers the handler of events and messages that this version does not know. Without one they are ignored. */
  onUnknown(handler: UnknownHandler): this {
    mustBeFunction('onUnknown', handler)
    this.#routes.unknownHandler = handler as never
    return this
  }

  /**
   * Handles a webhook that is a web-standard request. Bound, so that it can be passed on: `Deno.serve(bot.fetch)`,
   * `export const POST = bot.fetch`.
   *
   * @param platform - Further arguments of the platform: `env` first, and an object with `waitUntil` anywhere.
   */
  readonly fetch: WebhookFetch = fetchOf(() => this.receiver)

  /**
   * Handles a webhook in the simplest form, for servers without an adapter.
   * @throws {WebhookError} `option_invalid`
   */
  async receive(request: WebhookRequest, platform: Platform = {}): Promise<WebhookResponse> {
    if (typeof request?.method !== 'string' || typeof request.header !== 'function') {
      throw wrongRequest(
        'bot.receive needs { method, header, body }; header(name) gets a name in lower case',
        request,
      )
    }
    return this.receiver.receive(request, platform)
  }

  /**
   * Handles events that were verified elsewhere, for example behind a queue. Resolves when the handlers and the work that they passed to
   * `ctx.waitUntil` have ended, with the outcome of each event. An event that fails is an outcome, not an error.
   *
   * @throws {WebhookError} `option_invalid` when no channel matches
   *
   * @example
   * const reports = await bot.handle(message.body)
   * if (reports.some(({ outcome }) => outcome === 'failed')) message.retry()
   */
  async handle(body: HandledEvents, options: HandleOptions = {}): Promise<EventReport[]> {
    checkHandleOptions(options)
    return this.#handle(eventsOf(body, options), options.env)
  }

  /** @internal Handles an event that a queue has claimed. */
  async handleQueued(
    event: unknown,
    destination: string,
    env: unknown,
    queued: Queued,
  ): Promise<EventReport> {
    const [report] = await this.#handle({ events: [event], destination }, env, queued)
    return report!
  }

  async #handle(
    { events, destination }: { events: readonly unknown[]; destination: string | undefined },
    env: unknown,
    queued?: Queued,
  ): Promise<EventReport[]> {
    const channel = await this.#channel(destination, env)
    const reports: EventReport[] = []
    const delivery = new Delivery(
      this.#routes,
      channel,
      destination ?? channel.destination ?? '',
      undefined,
      reports,
      env,
      queued,
    )
    await delivery.handle(events)
    await delivery.settled()
    return reports
  }

  /**
   * Resolves when all handlers of webhooks, and the work that they passed to `ctx.waitUntil`, have ended: for a shutdown. Stop accepting
   * requests first.
   *
   * @example
   * const server = createServer(toNodeListener(bot)).listen(3000)
   * process.on('SIGTERM', async () => {
   *   server.close()
   *   await bot.settled()
   *   process.exit()
   * })
   */
  async settled(): Promise<void> {
    // Work may bring more work.
    while (this.#underway.size > 0) await Promise.all(this.#underway)
  }

  /**
   * Returns a bot with the same handlers and other options: for an emulator, a test, or a second channel. This bot does not change.
   *
   * @example
   * const local = bot.connect({ baseUrl: 'http://127.0.0.1:4000', channelSecret: 'x', channelAccessToken: 'y' })
   */
  connect(wiring: Wiring): Bot<S> {
    checkWiringNames(wiring)
    return new Bot<S>(rewired(this.#options, wiring), this.#routes)
  }

  async #channel(destination: string | undefined, env: unknown): Promise<Channel> {
    const { of, atRunTime } = this.#channels
    const channels = of(env)
    const fitting = atRunTime
      ? await atRunTime.named(destination, env)
      : channels.length === 1
        ? channels[0]
        : channels.find((one) => one.destination !== undefined && one.destination === destination)
    if (fitting) return fitting
    throw optionInvalid(
      `No channel of this bot has the destination ${JSON.stringify(destination)}.`,
    )
  }
}

function eventsOf(body: HandledEvents, options: HandleOptions) {
  const inBody = isObject(body) && 'events' in body
  const events = inBody ? body.events : body
  if (!Array.isArray(events)) {
    throw optionInvalid('bot.handle needs the parsed body of a webhook, or an array of its events.')
  }
  const destination = options.destination ?? (inBody ? body.destination : undefined)
  return { events: events as readonly WebhookEvent[], destination }
}

function mustBeFunction(method: string, handler: unknown): void {
  if (typeof handler === 'function') return
  throw optionInvalid(`bot.${method} needs a function, and got ${typeof handler}.`)
}

/**
 * Makes a bot. Secret and token come from the environment variables `LINE_CHANNEL_SECRET` and `LINE_CHANNEL_ACCESS_TOKEN` if the options
 * are absent.
 *
 * @throws {WebhookError} `secret_missing`, `token_missing` or `option_invalid`. An option that is `undefined` is an error when it is first
 *   needed, so that a module with a bot can be imported without it.
 * @see https://developers.line.biz/en/docs/messaging-api/receiving-messages/
 *
 * @example
 * const bot = createBot({
 *   channelSecret: process.env.LINE_CHANNEL_SECRET,
 *   channelAccessToken: process.env.LINE_CHANNEL_ACCESS_TOKEN,
 * })
 * bot.on('message:text', (ctx) => ctx.reply(`You said: ${ctx.text}`))
 *
 * createServer(toNodeListener(bot)).listen(3000)
 */
export function createBot<Env = never, S = unknown>(options: BotOptions<Env, S> = {}): Bot<S> {
  checkBotOptions(options)
  return new Bot<S>(options as unknown as AnyOptions)
}
