/** The queue at an address. */
import { Redis } from 'ioredis'
import pg from 'pg'
import type { QueueAdapter } from 'fukidashi/queue'
import { postgresQueue } from 'fukidashi/queue/postgres'
import { redisQueue } from 'fukidashi/queue/redis'

/**
 * @param url - of Redis or PostgreSQL
 * @param timeout - milliseconds that waking a worker may take
 */
export async function queueAt(url: string, timeout = 1_000): Promise<QueueAdapter> {
  if (url.startsWith('redis:'))
    return redisQueue(new Redis(url, { maxRetriesPerRequest: null }), { timeout })
  const pool = new pg.Pool({ connectionString: url, max: 6 })
  const queue = postgresQueue(pool, { timeout })
  await queue.migrate()
  return queue
}
