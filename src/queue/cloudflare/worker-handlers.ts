/** What a Worker exports, so that the platform calls the consumer of a queue. */
import { eachAtOnce } from '../../common/at-once.js'
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { printError } from '../../webhook/base/print.js'
import type { Consumer } from '../consume.js'
import { QueueError } from '../errors.js'
import { mailboxOf } from './wake.js'

/** The part of a consumer that a Worker calls. */
export type ConsumerLike = Pick<Consumer, 'drain' | 'sweep'>

export interface MessageLike {
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
  /** Largest number of mailboxes of a batch that are open at once. 10 by default, as a batch of Cloudflare's Queue has. */
  concurrency?: number
  /**
   * Number of events after which an invocation begins no further one, except the first of each mailbox. 100 by default. An invocation
   * may make 10,000 subrequests (50 on the free plan: use 5), and each event makes about six.
   */
  maxEvents?: number
}

/** Handlers that a Worker exports. */
export interface WorkerHandlers {
  /** Called by Cloudflare's Queue. Handles the events of the mailboxes that its messages name. */
  queue(batch: MessageBatchLike, env: unknown, context: ContextLike): Promise<void>
  /** Called by a cron trigger. Wakes mailboxes whose wake-up was lost. */
  scheduled(event: unknown, env: unknown, context: ContextLike): Promise<void>
}

const names = optionNames<WorkerHandlersOptions>({ concurrency: true, maxEvents: true })

/** Milliseconds after which an invocation begins no further event. The platform ends it after 15 minutes. */
const maxMs = 10 * 60_000

/** Seconds after which a message that failed comes again. */
const delayOf = ({ attempts }: MessageLike): number => Math.min(5 * attempts, 15)

/**
 * The handlers of a Worker that consumes a queue. A mailbox that could not be drained is woken again; the others of its batch are not.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * const consumer = consume(bot, { queue: (env: CloudflareBindings) => cloudflareQueue(env) })
 * export default { ...workerHandlers(consumer) }
 */
export function workerHandlers(
  consumer: ConsumerLike,
  options: WorkerHandlersOptions = {},
): WorkerHandlers {
  const invalid = (text: string) => new QueueError('option_invalid', text)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const range = { min: 1, max: 10_000, whole: true } as const
  const concurrency = numberOption('concurrency', options.concurrency, 10, range, invalid)
  const maxEvents = numberOption('maxEvents', options.maxEvents, 100, range, invalid)

  async function drainAll(batch: MessageBatchLike, env: unknown): Promise<void> {
    const end = Date.now() + maxMs
    let events = 0
    const mayGoOn = () => ++events < maxEvents && Date.now() < end
    await eachAtOnce(byMailbox(batch), concurrency, async ([mailbox, messages]) => {
      try {
        // Another invocation takes it.
        if (Date.now() >= end) for (const message of messages) message.retry()
        else {
          await consumer.drain(mailbox, env, mayGoOn)
          for (const message of messages) message.ack()
        }
      } catch (error) {
        printError('a mailbox could not be drained. It is woken again.', error)
        for (const message of messages) message.retry({ delaySeconds: delayOf(message) })
      }
    })
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
      printError(
        'a message of the queue names no mailbox. It comes from another program: give that a queue of its own.',
      )
      message.retry({ delaySeconds: delayOf(message) })
    } else named.set(mailbox, [...(named.get(mailbox) ?? []), message])
  }
  return named
}
