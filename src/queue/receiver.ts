/** Receives webhooks, and puts their events into a queue. */
import { backgroundClock } from '../common/clock.js'
import { publicTextOf } from '../common/error-text.js'
import { numberOption, optionNames, optionsProblem } from '../common/options.js'
import { perEnv } from '../common/per-env.js'
import { randomUuid } from '../common/random.js'
import { fetchOf, type WebhookFetch } from '../webhook/adapters/fetch.js'
import { channelsOf } from '../webhook/bot/channels.js'
import type { BotOptions } from '../webhook/bot/bot-options.js'
import { settingsOf } from '../webhook/bot/settings-of.js'
import {
  type ReceiverSettings,
  type UnsafeWebhook,
  VerifyingReceiver,
} from '../webhook/bot/verifying-receiver.js'
import { isEvent, orderKey, type RawEvent } from '../webhook/event/raw-event.js'
import { okResponse, type WebhookResponse } from '../webhook/wire/http.js'
import { type Platform, WebhookError, type WebhookReceiver } from '../webhook/index.js'
import type { Channel } from '../webhook/queue/channel.js'
import type { QueueAdapter, QueuedEvent } from './adapter.js'
import { checkQueue } from './create-queue.js'
import { QueueError } from './errors.js'
import type { KeepingReceiver } from './observer.js'
import { within } from './time-limit.js'

/** Options of a bot that a receiver has too. */
type Shared =
  | 'channelSecret'
  | 'channels'
  | 'maxBodyBytes'
  | 'bodyTimeout'
  | 'clock'
  | 'observers'
  | 'onWarning'

/** Options of {@link receiver}. */
export interface ReceiverOptions<Env = never> extends Pick<BotOptions<Env>, Shared> {
  /** The queue, such as `redisQueue(connection)`. On Workers, a function of `env`. */
  queue: QueueAdapter | ((env: Env) => QueueAdapter)
  /**
   * Milliseconds that the queue may take to keep the events. One second by default: LINE waits two. After that, LINE gets status 503, and
   * sends the webhook again if redelivery is on.
   */
  timeout?: number
}

const shared = optionNames<Pick<BotOptions, Shared>>({
  channelSecret: true,
  channels: true,
  maxBodyBytes: true,
  bodyTimeout: true,
  clock: true,
  observers: true,
  onWarning: true,
})

/** Receives webhooks for a queue. Made by {@link receiver}. */
export interface QueueReceiver {
  /**
   * For adapters.
   * @internal
   */
  readonly receiver: WebhookReceiver
  /**
   * Takes a webhook that is a web-standard request, as `bot.fetch` does. Can be passed on: `Deno.serve(webhook.fetch)`,
   * `export const POST = webhook.fetch`.
   */
  readonly fetch: WebhookFetch
}

class Receiver extends VerifyingReceiver implements KeepingReceiver {
  readonly #queueOf: (env: unknown) => QueueAdapter
  readonly #timeout: number

  constructor(
    channels: ReturnType<typeof channelsOf>,
    settings: ReceiverSettings,
    queueOf: (env: unknown) => QueueAdapter,
    timeout: number,
  ) {
    super(channels, settings)
    this.#queueOf = queueOf
    this.#timeout = timeout
  }

  queueOf(env: unknown): QueueAdapter {
    return this.#queueOf(env)
  }

  async keep(queue: QueueAdapter, events: readonly QueuedEvent[]): Promise<void> {
    const { clock } = this.settings
    await within(clock, this.#timeout, 'append', queue.mailboxes.append(events))
    // Also for events that are known: the process that kept them may have died before it woke anyone.
    const mailboxes = [...new Set(events.map(({ mailbox }) => mailbox))]
    await within(clock, this.#timeout, 'wake', queue.wake(mailboxes))
  }

  override async deliver(
    channel: Channel,
    webhook: UnsafeWebhook,
    { env }: Platform,
  ): Promise<WebhookResponse> {
    const { clock, warn } = this.settings
    const queue = this.queueOf(env)
    const destination = (webhook.destination as string | undefined) ?? channel.destination ?? ''
    const receivedAt = clock.now()
    const queued = (webhook.events as readonly unknown[]).flatMap((event) => {
      if (isEvent(event)) return queuedEvent(event, destination, receivedAt)
      warn('event_invalid', 'An entry of "events" is not an event; it was skipped.')
      return []
    })
    if (queued.length === 0) return okResponse
    try {
      await this.keep(queue, queued)
      return okResponse
    } catch (error) {
      warn(
        'queue_unavailable',
        `The queue did not keep the events of a webhook, and LINE was asked to send it again: ${publicTextOf(error)}`,
      )
      return notKept
    }
  }
}

const notKept: WebhookResponse = {
  status: 503,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'The events could not be kept. Send them again later.\n',
}

function queuedEvent(event: RawEvent, destination: string, receivedAt: number): QueuedEvent {
  const { webhookEventId, timestamp, source } = event
  const id =
    typeof webhookEventId === 'string' && webhookEventId !== ''
      ? webhookEventId
      : randomUuid(undefined)
  return {
    id,
    // An event without a source waits for no other.
    mailbox: `${destination}/${orderKey(event) || id}`,
    destination,
    ...(source?.userId !== undefined && { userId: source.userId }),
    timestamp: typeof timestamp === 'number' ? timestamp : receivedAt,
    receivedAt,
    event,
  }
}

/**
 * Receives webhooks, puts their events into a queue, and answers LINE at once: workers handle them, see `consume`. Takes the place of a bot
 * in `toNodeListener`, `toLambda` and as `fetch`. Needs no channel access token.
 *
 * @throws {WebhookError} `secret_missing`, `option_invalid`
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * import { Redis } from 'ioredis'
 *
 * const queue = redisQueue(new Redis(process.env.REDIS_URL!))
 * const webhook = receiver({ channelSecret: process.env.LINE_CHANNEL_SECRET, queue })
 * createServer(toNodeListener(webhook)).listen(3000)
 */
export function receiver<Env = never>(options: ReceiverOptions<Env>): QueueReceiver {
  const invalid = (problem: string) => new QueueError('option_invalid', problem)
  const problem = optionsProblem(options, [...shared, 'queue', 'timeout'])
  if (problem !== undefined) throw invalid(problem)
  const { queue, timeout, ...others } = options
  const range = { min: 1, max: 60_000, unit: 'milliseconds' } as const
  const limit = numberOption('timeout', timeout, 1_000, range, invalid)
  const botOptions = {
    ...others,
    clock: others.clock ?? backgroundClock,
    dedupe: false,
  } as BotOptions
  const settings = settingsOf(botOptions)
  const queueOf = perEnv(queue, checkQueue)
  const inner = new Receiver(channelsOf(botOptions, settings), settings, queueOf, limit)
  const fetch = fetchOf(() => inner)
  return {
    receiver: inner,
    fetch: (request: Request | { readonly request: Request }, ...platform: unknown[]) =>
      fetch(request as Request, ...platform).catch(renamed),
  }
}

/** An error that says what to pass speaks of a bot. */
function renamed(error: unknown): never {
  if (error instanceof WebhookError) error.message = error.message.replace(/\bbot\b/g, 'webhook')
  throw error
}
