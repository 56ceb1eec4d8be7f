import { isObject } from '../../common/json.js'
import type { WebhookBody, WebhookEvent } from '../../spec/webhook/index.js'
import type { BotOptions, Wiring } from './bot-options.js'
import { channelsOf, rewired, type AnyOptions, type ChannelsOf } from './channels.js'
import { optionInvalid } from '../base/checks.js'
import { Delivery, type EventReport } from '../queue/delivery.js'
import { fetchWebhook } from '../adapters/fetch.js'
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

/** Options of {@link Bot.handle}. */
export interface HandleOptions {
  /** Which channel the events are for, when only the events are given and there are several channels. */
  destination?: string
  /** What secrets and tokens are taken from, where they are functions. */
  env?: unknown
}

/** A parsed body, or its events. */
type HandledEvents = (Pick<WebhookBody, 'events'> & Partial<WebhookBody>) | readonly WebhookEvent[]

/** A bot: handlers, and the channels that they hear and answer. Made by {@link createBot}. */
export class Bot {
  // Really private, so that a bot that is printed shows no secret.
  readonly #routes: Routes
  readonly #options: AnyOptions
  readonly #channelsOf: ChannelsOf
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
    this.#channelsOf = channelsOf(options, settings)
    this.receiver = new Receiver(routes, this.#channelsOf, settings)
    this.#underway = settings.underway
  }

  /**
   * Handles the events that pass a filter. The first handler that fits gets the event; it can pass it on with `next()`.
   *
   * @param filter - An event (`'follow'`), a kind of message (`'message:text'`), a kind of chat (`'group'`), a `RegExp` or
   *   `{ text: 'exactly this' }`, a typed postback; or an array of these, all of which must hold. `'standby'` brings the events of
   *   chats that a module channel holds, which no other filter lets through.
   * @throws {WebhookError} `filter_invalid` when no event can pass
   *
   * @example
   * bot.on(['group', /^!help/], (ctx) => ctx.reply('What can I do for you?'))
   * bot.on(buy, (ctx, { id }) => ctx.reply(`Number ${id}, thank you`))
   */
  on<const F extends Filter>(filter: F, handler: Handler<F>): this {
    const fitting = matcher(filter)
    mustBeFunction(`on(${typeof filter === 'string' ? `'${filter}'` : '…'}, …)`, handler)
    this.#routes.add(fitting, handler as never)
    return this
  }

  /**
   * Stands around the handlers of every event, known or not, in the order of the calls. Without `next()` the event ends here.
   *
   * @example
   * bot.use(async (ctx, next) => {
   *   const start = performance.now()
   *   await next()
   *   console.log(ctx.event.type, performance.now() - start)
   * })
   */
  use(middleware: Middleware): this {
    mustBeFunction('use', middleware)
    this.#routes.use(middleware as never)
    return this
  }

  /** Handles what no filter wanted. */
  default(handler: DefaultHandler): this {
    mustBeFunction('default', handler)
    this.#routes.fallback = handler as never
    return this
  }

  /**
   * Hears of every error of a handler, instead of the console. The event still counts as failed, and LINE is asked to send it
   * again, unless this returns `'handled'`.
   *
   * @example
   * bot.catch(async (error, ctx) => {
   *   report(error)
   *   if (ctx.canReply()) await ctx.reply('Sorry, that went wrong.')
   *   return 'handled'
   * })
   */
  catch(handler: ErrorHandler): this {
    mustBeFunction('catch', handler)
    this.#routes.errorHandler = handler as never
    return this
  }

  /** Gets events and messages that LINE began to send after this version was written. Without it they are passed over. */
  onUnknown(handler: UnknownHandler): this {
    mustBeFunction('onUnknown', handler)
    this.#routes.unknownHandler = handler as never
    return this
  }

