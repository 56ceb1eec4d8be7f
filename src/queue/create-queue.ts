/** Makes a queue of an adapter. */
import { describeValue } from '../common/options.js'
import type { Mailboxes, QueueAdapter } from './adapter.js'
import { QueueError } from './errors.js'

const methods: Readonly<Record<keyof Mailboxes, true>> = {
  append: true,
  open: true,
  renew: true,
  note: true,
  settle: true,
  waiting: true,
  dead: true,
  replay: true,
  discard: true,
  counts: true,
  forget: true,
}

/**
 * Checks a queue, for engines of your own.
 * @throws {QueueError} `option_invalid` if a method is missing
 */
export function checkQueue(queue: unknown): QueueAdapter {
  const { mailboxes, wake } = Object(queue) as Partial<QueueAdapter>
  const missing = Object.keys(methods).filter(
    (name) => typeof (Object(mailboxes) as Record<string, unknown>)[name] !== 'function',
  )
  if (typeof wake === 'function' && missing.length === 0) return queue as QueueAdapter
  const what =
    missing.length === 0 || missing.length === Object.keys(methods).length
      ? describeValue(queue)
      : `a queue whose mailboxes have no ${missing.join(', ')}`
  throw new QueueError(
    'option_invalid',
    `queue: ${what} is not permitted. Use redisQueue(connection), postgresQueue(pool) or cloudflareQueue(…) of fukidashi/queue/…, or memoryQueue().`,
  )
}
