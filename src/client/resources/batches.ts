/** Messages and recipients cut into requests, sent in order. */
import { MessageList_maxItems, UserIds_maxItems } from '../../spec/generated/numbers.js'
import { LineApiError } from '../errors/api-error.js'
import { type BatchResult, LineBatchError, type SentRequest } from '../errors/batch-error.js'
import { LineConnectionError } from '../errors/connection-error.js'

/** Most messages in a request. */
export const most = MessageList_maxItems
/** Most recipients of a multicast, and of a bulk change of rich menus. */
export const mostRecipients = UserIds_maxItems

/** One request to be. */
export interface Batch {
  messages: { from: number; count: number }
  to?: readonly string[]
}

/** Pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const pieces: T[][] = []
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size))
  return pieces
}

/** Which messages go together. */
export function rangesOf(count: number): { from: number; count: number }[] {
  if (count <= most) return [{ from: 0, count }]
  const ranges = []
  for (let from = 0; from < count; from += most)
    ranges.push({ from, count: Math.min(most, count - from) })
  return ranges
}

/**
 * Sends recipients after recipients, and to each the messages in order. Whoever misses a part gets nothing more; the others
 * do, unless the failure says that theirs would fail too.
 */
export async function deliver(
  batches: readonly Batch[],
  send: (batch: Batch) => Promise<SentRequest>,
): Promise<SentRequest[]> {
  if (batches.length === 1) return [await send(batches[0]!)]
  const results: BatchResult[] = []
  let hopeless = false
  let incomplete: readonly string[] | undefined | false = false
  for (const batch of batches) {
    if (hopeless || (incomplete !== false && incomplete === batch.to)) {
      results.push({ status: 'not_tried', ...batch })
      continue
    }
    try {
      results.push({ status: 'sent', ...(await send(batch)) })
      incomplete = false
    } catch (error) {
      results.push({ status: 'failed', error: error as Error, ...batch })
      incomplete = batch.to
      hopeless = failsForAll(error)
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
