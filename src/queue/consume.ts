/** Handles the events of a queue. */
import { after, backgroundClock, type Clock, monotonic } from '../common/clock.js'
import {
  describeValue,
  numberOption,
  numberProblem,
  optionNames,
  optionsProblem,
} from '../common/options.js'
import { perEnv } from '../common/per-env.js'
import { printError } from '../webhook/base/print.js'
import type { Settings } from '../webhook/queue/settings.js'
import type { QueueAdapter, Working } from './adapter.js'
import { checkQueue } from './create-queue.js'
import { type DeadEvent, drain, type DrainOptions, type QueuedBot } from './drain.js'
import { QueueError } from './errors.js'
import { foreignDelay, OwnMailboxes } from './own-mailboxes.js'
import type { ObservedConsumer, QueueObserver } from './observer.js'
import type { UnsurePolicy } from './run.js'
import { within } from './time-limit.js'

/** Options of {@link consume}. */
export interface ConsumeOptions<Env = never> {
  /** The queue, such as `redisQueue(connection)`. On Workers, a function of `env`. */
  queue: QueueAdapter | ((env: Env) => QueueAdapter)
  /** Largest number of users, groups and rooms whose events are handled at once by this process. 10 by default. On Workers, see `workerHandlers`. */
  concurrency?: number
  /** Number of runs of the handlers for an event, after which it goes to the dead letters. 3 by default. */
  attempts?: number
  /**
   * Milliseconds before the next run of an event that failed, by the number of the run that failed (from 1). 1 s and then 5 s by default, so
   * that the third run can still reply.
   */
  delay?: (attempt: number) => number
  /** What happens to a reply that may have been sent, because a worker died. `'atMostOnce'` by default. */
  unsure?: UnsurePolicy
  /** Milliseconds that ids of handled events are kept. One hour by default; LINE redelivers for 20 minutes. */
  knownMs?: number
  /** Milliseconds that dead letters are kept. 14 days by default. */
  deadMs?: number
  /** Milliseconds that a call of the queue may take. 5 s by default. */
  timeout?: number
  /** Called with each event that goes to the dead letters. Prints a line by default. */
  onDead?: (event: DeadEvent) => void
  /** Called with errors of the queue itself, such as a lost connection. Prints them by default. Errors of handlers go to `bot.catch`. */
  onError?: (error: unknown) => void
  /** Source of time; replace it in tests. */
  clock?: Clock
}

/** Handles the events of a queue. Made by {@link consume}. */
export interface Consumer {
  /** Resolves when the worker runs. Rejects if the queue cannot be used. */
  readonly ready: Promise<void>
  /** Takes no more events, and resolves when the handlers that run have ended: for a shutdown. */
  close(): Promise<void>
  /**
   * Handles the events of a mailbox, where the platform calls the consumer. Rejects if the mailbox must be drained again.
   *
   * @param mayGoOn - called after each event; if it returns `false`, no further one is begun, and the mailbox is woken for the others
   */
  drain(mailbox: string, env?: unknown, mayGoOn?: () => boolean): Promise<void>
  /** Wakes mailboxes whose wake-up was lost. Runs by itself, each minute, where the queue has workers. Resolves with their number. */
  sweep(env?: unknown): Promise<number>
}

const names = optionNames<ConsumeOptions>({
  queue: true,
  concurrency: true,
  attempts: true,
  delay: true,
  unsure: true,
  knownMs: true,
  deadMs: true,
  timeout: true,
  onDead: true,
  onError: true,
  clock: true,
})

/** Milliseconds of the lease of a mailbox: the second run of an event begins so long after a worker was killed, or a little later. */
const leaseMs = 8_000

/** Milliseconds between two sweeps, and for which a mailbox must have waited. */
const sweepEvery = 60_000
/** The same at the start, when other workers may be busy. */
const sweepAtStart = 10_000
const sweepLimit = 10_000

/** Milliseconds before the next run, after the first and the second. */
const delays = [1_000, 5_000]

