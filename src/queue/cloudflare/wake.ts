/** Wake-ups: messages of Cloudflare's Queue that name a mailbox. */
import { eachAtOnce } from '../../common/at-once.js'
import { callsAtOnce } from '../../store/cloudflare/shards.js'

/** Body of a message. */
export interface WakeUp {
  mailbox: string
}

/** A queue, as a binding of a Worker. */
export interface QueueLike {
  sendBatch(
    messages: Iterable<{ body: WakeUp; contentType?: 'json' }>,
    options?: { delaySeconds?: number },
  ): Promise<unknown>
}

/** Largest number of messages of one call. Names of mailboxes are so short that their bytes are no limit. */
const messagesPerCall = 100

/** Longest delay of a message in seconds: 12 hours. A mailbox that is woken before its event is due is woken again. */
const longestDelay = 43_200

export async function sendWakeUps(
  queue: QueueLike,
  mailboxes: readonly string[],
  delayMs = 0,
): Promise<void> {
  const delaySeconds = Math.min(Math.ceil(delayMs / 1_000), longestDelay)
  const messages = [...new Set(mailboxes)].map((mailbox) => ({
    body: { mailbox },
    contentType: 'json' as const,
  }))
  const calls = Array.from({ length: Math.ceil(messages.length / messagesPerCall) }, (_, i) =>
    messages.slice(i * messagesPerCall, (i + 1) * messagesPerCall),
  )
  await eachAtOnce(calls, callsAtOnce, async (part) => {
    await queue.sendBatch(part, delaySeconds > 0 ? { delaySeconds } : {})
  })
}

/** The mailbox that a message names; `undefined` for a message of another program. */
export function mailboxOf(body: unknown): string | undefined {
  const name = (Object(body) as Partial<WakeUp>).mailbox
  return typeof name === 'string' && name !== '' ? name : undefined
}
