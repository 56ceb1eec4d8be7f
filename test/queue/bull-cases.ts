/** The servers and clients that the engine on BullMQ works with. */
import { Redis } from 'ioredis'
import { Pool } from 'pg'
import { createClient } from 'redis'
import {
  type BullDatabase,
  migrateBull,
  postgresDatabase,
  redisDatabase,
} from '../../src/queue/bullmq/backends.ts'
import { loadBull } from '../../src/queue/bullmq/load.ts'
import { type Engine, startPostgres, startRedis } from '../support/engines.ts'

/** A connection of a user. */
export interface Connected {
  database: BullDatabase
  /** Number of jobs that are kept, in any state, and of what else is kept for them. */
  leftovers: () => Promise<number>
  /** Processes of the server that answer connections: PostgreSQL has one for each. */
  processes: () => Promise<number[]>
  close: () => Promise<void>
}

export interface BullCase {
  title: string
  start: () => Promise<Engine>
  connect: (url: string) => Promise<Connected>
}

const lasting = /:(id|meta|events|stalled-check|marker)$/

const leftoversOf = async (redis: Redis) =>
  (await redis.keys('{bull-test}*')).filter((key) => !lasting.test(key)).length

export const bullCases: BullCase[] = [
  {
    title: 'Redis by ioredis',
    start: startRedis,
    connect: (url) => {
      const redis = new Redis(url).on('error', () => undefined)
      return Promise.resolve({
        database: redisDatabase(redis, '{bull-test}'),
        leftovers: () => leftoversOf(redis),
        processes: () => Promise.resolve([]),
        close: () => {
          redis.disconnect()
          return Promise.resolve()
        },
      })
    },
  },
  {
    title: 'Redis by redis',
    start: startRedis,
    connect: async (url) => {
      const client = createClient({ url })
      await client.connect()
      const redis = new Redis(url).on('error', () => undefined)
      return {
        database: redisDatabase(client, '{bull-test}'),
        leftovers: () => leftoversOf(redis),
        processes: () => Promise.resolve([]),
        close: () => {
          redis.disconnect()
          client.destroy()
          return Promise.resolve()
        },
      }
    },
  },
  {
    title: 'PostgreSQL',
    start: startPostgres,
    connect: async (url) => {
      const pool = new Pool({ connectionString: url, max: 10 })
      await migrateBull(await loadBull(), pool)
      const count = async (table: string) => {
        const { rows } = await pool.query(`SELECT count(*)::int AS n FROM bullmq.${table}`)
        return (rows as { n: number }[])[0]!.n
      }
      return {
        database: postgresDatabase(pool),
        leftovers: async () =>
          (await count('job')) + (await count('dedup')) + (await count('dedup_next')),
        processes: async () => {
          const { rows } = await pool.query(
            `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'`,
          )
          return (rows as { pid: number }[]).map(({ pid }) => pid)
        },
        close: () => pool.end(),
      }
    },
  },
]
