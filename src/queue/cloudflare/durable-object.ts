/** The Durable Object that keeps a part of the mailboxes. It runs in the Worker of the bot. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import type { DurableStateLike } from '../../store/cloudflare/durable-object.js'
import { answerCall } from '../../store/cloudflare/shards.js'
import { printError } from '../../webhook/base/print.js'
import { QueueError } from '../errors.js'
import { SqliteMailboxes } from './sqlite-mailboxes.js'
import { type QueueLike, sendWakeUps } from './wake.js'

/** Options of {@link FukidashiMailboxes}, for a class of your own that extends it. */
export interface FukidashiMailboxesOptions {
  /** Name of the binding of the queue to which the object sends wake-ups that were lost. `'EVENTS'` by default. */
  queue?: string
  /** Milliseconds that an event waits before its wake-up counts as lost: from 1,000 to a day. A minute by default. */
  sweepAfter?: number
}

/** The part of the state of a Durable Object that is used. */
export interface MailboxesStateLike {
  storage: DurableStateLike['storage'] & { transactionSync<T>(work: () => T): T }
}

const names = optionNames<FukidashiMailboxesOptions>({ queue: true, sweepAfter: true })

const operations = [
  'append',
  'open',
  'renew',
  'note',
  'settle',
  'waiting',
  'deadPlace',
  'dead',
  'replay',
  'discard',
  'counts',
  'forget',
] as const

/** Largest number of mailboxes that are woken at once. */
const mostLost = 500

/**
 * Keeps a part of the mailboxes of `cloudflareQueue`. Export it from your Worker, and name it in wrangler's configuration. Its alarm
 * deletes what is over, and wakes mailboxes whose wake-up was lost, if the Worker has a binding of the queue.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * export { FukidashiMailboxes } from 'fukidashi/queue/cloudflare'
 */
export class FukidashiMailboxes {
  readonly #state: MailboxesStateLike
  readonly #env: unknown
  readonly #queue: string
  readonly #sweepAfter: number
  readonly #mailboxes: SqliteMailboxes
  #warned = false

  constructor(state: MailboxesStateLike, env: unknown, options: FukidashiMailboxesOptions = {}) {
    const problem = optionsProblem(options, names)
    const invalid = (text: string) => new QueueError('option_invalid', text)
    if (problem !== undefined) throw invalid(problem)
    const range = { min: 1_000, max: 86_400_000, whole: true, unit: 'milliseconds' } as const
    this.#sweepAfter = numberOption('sweepAfter', options.sweepAfter, 60_000, range, invalid)
    this.#queue = options.queue ?? 'EVENTS'
    this.#state = state
    this.#env = env
    const { sql } = state.storage
    this.#mailboxes = new SqliteMailboxes(
      (text, ...values) => sql.exec(text, ...values).toArray(),
      () => Date.now(),
    )
  }

  /** Called by `cloudflareQueue`. */
  async fetch(request: Request): Promise<Response> {
    const { storage } = this.#state
    const answer = await answerCall(request, this.#mailboxes, operations, (method) =>
      storage.transactionSync(method),
    )
    const soon = Date.now() + this.#sweepAfter
    const alarm = await storage.getAlarm()
    if (alarm === null || alarm > soon) await storage.setAlarm(soon)
    return answer
  }

  /** Called by the platform. */
  async alarm(): Promise<void> {
    const { storage } = this.#state
    const next = storage.transactionSync(() => this.#mailboxes.sweep(this.#sweepAfter))
    // Before the wake-ups: the platform gives up an alarm that fails often.
    if (next !== undefined) await storage.setAlarm(next)
    const lost = storage.transactionSync(() => this.#mailboxes.lost(this.#sweepAfter, mostLost))
    if (lost.length === 0) return
    const queue = (Object(this.#env) as Record<string, QueueLike | undefined>)[this.#queue]
    if (!queue) {
      this.#warn()
      return
    }
    try {
      await sendWakeUps(queue, lost)
    } catch (error) {
      printError('wake-ups of mailboxes could not be sent. They are sent again later.', error)
    }
  }

  #warn(): void {
    if (this.#warned) return
    this.#warned = true
    console.warn(
      `fukidashi: the wake-ups of mailboxes were lost, and there is no binding ${this.#queue} of the queue to send them again. Add it, pass its name to the constructor of FukidashiMailboxes, or let a cron trigger call scheduled.`,
    )
  }
}
