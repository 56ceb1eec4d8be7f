/** Queues on real databases. */
import { Redis } from 'ioredis'
import pg from 'pg'
import { postgresQueue } from 'fukidashi/queue/postgres'
import { redisQueue } from 'fukidashi/queue/redis'
import { postgresStore } from 'fukidashi/store/postgres'
import { redisStore } from 'fukidashi/store/redis'
import { startPostgres, startRedis } from '../support/engines.ts'

/** Each database, with the name of the variable that has its URL. `empty` removes all events. */
export const databases = [
  {
    title: 'Redis',
    start: startRedis,
    variable: 'REDIS_URL',
    open: async (url: string) => {
      const client = new Redis(url, { maxRetriesPerRequest: null })
      await client.ping()
      return {
        queue: redisQueue(client),
        store: redisStore(client),
        empty: () => client.flushall(),
        close: () => client.quit(),
      }
    },
  },
  {
    title: 'PostgreSQL',
    start: startPostgres,
    variable: 'DATABASE_URL',
    open: async (url: string) => {
      const pool = new pg.Pool({ connectionString: url })
      const queue = postgresQueue(pool)
      await queue.migrate()
      const empty = () => pool.query('TRUNCATE fukidashi_queue_events, fukidashi_queue_boxes')
      const store = postgresStore(pool, { migrate: true })
      return { queue, store, empty, close: () => pool.end() }
    },
  },
]
