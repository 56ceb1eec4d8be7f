/** What a Worker exports, so that the platform calls the consumer of a queue. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { QueueError } from '../errors.js'
import { mailboxOf } from './wake.js'

/** The part of a consumer that a Worker calls. */
export interface ConsumerLike<Env> {
  drain(mailbox: string, env: Env): Promise<unknown>
  sweep(env: Env): Promise<unknown>
}

interface MessageLike {
  readonly body: unknown
  readonly attempts: number
  ack(): void
  retry(options?: { delaySeconds?: number }): void
}

/** Messages of Cloudflare's Queue, as a Worker gets them. */
export interface MessageBatchLike {
  readonly messages: readonly MessageLike[]
}

/** The context of an invocation of a Worker. */
export interface ContextLike {
  waitUntil(promise: Promise<unknown>): void
}

/** Options of {@link workerHandlers}. */
export interface WorkerHandlersOptions {
  /** Largest number of mailboxes of a batch that are open at once. 5 by default: a Worker opens six connections at a time. */
  concurrency?: number
}

/** Handlers that a Worker exports. */
export interface WorkerHandlers<Env> {
  /** Called by Cloudflare's Queue. */
  queue(batch: MessageBatchLike, env: Env, context: ContextLike): Promise<void>
  /** Called by a cron trigger: wakes mailboxes whose wake-up was lost. */
  scheduled(event: unknown, env: Env, context: ContextLike): Promise<void>
}

const names = optionNames<WorkerHandlersOptions>({ concurrency: true })

/** Seconds after which a message that failed comes again. */
const delayOf = ({ attempts }: MessageLike): number => Math.min(5 * attempts, 15)

/**
 * The handlers of a Worker that consumes a queue. A mailbox whose events could not be handled is woken again; the others of its batch are
 * not.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * const consumer = consume(bot, { queue })
 * export default { fetch: webhook.fetch, ...workerHandlers(consumer) }
 */
export function workerHandlers<Env>(
  consumer: ConsumerLike<Env>,
  options: WorkerHandlersOptions = {},
): WorkerHandlers<Env> {
  const invalid = (text: string) => new QueueError('option_invalid', text)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const range = { min: 1, max: 100, whole: true } as const
  const concurrency = numberOption('concurrency', options.concurrency, 5, range, invalid)

  async function drainAll(batch: MessageBatchLike, env: Env): Promise<void> {
    const waiting = [...byMailbox(batch)]
    const drainInTurn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [mailbox, messages] = next
        try {
          await consumer.drain(mailbox, env)
          for (const message of messages) message.ack()
        } catch (error) {
          console.error('fukidashi: a mailbox could not be drained. It is woken again.', error)
          for (const message of messages) message.retry({ delaySeconds: delayOf(message) })
        }
      }
    }
    await Promise.all(Array.from({ length: concurrency }, drainInTurn))
  }

  return {
    queue(batch, env, context) {
      const work = drainAll(batch, env)
      context.waitUntil(work)
      return work
    },
    async scheduled(_event, env, context) {
      const work = consumer.sweep(env)
      context.waitUntil(work)
      await work
    },
  }
}

/** Messages by the mailbox that they name. A message of another program is not acknowledged. */
function byMailbox({ messages }: MessageBatchLike): Map<string, MessageLike[]> {
  const named = new Map<string, MessageLike[]>()
  for (const message of messages) {
    const mailbox = mailboxOf(message.body)
    if (mailbox === undefined) {
      console.error(
        'fukidashi: a message of the queue names no mailbox. It comes from another program: give that a queue of its own.',
      )
      message.retry({ delaySeconds: delayOf(message) })
    } else named.set(mailbox, [...(named.get(mailbox) ?? []), message])
  }
  return named
}