class QueueConsumer<Env> implements Consumer, ObservedConsumer {
  readonly ready: Promise<void>
  readonly #options: Omit<DrainOptions, 'isClosing'>
  readonly #bot: QueuedBot
  readonly #own: OwnMailboxes
  /** Time of the next report of mailboxes of another bot. */
  #reportAt = -Infinity
  readonly #queueOf: (env: unknown) => QueueAdapter
  onDead: (event: DeadEvent) => void
  onError: (error: unknown) => void
  #stop: (() => void) | undefined
  #isClosed = false

  constructor(bot: QueuedBot, options: ConsumeOptions<Env>) {
    const { queue, onError } = options
    this.#bot = bot
    this.onError = guarded(
      'onError',
      onError ?? ((error) => printError('the queue failed.', error)),
    )
    this.onDead = guarded('onDead', options.onDead ?? printDead)
    this.#options = { ...drainOptions(options), onDead: (event) => this.onDead(event) }
    this.#own = new OwnMailboxes(bot.receiver, this.#options.clock)
    const concurrency = numberOption(
      'concurrency',
      options.concurrency,
      10,
      range(1, 10_000),
      invalid,
    )
    this.#queueOf = perEnv(queue, checkQueue)
    if (typeof queue === 'function') {
      this.ready = Promise.resolve()
      this.#beObserved()
      return
    }
    this.#beObserved()
    this.#working = this.#work(queue, concurrency)
    this.ready = this.#working.then(() => undefined)
  }

  readonly #working: Promise<Working | undefined> | undefined

  #beObserved(): void {
    const { settings } = (this.#bot.receiver ?? {}) as { settings?: Pick<Settings, 'observers'> }
    for (const one of settings?.observers ?? [])
      (one as Partial<QueueObserver> | undefined)?.observeConsumer?.(this)
  }

  queueOf(env: unknown): QueueAdapter {
    return this.#queueOf(env)
  }

  async #work(queue: QueueAdapter, concurrency: number): Promise<Working | undefined> {
    if (!queue.work) return undefined
    const options = { concurrency, onError: (error: unknown) => this.onError(error) }
    const working = await queue.work((mailbox) => this.drain(mailbox), options)
    if (!this.#isClosed) this.#sweepNow(sweepAtStart)
    return working
  }

  #sweepNow(olderThanMs: number): void {
    this.#sweep(undefined, olderThanMs).catch((error: unknown) => this.onError(error))
    this.#stop = after(this.#options.clock, sweepEvery, () => this.#sweepNow(sweepEvery))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#stop?.()
    const working = await this.#working
    this.#stop?.()
    await working?.close()
  }

  drain = async (
    mailbox: string,
    env?: unknown,
    mayGoOn: () => boolean = () => true,
  ): Promise<void> => {
    const foreign = await this.#own.foreign(mailbox, env)
    if (foreign) return this.#leave(mailbox, foreign, env)
    const isClosing = () => this.#isClosed || !mayGoOn()
    const options = { ...this.#options, isClosing }
    return drain(this.#bot, this.queueOf(env), mailbox, env, options)
  }

  /** Leaves a mailbox of another bot to the workers of that bot. */
  async #leave(mailbox: string, error: QueueError, env: unknown): Promise<void> {
    const { clock, timeout } = this.#options
    const now = monotonic(clock)
    if (now >= this.#reportAt) {
      this.#reportAt = now + sweepEvery
      this.onError(error)
    }
    await within(clock, timeout, 'wake', this.queueOf(env).wake([mailbox], foreignDelay))
  }

  readonly sweep = (env?: unknown): Promise<number> => this.#sweep(env, sweepEvery)

  async #sweep(env: unknown, olderThanMs: number): Promise<number> {
    const queue = this.queueOf(env)
    const { clock, timeout } = this.#options
    const call = queue.mailboxes.waiting(olderThanMs, sweepLimit)
    const mailboxes = await within(clock, timeout, 'waiting', call)
    // With a delay, a wake-up is not added to one that is there.
    if (mailboxes.length > 0) await within(clock, timeout, 'wake', queue.wake(mailboxes, 1))
    return mailboxes.length
  }
}

