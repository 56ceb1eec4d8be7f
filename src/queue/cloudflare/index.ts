/** Queues on Cloudflare: `fukidashi/queue/cloudflare`. */
export {
  cloudflareQueue,
  type CloudflareBindings,
  type CloudflareQueueOptions,
} from './cloudflare-queue.js'
export {
  FukidashiMailboxes,
  type FukidashiMailboxesOptions,
  type MailboxesStateLike,
} from './durable-object.js'
export {
  workerHandlers,
  type ConsumerLike,
  type ContextLike,
  type MessageBatchLike,
  type MessageLike,
  type WorkerHandlers,
  type WorkerHandlersOptions,
} from './worker-handlers.js'
export type { QueueLike, WakeUp } from './wake.js'
export type { DurableNamespaceLike } from '../../store/cloudflare/shards.js'
export type * from '../adapter.js'
export { QueueError, type QueueErrorCode } from '../errors.js'
