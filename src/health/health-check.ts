/** Checks the health of a bot, a receiver or a worker. */
import { LineApiError, type LineClient } from '../client/index.js'
import { backgroundClock, type Clock, monotonic } from '../common/clock.js'
import { errorTypeOf } from '../common/error-type.js'
import { inTime } from '../common/in-time.js'
import { describeValue, numberOption, optionNames, optionsProblem } from '../common/options.js'
import type { QueueAdapter, QueueObserver } from '../queue/index.js'
import type { StoreAdapter } from '../store/index.js'
import { HealthError } from './errors.js'
import type { Health, QueueHealth, Reached } from './health.js'
import { type Parts, reasonsOf } from './reasons.js'
import { HealthRecord, type Source } from './record.js'

/** Options of {@link healthCheck}. */
export interface HealthCheckOptions {
  /** Client whose token is checked with `{ deep: true }`. */
  client?: { readonly bot: Pick<LineClient['bot'], 'info'> } | undefined
  /**
   * Milliseconds that the store, the queue and LINE may take, all at once. 1 s by default.
   * @throws {HealthError} `option_invalid`
   */
  timeout?: number | undefined
  /**
   * Age in milliseconds of the oldest event of the queue above which the status is `degraded`. 30 s by default: reply tokens live for 60 s.
   * @throws {HealthError} `option_invalid`
   */
  lateAfter?: number | undefined
  /** Source of time; replace it in tests. */
  clock?: Clock | undefined
}

/** Options of one check. */
export interface CheckOptions {
  /** Asks LINE whether the token of the `client` is valid. `false` by default: it is a call of LINE's API. */
  deep?: boolean | undefined
  /** Environment of the platform, where the store or the queue is a function of it, as on Workers. */
  env?: unknown
}

/** A health check: call it for the answer of a health endpoint. Never rejects. Made by {@link healthCheck}. */
export interface HealthCheck extends QueueObserver {
  (options?: CheckOptions): Promise<Health>
}

const names = optionNames<HealthCheckOptions>({
  client: true,
  timeout: true,
  lateAfter: true,
  clock: true,
})

interface Settings {
  readonly client: HealthCheckOptions['client']
  readonly timeout: number
  readonly lateAfter: number
  readonly clock: Clock
}

class Checker {
  readonly record: HealthRecord
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
    this.record = new HealthRecord(settings.clock)
  }

  async check({ deep = false, env }: CheckOptions = {}): Promise<Health> {
    const { record } = this
    const [store, queue, token] = await Promise.all([
      this.#worst(record.stores, (source) => this.#store(source, env)),
      this.#worst(record.queues, (source) => this.#queue(source, env)),
      deep ? this.#token() : undefined,
    ])
    const parts: Parts = {
      ...(store && { store }),
      ...(queue && { queue }),
      ...(token && { token }),
    }
    const reasons = reasonsOf(record, parts, this.#settings.lateAfter)
    const isDown = reasons.some(({ status }) => status === 'down')
    return {
      status: isDown ? 'down' : reasons.length > 0 ? 'degraded' : 'ok',
      reasons,
      ...factsOf(record),
      ...parts,
    }
  }

  /** The one that is not reachable, if there are several. */
  async #worst<R extends Reached>(
    sources: ReadonlyMap<unknown, Source>,
    check: (source: Source) => Promise<R>,
  ): Promise<R | undefined> {
    const all = await Promise.all([...sources.values()].map(check))
    return all.find(({ reachable }) => !reachable) ?? all[0]
  }

  async #store(source: Source, env: unknown): Promise<Reached> {
    const { record } = this
    const { reached } = await this.#reach(() => (source(env) as StoreAdapter).get('health'))
    record.storeAwayAt = reached.reachable
      ? undefined
      : (record.storeAwayAt ?? this.#settings.clock.now())
    return withAway(reached, record.storeAwayAt)
  }

  async #queue(source: Source, env: unknown): Promise<QueueHealth> {
    const { record } = this
    const { reached, value } = await this.#reach(() =>
      (source(env) as QueueAdapter).mailboxes.counts(),
    )
    record.queueAwayAt = reached.reachable
      ? undefined
      : (record.queueAwayAt ?? this.#settings.clock.now())
    const { waiting, dead, oldestMs } = value ?? {}
    const numbers = value && { waiting: waiting!, dead: dead!, oldestMs: oldestMs! }
    return { ...withAway(reached, record.queueAwayAt), ...numbers }
  }

  async #token(): Promise<NonNullable<Health['token']>> {
    const { client, timeout } = this.#settings
    if (!client) return { valid: null, ms: 0, error: 'healthCheck({ client }) is missing' }
    const { reached, error } = await this.#reach(() => client.bot.info({ timeout, retry: false }))
    const { ms } = reached
    if (reached.reachable) return { valid: true, ms }
    const isRefused = error instanceof LineApiError && error.status === 401
    return { valid: isRefused ? false : null, ms, error: errorTypeOf(error) }
  }

  async #reach<T>(
    call: () => Promise<T>,
  ): Promise<{ reached: Reached; value?: T; error?: unknown }> {
    const { clock, timeout } = this.#settings
    const since = monotonic(clock)
    const ms = () => Math.round(monotonic(clock) - since)
    try {
      const value = await inTime(clock, timeout, call(), () => new TooLate())
      return { reached: { reachable: true, ms: ms() }, value }
    } catch (error) {
      return { reached: { reachable: false, ms: ms(), error: errorTypeOf(error) }, error }
    }
  }
}

