/**
 * Retry keys (`X-Line-Retry-Key`).
 * @see https://developers.line.biz/en/reference/messaging-api/#retry-api-request
 */
import { retryKey } from '../../common/uuid.js'
import { Refusal, refusal, type Result } from './answer.js'
import type { Call } from './call.js'
import { sentences } from './sentences.js'

const LIFE = 24 * 3_600_000

const nameOf = (call: Call, key: string) => `${call.operation} ${key.toLowerCase()}`

/** The refusal of a request that was accepted earlier. @throws {Refusal} 400, for keys that mean nothing here */
export function acceptedBefore(call: Call): Refusal | undefined {
  const key = call.header('x-line-retry-key')
  if (key === undefined) return undefined
  if (!call.row.retryKey) throw refusal(400, sentences.retryKeyUnsupported)
  if (!retryKey.test(key)) throw refusal(400, sentences.retryKeyMalformed)
  const { retryKeys } = call.world.state
  const before = retryKeys.get(nameOf(call, key))
  if (!before || call.world.now - before.at >= LIFE) return undefined
  return new Refusal(
    409,
    {
      message: sentences.retryKeyAccepted,
      ...(before.sentMessages !== undefined && { sentMessages: before.sentMessages }),
    },
    { 'x-line-accepted-request-id': before.requestId },
  )
}

/** Stores the key of an accepted request. A refused request can be corrected and sent again. */
export function remember(call: Call, result: Result): void {
  const key = call.header('x-line-retry-key')
  if (key === undefined || !call.row.retryKey) return
  const { now, state } = call.world
  if (state.retryKeys.size > 10_000)
    for (const [name, { at }] of state.retryKeys) if (now - at >= LIFE) state.retryKeys.delete(name)
  const sentMessages = (result.json as { sentMessages?: unknown } | undefined)?.sentMessages
  state.retryKeys.set(nameOf(call, key), {
    requestId: call.requestId,
    at: now,
    ...(sentMessages !== undefined && { sentMessages }),
  })
}
