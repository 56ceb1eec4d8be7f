/** Queues at an address: ours, and BullMQ without anything. */
import { createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { QueueAdapter } from '../../src/queue/index.js'
import { postgresQueue } from '../../src/queue/postgres/index.js'
import { redisQueue } from '../../src/queue/redis/index.js'

const isRedis = (url: string) => url.startsWith('redis:')
const redis = (url: string) => new Redis(url, { maxRetriesPerRequest: null })

/** A queue of fukidashi. */
export async function queueAt(url: string): Promise<QueueAdapter> {
  if (isRedis(url)) return redisQueue(redis(url), { timeout: 60_000 })
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  const queue = postgresQueue(pool, { migrate: true, timeout: 60_000 })
  await queue.migrate()
  return queue
}

const name = 'bare'
const schema = 'bare'

/** Connection and backend of BullMQ. */
async function bareAt(url: string) {
  if (isRedis(url)) return { connection: redis(url), backend: createRedisBackend }
  const options = `-c search_path=${schema}`
  const connection = new pg.Pool({ connectionString: url, max: 20, options })
  const client = await connection.connect()
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await runMigrations(client as never, schema)
  client.release()
  return { connection, backend: createPostgresBackend }
}

/** A queue of BullMQ. */
export async function bareQueue(url: string): Promise<Queue> {
  const { connection, backend } = await bareAt(url)
  const defaultJobOptions = { removeOnComplete: true, removeOnFail: true }
  const queue = new Queue(name, { connection, defaultJobOptions } as never, backend as never)
  await queue.waitUntilReady()
  return queue
}

/** A worker of BullMQ that does nothing with its jobs. */
export async function bareWorker(
  url: string,
  concurrency: number,
  done: () => void,
): Promise<Worker> {
  const { connection, backend } = await bareAt(url)
  const work = () => {
    done()
    return Promise.resolve()
  }
  return new Worker(name, work, { connection, concurrency } as never, backend as never)
}
