/** Handles the events of one mailbox, one after the other. */
import { type Clock } from '../common/clock.js'
import { randomUuid } from '../common/random.js'
import { HeldLease, timesOf } from '../store/held-lease.js'
import { type Lease, lostMessage } from '../store/leases.js'
import type { EventReport } from '../webhook/index.js'
import { publicTextOf } from '../common/error-text.js'
import { WebhookError } from '../webhook/index.js'
import type { RawEvent } from '../webhook/event/raw-event.js'
import type { Queued } from '../webhook/queue/queued.js'
import type { DeadReason, End, Mailboxes, Notes, Opened, QueueAdapter } from './adapter.js'
import { Run, type UnsurePolicy } from './run.js'
import { within } from './time-limit.js'

/** A bot of `createBot`, as far as a queue needs it. */
export interface QueuedBot {
  /** @internal */
  readonly receiver?: object
  /** @internal */
  handleQueued(
    event: unknown,
    destination: string,
    env: unknown,
    queued: Queued,
  ): Promise<EventReport>
}

/** An event that went to the dead letters. Contains no text. */
export interface DeadEvent {
  id: string
  /** Type of the event, such as `message`. */
  type: string
  attempts: number
  reason: DeadReason
}

/** Options of {@link drain}. */
export interface DrainOptions {
  readonly leaseMs: number
  readonly attempts: number
  /** Never throws. */
  readonly delay: (attempt: number) => number
  readonly unsure: UnsurePolicy
  readonly knownMs: number
  readonly deadMs: number
  readonly timeout: number
  /** Never throws. */
  readonly onDead: (event: DeadEvent) => void
  /** No further event is begun. */
  readonly isClosing: () => boolean
  readonly clock: Clock
}

/** Events of one mailbox that are handled before others have their turn. */
const mostInARow = 50

/** Milliseconds after the end of another owner's lease. */
const afterLease = 50

type EventOpened = Opened & { state: 'event' }

/**
 * Handles the events of a mailbox until it is empty, or busy. Wakes it again if something remains to be done later.
 * @throws {QueueError} `queue_unavailable` if the queue does not answer
 */
export async function drain(
  bot: QueuedBot,
  queue: QueueAdapter,
  mailbox: string,
  env: unknown,
  options: DrainOptions,
): Promise<void> {
  const draining = new Draining(bot, queue.mailboxes, mailbox, env, options)
  const left = await draining.run()
  if (left === undefined) return
  await within(options.clock, options.timeout, 'wake', queue.wake([mailbox], left))
}

class Draining {
  readonly #bot: QueuedBot
  readonly #boxes: Mailboxes
  readonly #mailbox: string
  readonly #env: unknown
  readonly #options: DrainOptions
  readonly #owner = randomUuid(undefined)

  constructor(
    bot: QueuedBot,
    boxes: Mailboxes,
    mailbox: string,
    env: unknown,
    options: DrainOptions,
  ) {
    this.#bot = bot
    this.#boxes = boxes
    this.#mailbox = mailbox
    this.#env = env
    this.#options = options
  }