/** The part of a bot has not answered within the time limit. */
class TooLate extends Error {
  readonly code = 'timed_out'
}

const withAway = (reached: Reached, since: number | undefined): Reached =>
  since === undefined ? reached : { ...reached, awaySince: dateOf(since)! }

const dateOf = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString()

const factsOf = (record: HealthRecord) => ({
  startedAt: dateOf(record.startedAt)!,
  webhooks: {
    lastAt: dateOf(record.lastWebhook),
    signatureFailures: record.signatureFailures,
  },
  events: {
    underway: record.underway,
    handled: record.handled,
    failed: record.failed,
    lastHandledAt: dateOf(record.lastHandled),
    lastFailed: record.lastFailed
      ? { at: dateOf(record.lastFailed.at)!, error: record.lastFailed.code }
      : null,
    lastDeadAt: dateOf(record.lastDead),
  },
  redelivery: {
    seen: record.lastRedelivery !== undefined,
    lastAt: dateOf(record.lastRedelivery),
  },
})

/**
 * A health check, for `observers` of a bot and of a receiver: it observes them, and workers of the bot, and is called for a health endpoint.
 * What it reports is that of this process.
 *
 * @throws {HealthError} `option_invalid`
 *
 * @example
 * const health = healthCheck()
 * const bot = createBot({ observers: health })
 * const healthz = async () => {
 *   const answer = await health()
 *   return Response.json(answer, { status: answer.status === 'down' ? 503 : 200 })
 * }
 */
export function healthCheck(options: HealthCheckOptions = {}): HealthCheck {
  const invalid = (problem: string) => new HealthError('option_invalid', problem)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { client, timeout, lateAfter, clock = backgroundClock } = options
  const bot = client?.bot as { info?: unknown } | undefined
  if (client !== undefined && typeof bot?.info !== 'function')
    throw invalid(`client: ${describeValue(client)} is not permitted. Use a LineClient.`)
  const range = { above: 0, max: 60_000, unit: 'milliseconds' } as const
  const checker = new Checker({
    client,
    clock,
    timeout: numberOption('timeout', timeout, 1_000, range, invalid),
    lateAfter: numberOption(
      'lateAfter',
      lateAfter,
      30_000,
      { above: 0, unit: 'milliseconds' },
      invalid,
    ),
  })
  const { record } = checker
  return Object.assign((check?: CheckOptions) => checker.check(check), {
    observeReceiver: record.observeReceiver.bind(record),
    observeDelivery: record.observeDelivery.bind(record),
    observeConsumer: record.observeConsumer.bind(record),
    warned: record.warned.bind(record),
  })
}
