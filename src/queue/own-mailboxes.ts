/** Finds out whether a mailbox is for the bot: two bots that share a queue must not handle the events of each other. */
import { type Clock, monotonic } from '../common/clock.js'
import type { LineClient } from '../client/index.js'
import { isWorkers } from '../client/workers.js'
import type { Channels } from '../webhook/bot/channel-source.js'
import type { Channel } from '../webhook/queue/channel.js'
import { QueueError } from './errors.js'

/** Milliseconds after which a mailbox of another bot is offered to the workers again. */
export const foreignDelay = 5_000

/** Milliseconds that the look-up may take, and after which one that failed is repeated. */
const timeout = 2_000
const again = 60_000

/** What is known of a channel. */
interface Known {
  /** User id of its bot. */
  userId?: string
  /** Not asked for again before this time, by `monotonic`. */
  retryAt: number
  underway?: Promise<void> | undefined
}

export class OwnMailboxes {
  readonly #channels: Channels | undefined
  readonly #clock: Clock
  readonly #known = new WeakMap<Channel, Known>()

  /** @param receiver - of a bot */
  constructor(receiver: object | undefined, clock: Clock) {
    this.#channels = (receiver as { readonly channels?: Channels } | undefined)?.channels
    this.#clock = clock
  }

  /**
   * The error for a mailbox of another bot; `undefined` for one of this bot, or if that cannot be found out. Bots with several channels
   * look for the channel of each event.
   */
  async foreign(mailbox: string, env: unknown): Promise<QueueError | undefined> {
    const destination = mailbox.slice(0, Math.max(0, mailbox.indexOf('/')))
    const channel = destination === '' ? undefined : this.#only(env)
    const own = channel && (channel.destination ?? (await this.#userIdOf(channel)))
    return own === undefined || own === destination ? undefined : shared(own, destination)
  }

  #only(env: unknown): Channel | undefined {
    try {
      const { atRunTime, of } = this.#channels ?? {}
      const all = atRunTime ? undefined : of?.(env)
      return all?.length === 1 ? all[0] : undefined
    } catch {
      // The handlers fail with the same error, and say so.
      return undefined
    }
  }

  async #userIdOf(channel: Channel): Promise<string | undefined> {
    let known = this.#known.get(channel)
    if (!known) this.#known.set(channel, (known = { retryAt: -Infinity }))
    if (known.userId === undefined && monotonic(this.#clock) >= known.retryAt) {
      // On Workers, a request cannot wait for a call of another one.
      if (isWorkers()) await this.#ask(channel, known)
      else await (known.underway ??= this.#ask(channel, known))
    }
    return known.userId
  }

  /** Asks LINE. A bot without a token, or while LINE is away, handles what it gets. */
  async #ask(channel: Channel, known: Known): Promise<void> {
    try {
      const { bot } = channel.client as Partial<LineClient>
      const { userId } = await bot!.info({ timeout, retry: false })
      if (typeof userId === 'string') known.userId = userId
    } catch {
      // A wrong token is an error of the handlers.
    }
    known.retryAt = monotonic(this.#clock) + again
    known.underway = undefined
  }
}

const shared = (own: string, other: string) =>
  new QueueError(
    'queue_shared',
    `The queue has events for the bot ${other}, and the bot of this worker is ${own}. They are kept for workers of that bot. Give each ` +
      "bot a queue of its own: redisQueue(connection, { prefix: 'shop' }), postgresQueue(pool, { schema: 'shop' }); or make them one bot " +
      'with channels.',
  )
