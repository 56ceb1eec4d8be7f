/** One run of the handlers for an event of a queue: what it sends is sent once, even if an earlier run has died. */
import type { Call, CallHooks } from '../client/hooks.js'
import { type LineApiError, LineConnectionError } from '../client/index.js'
import type { Clock } from '../common/clock.js'
import { isObject } from '../common/json.js'
import { type Endpoint, endpoints } from '../endpoints/index.js'
import type { BotClient } from '../webhook/event/bot-client.js'
import type { RawEvent } from '../webhook/event/raw-event.js'
import { deriveKey } from '../webhook/event/retry-key.js'
import type { Notes, QueuedEvent } from './adapter.js'
import { QueueError } from './errors.js'

/**
 * What happens to a reply that may have been sent: `'atMostOnce'`, it is not sent again, and the event goes to the
 * dead letters; `'atLeastOnce'`, it is pushed, perhaps in addition.
 */
export type UnsurePolicy = 'atMostOnce' | 'atLeastOnce'

/** Options of {@link Run}. */
export interface RunOptions {
  readonly queued: QueuedEvent
  /** Notes of earlier runs. */
  readonly notes: Notes
  readonly clock: Clock
  readonly unsure: UnsurePolicy
  /** Keeps notes for the next run. Rejects if that fails, or if the lease is lost. */
  readonly note: (notes: Notes) => Promise<void>
}

/** Note on the reply to an event: it is being sent, or was sent with these messages. */
type ReplyNote = { sending: true } | { sent: readonly unknown[] } | null

/** Milliseconds after a delivery in which its reply token has not expired: if LINE refuses it, it was used. */
const safeTokenAge = 50_000

/** Milliseconds after an event in which a redelivery renews its reply token. */
const renewable = 20 * 60_000

/** Milliseconds after a delivery in which LINE promises to take a reply. */
const tokenLifetime = 60_000

/** Milliseconds by which the clocks of two machines may differ. */
const tolerance = 2_000

/** Makes the call. */
type Next<T> = (options: Call['options']) => Promise<T>

export class Run {
  /** A reply may or may not have been sent. */
  isUnsure = false
  readonly #options: RunOptions
  /** Number of requests so far, by operation and recipients. */
  readonly #counts = new Map<string, number>()

  constructor(options: RunOptions) {
    this.#options = options
  }

  readonly hooks = (client: BotClient): CallHooks => ({
    around: async (call, next) => {
      if (call.operationId === 'replyMessage') return this.#reply(client, call, next)
      const row: Endpoint = endpoints[call.operationId]
      if (!row.retryKey || call.options.retryKey !== undefined) return next(call.options)
      return next({ ...call.options, retryKey: await this.#retryKey(call) })
    },
  })

  /** Derives the key from the event and the place of the request among those to the same recipients. */
  #retryKey(call: Call): Promise<string> {
    const { to } = bodyOf(call)
    const name = `${this.#options.queued.id}/${call.operationId}/${JSON.stringify(to) ?? ''}`
    const count = this.#counts.get(name) ?? 0
    this.#counts.set(name, count + 1)
    return deriveKey(`${name}/${count}`)
  }

  async #reply<T>(client: BotClient, call: Call, next: Next<T>): Promise<T> {
    const { queued, notes, note } = this.#options
    const { replyToken } = bodyOf(call)
    if (replyToken !== (queued.event as RawEvent).replyToken) return next(call.options)
    const before = notes['reply'] as ReplyNote | undefined
    if (before && 'sent' in before) return sentBefore(before.sent) as T
    await note({ reply: { sending: true } })
    let outcome: T
    try {
      outcome = await next(call.options)
    } catch (error) {
      outcome = (await this.#afterFailure(client, call, error, before ?? null)) as T
    }
    const { sentMessages = [] } = (outcome as { answer: { sentMessages?: unknown[] } }).answer
    // It is sent. Without the note, the next run asks LINE, which takes a token once.
    await note({ reply: { sent: sentMessages } }).catch(() => undefined)
    return outcome
  }

  /** Decides what a failure means for the reply. */
  async #afterFailure(client: BotClient, call: Call, error: unknown, before: ReplyNote) {
    const { note } = this.#options
    const { code, accepted } = Object(error) as Partial<LineApiError>
    const isRefused = code === 'reply_token_invalid' && accepted !== 'maybe'
    if (isRefused && before) {
      if (this.#isTokenAlive) return sentBefore([])
      return this.#unsure(client, call)
    }
    // A run that sent nothing leaves no note: the next one may reply, or push by the policy of the bot.
    const isUnsent =
      accepted === undefined ? !(error instanceof LineConnectionError) : accepted === 'no'
    if (isUnsent) await note({ reply: before }).catch(() => undefined)
    throw error
  }

  /** LINE refuses the token, and an earlier run died while it replied: the token was used, or has expired. */
  async #unsure(client: BotClient, call: Call) {
    const { queued, unsure } = this.#options
    const { source } = queued.event as RawEvent
    const to = source?.groupId ?? source?.roomId ?? source?.userId
    if (unsure === 'atLeastOnce' && to !== undefined) {
      const { messages } = bodyOf(call)
      const retryKey = await deriveKey(`${queued.id}/reply`)
      const options = { retryKey, validate: false }
      const { sentMessages } = await client.messages.push(to, messages as never, options)
      return sentBefore(sentMessages)
    }
    this.isUnsure = true
    throw new QueueError(
      'reply_unsure',
      'An earlier run died while it replied, and the reply token may have expired since: the reply was sent, or was not. It is not ' +
        "sent again. To push it in such a case, perhaps in addition: consume(bot, { unsure: 'atLeastOnce' }).",
    )
  }

  /** Neither the event nor its last delivery is too old. What comes from the future has a wrong clock, and says nothing. */
  get #isTokenAlive(): boolean {
    const { queued, clock } = this.#options
    const { timestamp, receivedAt } = queued
    const ages = [timestamp, receivedAt].map((since) => clock.now() - since)
    return (
      ages.some((age) => age >= -tolerance && age < safeTokenAge) &&
      clock.now() - timestamp < renewable
    )
  }

  /**
   * The reply token has expired, and no run has tried it. LINE would refuse it; and if this run died meanwhile, the next one would not know
   * why. A push has the same key in each run.
   */
  readonly isTokenOver = (): boolean => {
    const { queued, notes, clock } = this.#options
    const delivered = Math.max(queued.timestamp, queued.receivedAt)
    return !notes['reply'] && clock.now() - delivered > tokenLifetime + tolerance
  }
}

/** Body of a call. */
function bodyOf({ input }: Call): Readonly<Record<string, unknown>> {
  const { written, body } = input
  const read: unknown = typeof written === 'string' ? JSON.parse(written) : body
  return isObject(read) ? (read as Record<string, unknown>) : {}
}

/** The outcome of a reply that was sent before. */
const sentBefore = (sentMessages: readonly unknown[]) => ({
  answer: { sentMessages },
  requestId: '',
  retryKey: undefined,
  attempts: 0,
  repeated: true,
  header: () => undefined,
  stream: undefined,
})
