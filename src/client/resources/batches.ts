/** Splits messages and recipients into requests, and sends them in order. */
import { MessageList_maxItems, UserIds_maxItems } from '../../spec/generated/numbers.js'
import { LineApiError } from '../errors/api-error.js'
import { type BatchResult, LineBatchError, type SentRequest } from '../errors/batch-error.js'
import { LineConnectionError } from '../errors/connection-error.js'

/** Maximum number of messages in a request. */
export const maxMessages = MessageList_maxItems
/** Maximum number of recipients of a multicast, and of a bulk change of rich menus. */
export const maxRecipients = UserIds_maxItems

/** A request that is to be sent. */
export interface Batch {
  messages: { from: number; count: number }
  to?: readonly string[]
}

/** Splits a list into parts of at most `size` items. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size))
  return parts
}

/** Splits messages into ranges, one for each request. */
export function rangesOf(count: number): { from: number; count: number }[] {
  if (count <= maxMessages) return [{ from: 0, count }]
  const ranges = []
  for (let from = 0; from < count; from += maxMessages)
    ranges.push({ from, count: Math.min(maxMessages, count - from) })
  return ranges
}

/**
 * Sends requests in order. Recipients who missed some messages get no later ones. Other recipients do, unless the failure shows that
 * their requests would fail too.
 *
 * @throws {LineBatchError} if one of several requests fails
 */
export async function deliver<B extends Batch>(
  batches: readonly B[],
  send: (batch: B) => Promise<SentRequest>,
): Promise<SentRequest[]> {
  if (batches.length === 1) return [await send(batches[0]!)]
  const results: BatchResult[] = []
  let failsForRest = false
  let incomplete: readonly string[] | undefined | false = false
  for (const batch of batches) {
    if (failsForRest || (incomplete !== false && incomplete === batch.to)) {
      results.push({ status: 'not_tried', ...batch })
      continue
    }
    try {
      results.push({ status: 'sent', ...(await send(batch)) })
      incomplete = false
    } catch (error) {
      results.push({ status: 'failed', error: error as Error, ...batch })
      incomplete = batch.to
      failsForRest = failsForAll(error)
    }
  }
  const sent = results.flatMap((result) =>
    result.status === 'sent' ? [withoutStatus(result)] : [],
  )
  if (sent.length < results.length) throw new LineBatchError(results)
  return sent
}

function failsForAll(error: unknown): boolean {
  if (error instanceof LineConnectionError) return error.code !== 'answer_unreadable'
  return (
    error instanceof LineApiError &&
    ['credentials_invalid', 'operation_forbidden', 'quota_exceeded', 'request_redirected'].includes(
      error.code,
    )
  )
}

function withoutStatus({ status: _, ...request }: BatchResult & { status: 'sent' }): SentRequest {
  return request
}
