/** Moves linked users from old menus to new ones in one batch, and waits until it is done. */
import { LineApiError, type LineClient } from '../../client/index.js'
import type { RichMenuBatchOperation } from '../../spec/rich-menu.js'
import { canonical, sha256 } from '../wanted/hash.js'
import { type Calls, LimitReached } from './calls.js'

/** How often the progress of a batch is asked. */
const MOST_QUESTIONS = 20
/** Longest wait between two questions, in milliseconds. */
const LONGEST_WAIT = 60_000
/** Batches an hour, and questions about their progress. */
const BATCHES = 3
const QUESTIONS = 100

/**
 * @param deleted - ids of the menus that are deleted afterwards. They are part of the key: a batch before a deletion also moves users whom a
 * bot has linked since the batch of the deployment, so it is another batch.
 * @throws {LimitReached}
 */
export async function moveUsers(
  line: LineClient,
  operations: RichMenuBatchOperation[],
  deleted: readonly string[],
  calls: Calls,
): Promise<void> {
  const resumeRequestKey = await sha256(canonical({ operations, deleted: deleted.toSorted() }))
  // A batch that failed half-way is resumed once.
  for (let tries = 0; tries < 2; tries++) {
    const requestId = await calls.limited('batches', BATCHES, () =>
      line.richMenus.batch(operations, { ...calls.options, resumeRequestKey }),
    )
    if (await succeeds(line, requestId, calls)) return
  }
  throw new LimitReached('LINE reports that the batch has failed')
}

/** @throws {LimitReached} when it takes too long */
async function succeeds(line: LineClient, requestId: string, calls: Calls): Promise<boolean> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    if (asked > 0) await calls.sleep(Math.min(LONGEST_WAIT, 1_000 * 2 ** (asked - 1)))
    const phase = await calls.limited('questions about batches', QUESTIONS, () =>
      progressOf(line, requestId, calls),
    )
    if (phase !== 'ongoing') return phase === 'succeeded'
  }
  throw new LimitReached('The batch is not done yet')
}

/** A batch that LINE does not know yet has not begun. */
async function progressOf(line: LineClient, requestId: string, calls: Calls) {
  try {
    return (await line.richMenus.batchProgress(requestId, calls.options)).phase
  } catch (error) {
    if (error instanceof LineApiError && error.status === 404) return 'ongoing'
    throw error
  }
}