  /** Resolves with the milliseconds after which the mailbox must be drained again; `undefined` if it is empty. */
  async run(): Promise<number | undefined> {
    const { clock, leaseMs } = this.#options
    const since = timesOf(clock)
    const opened = await this.#call('open', this.#boxes.open(this.#mailbox, this.#owner, leaseMs))
    if (opened.state !== 'event') return leftOf(opened)
    const renew = () =>
      this.#call('renew', this.#boxes.renew(this.#mailbox, this.#owner, leaseMs)).catch(
        () => undefined,
      )
    const held = new HeldLease({ clock, leaseMs, renew }, since)
    try {
      return await this.#handleAll(opened, held)
    } finally {
      held.end()
    }
  }

  async #handleAll(first: EventOpened, held: HeldLease): Promise<number | undefined> {
    const { clock, leaseMs, knownMs, deadMs, isClosing } = this.#options
    let opened: Opened | { readonly state: 'lost' } = first
    for (let count = 1; opened.state === 'event'; count++) {
      const { event: queued, attempt } = opened
      const { id } = queued
      const end = await this.#handle(opened, held)
      const since = timesOf(clock)
      const next = count < mostInARow && !isClosing()
      opened = await this.#call(
        'settle',
        this.#boxes.settle(this.#mailbox, this.#owner, id, end, { leaseMs, knownMs, deadMs, next }),
      )
      if (opened.state === 'lost') break
      held.renewed(since)
      if (end.as === 'dead') this.#reportDead(queued, attempt, end.reason)
    }
    return leftOf(opened, leaseMs)
  }

  /** Runs the handlers for an event. Never rejects. */
  async #handle({ event, attempt, notes }: EventOpened, held: HeldLease): Promise<End> {
    const { attempts, clock, delay } = this.#options
    if (attempt > attempts) {
      const message = `its worker died in each of ${attempts} runs`
      return dead({ code: 'died', message })
    }
    const run = new Run({
      queued: event,
      notes,
      clock,
      // Who replays a dead letter wants it sent.
      unsure: attempt === 1 ? 'atLeastOnce' : this.#options.unsure,
      note: (more) => this.#note(event.id, more, held),
    })
    const { outcome, error, isFinal } = await this.#report(event, attempt, run, held)
    if (run.isUnsure) return dead({ code: 'unsure', message: 'its reply was sent, or was not' })
    if (outcome !== 'failed') return { as: 'done' }
    // More runs would find no channel either.
    if (isFinal)
      return dead({ code: 'channel_unknown', message: `${publicTextOf(error)}${channelAdvice}` })
    if (attempt < attempts) return { as: 'later', ms: delay(attempt) }
    const { type } = event.event as RawEvent
    return dead({ code: 'failed', message: `${nameOf(error)} in the handler of a ${type} event` })
  }

  async #report(
    { id, event, destination, receivedAt }: EventOpened['event'],
    attempt: number,
    { hooks, isTokenOver }: Run,
    held: HeldLease,
  ): Promise<Pick<EventReport, 'outcome' | 'error'> & { isFinal?: boolean }> {
    const lease = leaseOf(held)
    const leases = { take: () => ({ state: 'mine', lease }) as const }
    const queued: Queued = { id, attempt, receivedAt, isTokenOver, leases, hooks }
    try {
      return await this.#bot.handleQueued(event, destination, this.#env, queued)
    } catch (error) {
      // Errors of handlers are in the report. This one comes from the search for the channel, which may also be unavailable for now.
      const isFinal = error instanceof WebhookError && error.code === 'option_invalid'
      return { outcome: 'failed', error, isFinal }
    }
  }

  async #note(id: string, notes: Notes, held: HeldLease): Promise<void> {
    if (held.holds()) {
      const call = this.#boxes.note(this.#mailbox, this.#owner, id, notes)
      if (await this.#call('note', call)) return
    }
    throw new WebhookError('lease_lost', lostMessage(`event (${id})`, ''))
  }

  /** Reports an event that is among the dead letters now. One whose worker died was given to this one to find that out. */
  #reportDead({ id, event }: EventOpened['event'], attempt: number, reason: DeadReason): void {
    const attempts = Math.min(attempt, this.#options.attempts)
    this.#options.onDead({ id, type: (event as RawEvent).type, attempts, reason })
  }

  #call<T>(what: string, call: Promise<T>): Promise<T> {
    const { clock, timeout } = this.#options
    return within(clock, timeout, what, call)
  }
}

/** Milliseconds after which the mailbox must be drained again. */
function leftOf(opened: Opened | { readonly state: 'lost' }, leaseMs = 0): number | undefined {
  if (opened.state === 'empty') return undefined
  if (opened.state === 'later') return opened.ms
  // Another owner has it, and drains it unless it dies.
  return (opened.state === 'busy' ? opened.ms : leaseMs) + afterLease
}

/** The lease of a mailbox, as the bot asks for that of an event. */
const leaseOf = (held: HeldLease): Lease => ({
  holds: () => held.holds(),
  onLost: (callback) => {
    held.onLost = callback
  },
  done: () => (held.holds() ? 'done' : 'lost'),
  release: () => undefined,
  lostMessage: (what) => lostMessage(what, ''),
})

const channelAdvice = ' Add it to `channels`, then replay the event.'

const dead = (reason: DeadReason): End => ({ as: 'dead', reason })

/** Name and code of an error: its message may repeat a text of a user. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'A value that is no error'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? `${error.name} (${code})` : error.name
}
