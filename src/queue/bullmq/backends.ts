/** Connections to Redis and PostgreSQL, as BullMQ needs them. */
import { hearErrors } from '../../store/lost-connections.js'
import { QueueError } from '../errors.js'
import { type BullBackend, type BullModule } from './load.js'

/** Options of BullMQ for one queue or worker, and the end of what was opened for it. */
export interface BullConnection {
  readonly options: object
  close(): void
}

/** A database that BullMQ works on. */
export interface BullDatabase {
  /** Name of its factory in BullMQ. */
  readonly factory: 'createRedisBackend' | 'createPostgresBackend'
  /** For adding jobs: shared, and never closed by BullMQ. */
  shared(): object
  /** For a worker, which blocks it. */
  own(): BullConnection
}

/** Milliseconds after which a connection that does not answer a command is opened anew. */
const silence = 15_000

interface RedisToDuplicate {
  isCluster?: boolean
  options?: { keyPrefix?: string; redisOptions?: object; socketTimeout?: number }
  duplicate(...args: unknown[]): RedisToDuplicate
  connect(): Promise<unknown>
  disconnect(): unknown
  destroy?: () => void
  call?: unknown
}

/**
 * Redis by a client of the user, which stays open. Workers get duplicates: they block.
 *
 * @param prefix - in braces, so that all keys are on one node of a cluster
 * @throws {QueueError} `option_invalid`
 */
export function redisDatabase(client: object, prefix: string): BullDatabase {
  const redis = client as RedisToDuplicate
  const methods = ['connect', 'disconnect', 'duplicate'] as const
  if (methods.some((name) => typeof redis[name] !== 'function'))
    throw new QueueError(
      'option_invalid',
      'A queue on Redis needs a client of ioredis (new Redis(url)) or of redis (await createClient({ url }).connect()).',
    )
  if (redis.options?.keyPrefix)
    throw new QueueError(
      'option_invalid',
      'A queue needs a client without keyPrefix, which BullMQ does not support. Use the option prefix of the queue.',
    )
  hearErrors(client)
  return {
    factory: 'createRedisBackend',
    shared: () => ({ connection: client, prefix }),
    own: () => {
      const connection = duplicate(redis)
      hearErrors(connection)
      const close = () => {
        try {
          if (connection.destroy) connection.destroy()
          else connection.disconnect()
        } catch {
          // It is closed.
        }
      }
      return { options: { connection, prefix }, close }
    },
  }
}

/** BullMQ refuses connections of ioredis that give up commands. */
function duplicate(redis: RedisToDuplicate): RedisToDuplicate {
  if (typeof redis.call !== 'function') return redis.duplicate()
  const { redisOptions, socketTimeout } = redis.options ?? {}
  const patient = { maxRetriesPerRequest: null, enableOfflineQueue: true }
  return redis.isCluster
    ? redis.duplicate(undefined, { redisOptions: { ...redisOptions, ...patient } })
    : redis.duplicate({ socketTimeout: socketTimeout ?? silence, ...patient })
}

/** A `Pool` of `pg`, whole. */
interface PoolToDuplicate {
  options?: { options?: string; password?: unknown; max?: number }
  connect(): Promise<{ release(): void }>
  end(): Promise<void>
}

/** Largest number of connections to PostgreSQL that add jobs. */
const connectionsToAdd = 4

/** Schema of BullMQ's tables. It shares them with other queues of BullMQ in the same database. */
export const bullSchema = 'bullmq'

/**
 * PostgreSQL by the options of a pool of the user, which stays as it is: BullMQ needs connections with a `search_path` of its own.
 * The connections end by themselves when they are idle, and do not keep the process alive.
 *
 * @throws {QueueError} `option_invalid`
 */
export function postgresDatabase(pool: object): BullDatabase {
  const { options } = pool as PoolToDuplicate
  const Pool = pool.constructor as new (options: object) => PoolToDuplicate
  const methods = ['connect', 'query', 'end'] as const
  if (
    !options ||
    methods.some((name) => typeof (pool as Record<string, unknown>)[name] !== 'function')
  )
    throw new QueueError(
      'option_invalid',
      'A queue on PostgreSQL needs a pool of pg: new Pool({ connectionString }).',
    )
  hearErrors(pool)
  const open = (max: number) => {
    const copy = new Pool({
      connectionTimeoutMillis: 5_000,
      query_timeout: silence,
      keepAlive: true,
      ...options,
      // Not enumerable.
      password: options.password,
      options: `${options.options ?? ''} -c search_path=${bullSchema}`.trim(),
      max,
      min: 0,
      allowExitOnIdle: true,
    })
    hearErrors(copy)
    return copy
  }
  let shared: PoolToDuplicate | undefined
  return {
    factory: 'createPostgresBackend',
    shared: () => ({ connection: (shared ??= open(connectionsToAdd)) }),
    own: () => {
      // One listens, the others work.
      const connection = open(Math.max(options.max ?? 0, 2))
      return {
        options: { connection },
        close: () => {
          connection.end().catch(() => undefined)
        },
      }
    },
  }
}

/**
 * Makes the tables of BullMQ in PostgreSQL, or brings them up to date.
 *
 * @throws {QueueError} `peer_missing`
 */
export async function migrateBull(bull: BullModule, pool: object): Promise<void> {
  const client = await (pool as PoolToDuplicate).connect()
  try {
    await bull.runMigrations(client, bullSchema)
  } finally {
    client.release()
  }
}

/** Lets a worker wait after an error of the server: BullMQ takes the next job at once, without end. */
export function slowed<B extends BullBackend>(backend: B, wait: () => Promise<void>): B {
  const moveToActive = backend.moveToActive.bind(backend)
  backend.moveToActive = async (...args) => {
    try {
      return await moveToActive(...args)
    } catch (error) {
      await wait()
      throw error
    }
  }
  return backend
}
