/** A queue on Cloudflare: mailboxes in Durable Objects, wake-ups by Cloudflare's Queue. */
import { numberOption, optionNames, optionsProblem } from '../../common/options.js'
import { type DurableNamespaceLike, shardRange, Shards } from '../../store/cloudflare/shards.js'
import type { QueueAdapter } from '../adapter.js'
import { QueueError, type QueueErrorCode } from '../errors.js'
import { DurableMailboxes } from './durable-mailboxes.js'
import { type QueueLike, sendWakeUps } from './wake.js'

/** Bindings of a Worker that {@link cloudflareQueue} needs. */
export interface CloudflareBindings {
  /** The producer's binding of a queue. */
  queue: QueueLike
  /** A namespace of Durable Objects of the class `FukidashiMailboxes`. */
  mailboxes: DurableNamespaceLike
}

/** Options of {@link cloudflareQueue}. */
export interface CloudflareQueueOptions {
  /**
   * Number of objects among which mailboxes are distributed, up to 1,000. 16 by default. Another number is another set of mailboxes:
   * events in the old ones are not handled.
   */
  shards?: number
}

const names = optionNames<CloudflareQueueOptions>({ shards: true })

/**
 * A queue for Workers. A mailbox, and the ids that it knows, are in one Durable Object, so what happens to one mailbox is atomic. Events of
 * one webhook may be in several objects: if one of them fails, `append` rejects although others have kept their events. Those are handled,
 * and known when LINE sends the webhook again.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * export { FukidashiMailboxes } from 'fukidashi/queue/cloudflare'
 * const queue = (env: Env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES })
 */
export function cloudflareQueue(
  bindings: CloudflareBindings,
  options: CloudflareQueueOptions = {},
): QueueAdapter {
  const invalid = (text: string) => new QueueError('option_invalid', text)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { queue, mailboxes } = Object(bindings) as Partial<CloudflareBindings>
  if (typeof (Object(queue) as Partial<QueueLike>).sendBatch !== 'function')
    throw invalid(
      'queue: cloudflareQueue needs a queue: (env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES }), with a [[queues.producers]] binding EVENTS in wrangler.toml.',
    )
  if (typeof (Object(mailboxes) as Partial<DurableNamespaceLike>).idFromName !== 'function')
    throw invalid(
      'mailboxes: cloudflareQueue needs a namespace of Durable Objects: (env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES }), with a binding MAILBOXES of class FukidashiMailboxes in wrangler.toml.',
    )
  const count = numberOption('shards', options.shards, 16, shardRange, invalid)
  const fail = (code: string, text: string) => new QueueError(code as QueueErrorCode, text)
  const wake = (woken: readonly string[], delayMs?: number) => sendWakeUps(queue!, woken, delayMs)
  const shards = new Shards(mailboxes!, count, fail)
  return { mailboxes: new DurableMailboxes(shards, wake), wake }
}
