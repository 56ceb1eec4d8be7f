/** BullMQ without anything, at an address. */
import { createPostgresBackend, createRedisBackend, Queue, runMigrations, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'

const isRedis = (url: string) => url.startsWith('redis:')
const redis = (url: string) => new Redis(url, { maxRetriesPerRequest: null })

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
