/** What observes the parts of a queue. */
import type { Observer } from '../webhook/index.js'
import type { QueueAdapter, QueuedEvent } from './adapter.js'
import type { DeadEvent } from './drain.js'

/** A worker, as observers see it. */
export interface ObservedConsumer {
  /** The queue for the `env` of a request. */
  queueOf(env: unknown): QueueAdapter
  /** Handles the events of a mailbox. */
  drain(mailbox: string, env?: unknown, mayGoOn?: () => boolean): Promise<void>
  /** Called with each event that goes to the dead letters. */
  onDead(event: DeadEvent): void
  /** Called with errors of the queue. */
  onError(error: unknown): void
}

/** A receiver of a queue, as observers see it. */
export interface KeepingReceiver {
  queueOf(env: unknown): QueueAdapter
  /** Puts events into the queue, and wakes workers. */
  keep(queue: QueueAdapter, events: readonly QueuedEvent[]): Promise<void>
}

/** An observer that observes workers too. */
export interface QueueObserver extends Observer {
  /** @internal */
  observeConsumer(consumer: ObservedConsumer): void
}