const invalid = (problem: string) => new QueueError('option_invalid', problem)
const range = (min: number, max: number) => ({ min, max, whole: true }) as const
const milliseconds = { min: 1, max: 315_360_000_000, unit: 'milliseconds' } as const

function drainOptions<Env>(
  options: ConsumeOptions<Env>,
): Omit<DrainOptions, 'isClosing' | 'onDead'> {
  const { delay, unsure = 'atMostOnce' } = options
  for (const name of ['delay', 'onDead', 'onError'] as const)
    if (options[name] !== undefined && typeof options[name] !== 'function')
      throw invalid(`${name}: ${describeValue(options[name])} is not permitted. Use a function.`)
  if (unsure !== 'atMostOnce' && unsure !== 'atLeastOnce')
    throw invalid(
      `unsure: ${describeValue(unsure)} is not permitted. Use 'atMostOnce' or 'atLeastOnce'.`,
    )
  return {
    leaseMs,
    attempts: numberOption('attempts', options.attempts, 3, range(1, 100), invalid),
    delay: delayBy(delay),
    unsure,
    knownMs: numberOption('knownMs', options.knownMs, 3_600_000, milliseconds, invalid),
    deadMs: numberOption('deadMs', options.deadMs, 14 * 86_400_000, milliseconds, invalid),
    timeout: numberOption('timeout', options.timeout, 5_000, milliseconds, invalid),
    clock: options.clock ?? backgroundClock,
  }
}

const usualDelay = (attempt: number) => delays[attempt - 1] ?? delays.at(-1)!

/** The user's function; the usual delay where it fails or returns no number of milliseconds. */
const delayBy =
  (delay: ConsumeOptions['delay']) =>
  (attempt: number): number => {
    if (!delay) return usualDelay(attempt)
    try {
      const ms = delay(attempt)
      const problem = numberProblem('delay', ms, { ...milliseconds, min: 0 })
      if (problem === undefined) return ms
      printError(`the function passed as delay returned a wrong value. ${problem}`)
    } catch (error) {
      printError('the function passed as delay failed.', error)
    }
    return usualDelay(attempt)
  }

/** A function of the user that throws must not stop the queue. */
const guarded =
  <T>(name: string, call: (value: T) => unknown) =>
  (value: T): void => {
    try {
      call(value)
    } catch (error) {
      printError(`the function passed as ${name} failed.`, error)
    }
  }

const printDead = ({ id, type, attempts, reason }: DeadEvent) =>
  console.warn(
    `fukidashi: a ${type} event (${id}) went to the dead letters after ${attempts} ${attempts === 1 ? 'run' : 'runs'}: ${reason.message}. ` +
      'List them with: npx fukidashi queue dead',
  )

/**
 * Handles the events of a queue with the handlers of a bot: those of one user, group or room one after the other, others at once. Where
 * the queue has no workers of its own (Cloudflare), the platform calls the result.
 *
 * An event whose handler fails is handled again after a while, and goes to the dead letters when that has failed too often. A worker
 * may die at any time: another handles the event again, and what was sent is not sent twice.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * import { Redis } from 'ioredis'
 *
 * const consumer = consume(bot, { queue: redisQueue(new Redis(process.env.REDIS_URL!)), concurrency: 20 })
 * process.on('SIGTERM', () => consumer.close())
 */
export function consume<Env = never>(bot: QueuedBot, options: ConsumeOptions<Env>): Consumer {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  if (typeof (Object(bot) as Partial<QueuedBot>).handleQueued !== 'function')
    throw new QueueError(
      'argument_invalid',
      `consume needs a bot of createBot first, and got ${describeValue(bot)}: consume(bot, { queue }).`,
    )
  return new QueueConsumer(bot, options)
}
