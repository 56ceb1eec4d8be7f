import { FukidashiError } from '../../common/error.js'
import type { SentMessage } from '../../spec/api/index.js'

/** A request of a send that LINE accepted. */
export interface SentRequest {
  /** `x-line-request-id`: the key to narrowcast progress, insight and audiences. */
  requestId: string
  retryKey: string | undefined
  attempts: number
  /** LINE accepted it at an earlier attempt, whose response was lost. */
  repeated: boolean
  /** Ids and quote tokens, in order. Multicast, narrowcast and broadcast have none. */
  sentMessages: SentMessage[]
  /** Range of the messages in this request, from 0. `count` is 0 for changes of rich menus. */
  messages: { from: number; count: number }
  /** Users, for a multicast or a change of rich menus. */
  to?: readonly string[]
}

/** Result of one request of a call that needed several. */
export type BatchResult =
  | ({ status: 'sent' } & SentRequest)
  | ({ status: 'failed'; error: Error } & Pick<SentRequest, 'messages' | 'to'>)
  | ({ status: 'not_tried' } & Pick<SentRequest, 'messages' | 'to'>)

/**
 * A call that took several requests, of which some failed. `results` has the result of each; `cause` is the first failure.
 *
 * @example
 * try {
 *   await line.messages.multicast(userIds, <News />)
 * } catch (error) {
 *   if (!(error instanceof LineBatchError)) throw error
 *   for (const result of error.results) if (result.status !== 'sent') await later(result.to)
 * }
 */
export class LineBatchError extends FukidashiError {
  override readonly name = 'LineBatchError'
  readonly code = 'batch_partly_sent'
  readonly results: readonly BatchResult[]

  constructor(results: readonly BatchResult[]) {
    const failed = results.find((result) => result.status === 'failed')!
    const sent = results.filter(({ status }) => status === 'sent')
    super(
      `${sent.length} of ${results.length} requests were sent${rangeOf(sent)}; the first failure:\n${failed.error.message}`,
      { cause: failed.error },
    )
    this.results = results
  }

  toJSON(): object {
    return { name: this.name, message: this.message, code: this.code, results: this.results }
  }
}

/** ` (messages[0] to messages[4])`, if all requests have the same recipient: then the first messages were sent. */
function rangeOf(sent: readonly Pick<SentRequest, 'messages' | 'to'>[]): string {
  const last = sent.at(-1)
  if (!last || last.to) return ''
  return ` (messages[0] to messages[${last.messages.from + last.messages.count - 1}])`
}
