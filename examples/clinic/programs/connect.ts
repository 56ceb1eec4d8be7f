/** What the processes of the clinic share: a queue, a store and bookings, by the variables of the environment. */
import { Redis } from 'ioredis'
import pg from 'pg'
import type { QueueAdapter } from 'fukidashi/queue'
import { postgresQueue } from 'fukidashi/queue/postgres'
import { redisQueue } from 'fukidashi/queue/redis'
import { memoryStore, type Store } from 'fukidashi/store'
import { postgresStore } from 'fukidashi/store/postgres'
import { redisStore } from 'fukidashi/store/redis'
import type { Bookings } from '../bookings/bookings.js'
import { memoryBookings } from '../bookings/memory.js'
import { migrate, postgresBookings } from '../bookings/postgres.js'

/** Settings of a process. */
interface Variables {
  /** `redis://…` or `postgres://…`: the queue and the store. */
  QUEUE_URL?: string
  /** `postgres://…`: the bookings, and without a queue also the store. By default the same as `QUEUE_URL`. */
  DATABASE_URL?: string
}

const variables = process.env as Variables
// An empty line of .env is no setting.
const [queueUrl, databaseUrl] = [
  variables.QUEUE_URL || undefined,
  variables.DATABASE_URL || undefined,
]
const isPostgres = (url: string | undefined): url is string => /^postgres(?:ql)?:/.test(url ?? '')

const ends: (() => Promise<unknown>)[] = []

const pools = new Map<string, pg.Pool>()
function poolOf(connectionString: string): pg.Pool {
  const pool = pools.get(connectionString) ?? new pg.Pool({ connectionString, max: 10 })
  if (!pools.has(connectionString)) {
    // Without a listener, a server that restarts ends the process.
    pool.on('error', (error) => console.error(error.message))
    ends.push(() => pool.end())
  }
  pools.set(connectionString, pool)
  return pool
}

let redis: Redis | undefined
function redisOf(url: string): Redis {
  if (redis) return redis
  const client = new Redis(url)
  client.on('error', (error) => console.error(error.message))
  ends.push(() => client.quit())
  return (redis = client)
}

/** The pool of the bookings; `undefined` if there is no PostgreSQL. */
const bookingPool = () => {
  const url = databaseUrl ?? queueUrl
  return isPostgres(url) ? poolOf(url) : undefined
}

/** The queue of `QUEUE_URL`. */
export function openQueue(): QueueAdapter {
  if (queueUrl === undefined) throw new Error('QUEUE_URL is missing: redis://… or postgres://…')
  return isPostgres(queueUrl) ? postgresQueue(poolOf(queueUrl)) : redisQueue(redisOf(queueUrl))
}

/** The store and the bookings; in memory, for one process, without variables. */
export function openClinic(): { store: Store; bookings: Bookings } {
  const pool = bookingPool()
  if (queueUrl !== undefined && !pool)
    throw new Error('DATABASE_URL is missing: bookings are kept in PostgreSQL, not in Redis.')
  if (!pool) {
    console.warn('Bookings are kept in memory, until this process ends. To keep them: DATABASE_URL')
    return { store: memoryStore(), bookings: memoryBookings() }
  }
  const store =
    queueUrl === undefined || isPostgres(queueUrl)
      ? postgresStore(pool)
      : redisStore(redisOf(queueUrl))
  return { store, bookings: postgresBookings(pool) }
}

/** Makes all tables. */
export async function migrateAll(): Promise<void> {
  const pool = bookingPool()
  if (!pool) throw new Error('DATABASE_URL is missing: postgres://…')
  await migrate(pool)
  if (queueUrl === undefined || isPostgres(queueUrl)) await postgresStore(pool).migrate()
  if (isPostgres(queueUrl)) await postgresQueue(poolOf(queueUrl)).migrate()
}

/** Closes all connections. */
export async function closeAll(): Promise<void> {
  for (const end of ends) await end()
}
