/** A queue on PostgreSQL: `fukidashi/queue/postgres`. Mailboxes in tables of its own, and BullMQ to wake workers. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { checkPool, type PostgresPool } from '../../store/postgres/pool.js'
import type { QueueAdapter, WorkOptions } from '../adapter.js'
import { migrateBull, postgresDatabase } from '../bullmq/backends.js'
import { bullEngine } from '../bullmq/engine.js'
import { loadBull } from '../bullmq/load.js'
import { QueueError } from '../errors.js'
import { TableMailboxes } from './mailboxes.js'

export { migration } from './tables.js'
export { QueueError, type QueueErrorCode } from '../errors.js'
export type * from '../adapter.js'

/** A `Pool` of `pg`. */
export interface PostgresQueuePool extends PostgresPool {
  readonly options: object
  connect(): Promise<unknown>
  end(): Promise<void>
}

/** Options of {@link postgresQueue}. */
export interface PostgresQueueOptions {
  /**
   * Schema of the tables. `public` by default. Bots of different channels may share it: the mailboxes of each channel have names of
   * their own.
   */
  schema?: string
  /** Makes the tables before the first call, for development. In production, `npx fukidashi store migrate` makes them. */
  migrate?: boolean
  /** Milliseconds that waking a worker may take. 1,000 by default. After that, the receiver answers LINE with 503. */
  timeout?: number
}

/** A queue on PostgreSQL. */
export interface PostgresQueue extends Required<QueueAdapter> {
  /** Makes the tables of the mailboxes, and those of BullMQ in the schema `bullmq`, or brings them up to date. */
  migrate(): Promise<void>
}

const names = optionNames<PostgresQueueOptions>({ schema: true, migrate: true, timeout: true })

class BullPostgresQueue implements PostgresQueue {
  readonly mailboxes: TableMailboxes
  readonly #pool: PostgresQueuePool
  readonly #engine: ReturnType<typeof bullEngine>

  constructor(pool: PostgresQueuePool, schema: string, migrates: boolean, wakeTimeout: number) {
    this.mailboxes = new TableMailboxes(pool, schema, migrates)
    this.#pool = pool
    this.#engine = bullEngine({
      database: postgresDatabase(pool),
      // BullMQ has one schema for all queues, and permits no colon in their names.
      name: `fukidashi/${encodeURIComponent(schema)}`,
      wakeTimeout,
      ...(migrates && { prepare: (bull) => migrateBull(bull, pool) }),
    })
  }

  async migrate(): Promise<void> {
    await this.mailboxes.migrate()
    await migrateBull(await loadBull(), this.#pool)
  }

  wake(mailboxes: readonly string[], delayMs?: number): Promise<void> {
    return this.#engine.wake(mailboxes, delayMs)
  }

  work(drain: (mailbox: string) => Promise<void>, options: WorkOptions) {
    return this.#engine.work(drain, options)
  }
}

/**
 * A queue on PostgreSQL 13 or newer. It needs `bullmq`. The pool stays yours: you open and close it. BullMQ opens connections of its
 * own with the pool's options; they cannot go through PgBouncer in transaction mode, those of the pool can.
 *
 * @throws {QueueError} `option_invalid`; from its methods `queue_not_migrated`, `queue_unavailable`, `peer_missing`, `argument_invalid`
 *
 * @example
 * import { Pool } from 'pg'
 * const queue = postgresQueue(new Pool({ connectionString: process.env.DATABASE_URL }))
 * const webhook = receiver({ channelSecret, queue })
 */
export function postgresQueue(
  pool: PostgresQueuePool,
  options: PostgresQueueOptions = {},
): PostgresQueue {
  const invalid = (text: string) => new QueueError('option_invalid', text)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  checkPool(pool, 'postgresQueue', invalid)
  const { schema = 'public', migrate = false, timeout } = options
  if (typeof migrate !== 'boolean') throw invalid('migrate: use true or false.')
  const range = { above: 0, max: 60_000, unit: 'milliseconds' } as const
  const wakeTimeout = numberOption('timeout', timeout, 1_000, range, invalid)
  return new BullPostgresQueue(pool, schema, migrate, wakeTimeout)
}
