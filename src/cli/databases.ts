/** Clients of databases, as they are installed in the project. */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PostgresQueuePool } from '../queue/postgres/index.js'
import type { RedisClient } from '../store/redis/index.js'
import { UsageError } from './usage-error.js'

/** Milliseconds within which a server must take the connection. */
const patience = 10_000

interface Pg {
  Pool: new (options: object) => PostgresQueuePool
}

interface IoRedis {
  Redis: new (
    url: string,
    options: object,
  ) => RedisClient & {
    connect(): Promise<unknown>
    on(event: 'error', listener: (error: Error) => void): unknown
  }
}

interface NodeRedis {
  createClient(options: object): RedisClient & {
    connect(): Promise<unknown>
    on(event: 'error', listener: () => void): unknown
  }
}

/** A package of the project in the working directory; `undefined` if it is not installed. */
async function load<Module>(name: string): Promise<Module | undefined> {
  let file: string
  try {
    file = createRequire(resolve('package.json')).resolve(name)
  } catch {
    return undefined
  }
  const loaded = (await import(pathToFileURL(file).href)) as Module & { default?: Module }
  return loaded.default ?? loaded
}

/**
 * A pool of few connections.
 * @throws {UsageError} if `pg` is not installed
 */
export async function openPool(connectionString: string): Promise<PostgresQueuePool> {
  const pg = await load<Pg>('pg')
  if (!pg) throw new UsageError('pg is not installed in this project. Run: npm install pg')
  return new pg.Pool({ connectionString, max: 2, connectionTimeoutMillis: patience })
}

/**
 * A connected client.
 * @throws {UsageError} if neither `ioredis` nor `redis` is installed
 */
export async function openRedis(url: string): Promise<RedisClient> {
  const ioredis = await load<IoRedis>('ioredis')
  if (ioredis) {
    const options = { lazyConnect: true, connectTimeout: patience, retryStrategy: () => null }
    const client = new ioredis.Redis(url, { ...options, maxRetriesPerRequest: null })
    let why: Error | undefined
    client.on('error', (error) => (why = error))
    await client.connect().catch((error: unknown) => {
      // The error of the call says only that the connection is closed.
      throw why ?? error
    })
    return client
  }
  const redis = await load<NodeRedis>('redis')
  if (!redis)
    throw new UsageError(
      'Neither ioredis nor redis is installed in this project. Run: npm install ioredis',
    )
  const socket = { connectTimeout: patience, reconnectStrategy: false }
  const client = redis.createClient({ url, socket })
  client.on('error', () => undefined)
  await client.connect()
  return client
}
