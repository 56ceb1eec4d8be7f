/** Events of webhooks on a queue: received by one process, handled by others: `fukidashi/queue`. */
export type * from './adapter.js'
export { QueueError, type QueueErrorCode } from './errors.js'
export type { ContractTest } from '../common/contract-test.js'
export { mailboxContract, type MailboxContractOptions } from './contract.js'
export { memoryQueue, type MemoryQueueOptions } from './memory.js'
export { consume, type ConsumeOptions, type Consumer } from './consume.js'
export type { DeadEvent, QueuedBot } from './drain.js'
export type { KeepingReceiver, ObservedConsumer, QueueObserver } from './observer.js'
export { receiver, type QueueReceiver, type ReceiverOptions } from './receiver.js'
export type { UnsurePolicy } from './run.js'
export type { ChannelSource } from '../webhook/bot/channel-source.js'
export type {
  ObservedContext,
  ObservedDelivery,
  ObservedReceiver,
} from '../webhook/queue/observer.js'
export type { Queued } from '../webhook/queue/queued.js'