  /**
   * Takes a webhook as a web-standard request. Bound, so that it can be handed around: `Deno.serve(bot.fetch)`,
   * `export const POST = bot.fetch`.
   *
   * @param platform - What the platform gives along: `env` first, and something with a `waitUntil` anywhere.
   */
  readonly fetch = (
    request: Request | { readonly request: Request },
    ...platform: unknown[]
  ): Promise<Response> => {
    if (isWebRequest(request)) return fetchWebhook(this.receiver, request, platform)
    return Promise.reject(
      optionInvalid(
        'bot.fetch needs a web Request. For requests of node:http, Express, Koa and Fastify use toNodeListener(bot).',
      ),
    )
  }

  /**
   * Takes a webhook in the simplest form, for servers without an adapter.
   * @throws {WebhookError} `option_invalid`
   */
  async receive(request: WebhookRequest, platform: Platform = {}): Promise<WebhookResponse> {
    if (typeof request?.method !== 'string' || typeof request.header !== 'function') {
      throw optionInvalid(
        'bot.receive needs { method, header, body }, where header is a function that gets the name of a header in lower case.',
      )
    }
    return this.receiver.receive(request, platform)
  }

  /**
   * Handles events that have been verified elsewhere, as behind a queue. Resolves when handlers and what they gave to
   * `ctx.waitUntil` have ended; tells what became of each event, and throws for none of them.
   *
   * @throws {WebhookError} `option_invalid` when it does not know for which channel they are
   *
   * @example
   * const reports = await bot.handle(message.body)
   * if (reports.some(({ outcome }) => outcome === 'failed')) message.retry()
   */
  async handle(body: HandledEvents, options: HandleOptions = {}): Promise<EventReport[]> {
    const { events, destination } = eventsOf(body, options)
    const channel = this.#channel(destination, options.env)
    const reports: EventReport[] = []
    const delivery = new Delivery(
      this.#routes,
      channel,
      destination ?? channel.destination ?? '',
      undefined,
      reports,
    )
    await delivery.handle(events)
    await delivery.settled()
    return reports
  }

  /**
   * Resolves when all handlers that webhooks began, and what they gave to `ctx.waitUntil`, have ended: for servers that shut down.
   * Let no more requests in before.
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
   * The same handlers, wired elsewhere: to an emulator, to a test, to a second channel. This bot stays as it is.
   *
   * @example
   * const local = bot.connect({ baseUrl: 'http://127.0.0.1:4000', channelSecret: 'x', channelAccessToken: 'y' })
   */
  connect(wiring: Wiring): Bot {
    return new Bot(rewired(this.#options, wiring), this.#routes)
  }

  #channel(destination: string | undefined, env: unknown) {
    const channels = this.#channelsOf(env)
    const fitting =
      channels.length === 1
        ? channels[0]
        : channels.find((one) => one.destination !== undefined && one.destination === destination)
    if (fitting) return fitting
    throw optionInvalid(
      `This bot has ${channels.length} channels, and none of them has the destination ${JSON.stringify(destination)}.`,
    )
  }
}

function eventsOf(body: HandledEvents, options: HandleOptions) {
  const inBody = isObject(body) && 'events' in body
  const events = inBody ? body.events : body
  if (!Array.isArray(events)) {
    throw optionInvalid(
      'bot.handle needs the parsed body of a webhook ({ destination, events }) or an array of its events.',
    )
  }
  const destination = options.destination ?? (inBody ? body.destination : undefined)
  return { events: events as readonly WebhookEvent[], destination }
}

function isWebRequest(request: unknown): boolean {
  const { headers, request: inner } = (request ?? {}) as { headers?: unknown; request?: unknown }
  const found = (headers ?? (inner as { headers?: unknown } | null | undefined)?.headers) as
    { get?: unknown } | null | undefined
  return typeof found?.get === 'function'
}

function mustBeFunction(method: string, handler: unknown): void {
  if (typeof handler === 'function') return
  throw optionInvalid(`bot.${method} needs a function, and got ${typeof handler}.`)
}

/**
 * Makes a bot.
 *
 * @throws {WebhookError} `secret_missing`, `token_missing` or `option_invalid`
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
export function createBot<Env = never>(options: BotOptions<Env>): Bot {
  // Without types, somebody may give nothing: then the secret is missing.
  return new Bot(options ?? {})
}
