/** A queue on Redis: `fukidashi/queue/redis`. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { type RedisClient, sender } from '../../store/redis/client.js'
import type { Mailboxes, QueueAdapter } from '../adapter.js'
import { redisDatabase } from '../bullmq/backends.js'
import { bullEngine } from '../bullmq/engine.js'
import { QueueError } from '../errors.js'
import { RedisMailboxes } from './mailboxes.js'

export type { IoRedisLike, NodeRedisLike, RedisClient } from '../../store/redis/client.js'
export type * from '../adapter.js'
export { QueueError, type QueueErrorCode } from '../errors.js'

/** Options of {@link redisQueue}. */
export interface RedisQueueOptions {
  /**
   * Begins every key, in braces, so that all keys are on one node of a cluster: `{fukidashi}:`. `fukidashi` by default. Bots of different
   * channels that share a server need different ones.
   */
  prefix?: string
  /** Milliseconds that waking a worker may take. 1,000 by default. After that, the receiver answers LINE with 503. */
  timeout?: number
}

const names = optionNames<RedisQueueOptions>({ prefix: true, timeout: true })

/** A queue on Redis. */
export interface RedisQueue extends QueueAdapter {
  readonly mailboxes: Mailboxes
  work: Required<QueueAdapter>['work']
}

const invalid = (problem: string) => new QueueError('option_invalid', problem)

/**
 * A queue on Redis 6.2 or newer, or on Valkey, with BullMQ 6 (`npm install bullmq`). The connection stays yours: you open and close it.
 * Workers open two more, and close them.
 *
 * @param client - of `ioredis` or of `redis`, connected, without `keyPrefix`
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * import { Redis } from 'ioredis'
 * const queue = redisQueue(new Redis(process.env.REDIS_URL!))
 */
export function redisQueue(client: RedisClient, options: RedisQueueOptions = {}): RedisQueue {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { prefix = 'fukidashi', timeout } = options
  if (typeof prefix !== 'string' || !/^[^{}]{1,100}$/.test(prefix))
    throw invalid('prefix: use a text of 1 to 100 characters without braces, such as shop.')
  const wakeTimeout = numberOption(
    'timeout',
    timeout,
    1_000,
    { above: 0, max: 60_000, unit: 'milliseconds' },
    invalid,
  )
  const database = redisDatabase(Object(client) as object, `{${prefix}}`)
  const engine = bullEngine({ database, name: 'wake', wakeTimeout })
  return { mailboxes: new RedisMailboxes(sender(client), `{${prefix}}:`), ...engine }
}
