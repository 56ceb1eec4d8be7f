/** Decides how well a bot is. */
import type { Health, HealthReason } from './health.js'
import type { HealthRecord } from './record.js'

/** Events that fail one after the other before that is a reason. */
const failuresInARow = 3

/** What was found out about the parts of a bot. */
export type Parts = Pick<Health, 'store' | 'queue' | 'token'>

/**
 * The reasons why a bot is not well.
 *
 * @param lateAfter - age in milliseconds above which an event of the queue is late
 */
export function reasonsOf(record: HealthRecord, parts: Parts, lateAfter: number): HealthReason[] {
  const { store, queue, token } = parts
  const reasons: (HealthReason | undefined)[] = [
    store && !store.reachable ? storeAway(record, store.error) : undefined,
    queue && !queue.reachable ? queueAway(record, queue.error) : undefined,
    queue?.oldestMs !== undefined && queue.oldestMs > lateAfter
      ? {
          code: 'queue_late',
          status: 'degraded',
          message: `The oldest event of the queue has waited for ${Math.round(queue.oldestMs / 1_000)} s. Start more workers, or look at their errors.`,
        }
      : undefined,
    record.failedInARow >= failuresInARow
      ? {
          code: 'events_failing',
          status: 'degraded',
          message: `The last ${record.failedInARow} events failed, with ${record.lastFailed!.code} in the end.`,
        }
      : undefined,
    record.signatureFailures > 0 && record.lastWebhook === undefined
      ? {
          code: 'signature_invalid',
          status: 'degraded',
          message:
            'No webhook since the start had a valid signature: the channel secret may belong to another channel, or a body parser or proxy changes the body.',
        }
      : undefined,
    token && tokenProblem(token),
  ]
  return reasons.filter((reason) => reason !== undefined)
}

function storeAway(record: HealthRecord, error: string | undefined): HealthReason {
  const what = `The store does not answer (${error}).`
  return record.refuses
    ? {
        code: 'store_away',
        status: 'down',
        message: `${what} Events are answered with status 503. ${lossOf(record)}`,
      }
    : {
        code: 'store_away',
        status: 'degraded',
        message: `${what} Events are handled without it, perhaps twice.`,
      }
}

const queueAway = (record: HealthRecord, error: string | undefined): HealthReason => ({
  code: 'queue_away',
  status: 'down',
  message:
    `The queue does not answer (${error}).` +
    (record.receives
      ? ` Webhooks are answered with status 503. ${lossOf(record)}`
      : ' Its events are not handled.'),
})

const lossOf = ({ lastRedelivery }: HealthRecord): string =>
  'These events are lost unless "Webhook redelivery" is on in the LINE Developers console' +
  (lastRedelivery === undefined ? '; none has been seen since the start.' : ', as it seems to be.')

function tokenProblem({ valid, error }: NonNullable<Health['token']>): HealthReason | undefined {
  if (valid === true) return undefined
  if (valid === false)
    return {
      code: 'token_invalid',
      status: 'down',
      message: 'LINE refuses the channel access token: the bot cannot send. Issue a new one.',
    }
  return {
    code: 'token_unchecked',
    status: 'degraded',
    message: `The channel access token could not be checked (${error}).`,
  }
}
