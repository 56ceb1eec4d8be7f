/** Wake-ups of mailboxes on BullMQ: each is a job with the name of a mailbox, and nothing else. */
import type { QueueAdapter, Working, WorkOptions } from '../adapter.js'
import { systemClock } from '../../common/clock.js'
import { publicTextOf } from '../../common/error-text.js'
import { QueueError } from '../errors.js'
import { within } from '../time-limit.js'
import type { BullDatabase } from './backends.js'
import { type BullJob, type BullModule, type BullQueue, loadBull } from './load.js'
import { BullWorking, readable } from './worker.js'

/** Options of {@link bullEngine}. */
export interface BullEngineOptions {
  database: BullDatabase
  /** Name of the queue of BullMQ, without `:`. */
  name: string
  /** Milliseconds that adding jobs may take. 1,000 by default. */
  wakeTimeout?: number | undefined
  /** Called before BullMQ is used for the first time: makes its tables. */
  prepare?: ((bull: BullModule) => Promise<void>) | undefined
}

/** Milliseconds until a mailbox is woken again after an error. */
const retryMs = 5_000
const jobDefaults = {
  removeOnComplete: true,
  removeOnFail: true,
  // Practically without end: what is given up is found by the sweep only.
  attempts: 1_000_000,
  backoff: { type: 'fixed', delay: retryMs },
  stackTraceLimit: 1,
}

/**
 * The job that wakes a mailbox.
 *
 * Jobs with one id become one job, unless it is active: then one more follows it (`keepLastIfActive`), because the active one may have
 * looked into the mailbox before. Ids contain a period, so that a job which was lost in the engine blocks others for that period only,
 * and so that a job comes after the last of the wake-ups that it replaces.
 *
 * @param now - milliseconds since 1970
 */
export function wakeJob(mailbox: string, delayMs: number, now: number): BullJob {
  const isDelayed = delayMs > 0
  const periodMs = isDelayed ? 100 : 10_000
  const period = isDelayed ? Math.ceil((now + delayMs) / periodMs) : Math.floor(now / periodMs)
  return {
    name: 'wake',
    data: { mailbox },
    opts: {
      timestamp: now,
      ...(isDelayed && { delay: period * periodMs - now }),
      deduplication: {
        id: `${isDelayed ? 'later' : 'now'}/${period}/${mailbox}`,
        keepLastIfActive: true,
      },
    },
  }
}

/**
 * An engine on BullMQ, on Redis or PostgreSQL. BullMQ is loaded when it is needed.
 *
 * @throws {QueueError} from its methods: `peer_missing`, `queue_unavailable`, `queue_not_migrated`
 */
export function bullEngine(
  options: BullEngineOptions,
): Required<Pick<QueueAdapter, 'wake' | 'work'>> {
  const { database, name, wakeTimeout = 1_000, prepare } = options
  let preparing: Promise<BullModule> | undefined
  const prepared = () => {
    preparing ??= loadBull()
      .then(async (bull) => {
        await prepare?.(bull)
        return bull
      })
      .catch((error: unknown) => {
        preparing = undefined
        throw error
      })
    return preparing
  }
  let opening: Promise<BullQueue> | undefined
  const open = async () => {
    const bull = await prepared()
    const settings = { ...database.shared(), ...queueDefaults }
    const queue = new bull.Queue(name, settings, bull[database.factory])
    // Without a listener, an error ends the process. Calls that fail because of it are rejected.
    queue.on('error', () => undefined)
    try {
      await queue.waitUntilReady()
    } catch (error) {
      // It remembers the error: the next call opens a new one.
      queue.close().catch(() => undefined)
      throw readable(error)
    }
    return queue
  }
  const add = async (jobs: readonly BullJob[]) => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    const queue = await opening
    // In Redis all go out at once, and each is sent again when the server has forgotten the script.
    if (database.factory === 'createRedisBackend' || jobs.length === 1)
      await Promise.all(jobs.map((job) => queue.add(job.name, job.data, job.opts)))
    else await queue.addBulk(jobs)
  }
  const wake: QueueAdapter['wake'] = async (mailboxes, delayMs = 0) => {
    if (mailboxes.length === 0) return
    await loadBull()
    const now = Date.now()
    const jobs = [...new Set(mailboxes)].map((mailbox) => wakeJob(mailbox, delayMs, now))
    await within(systemClock, wakeTimeout, 'wake', add(jobs).catch(unavailable))
  }
  const work = async (
    drain: (mailbox: string) => Promise<void>,
    workOptions: WorkOptions,
  ): Promise<Working> => {
    const bull = await prepared()
    const worker = new BullWorking({
      bull,
      database,
      name,
      options: workOptions,
      drain: async (mailbox) => {
        try {
          await drain(mailbox)
        } catch (error) {
          workOptions.onError(error)
          // If this fails too, BullMQ runs the job again.
          await wake([mailbox], retryMs)
        }
      },
    })
    await worker.start()
    return worker
  }
  return { wake, work }
}

const queueDefaults = { defaultJobOptions: jobDefaults, streams: { events: { maxLen: 100 } } }

/** @throws {QueueError} `queue_unavailable`, or the error of the queue */
function unavailable(cause: unknown): never {
  if (cause instanceof QueueError) throw cause
  throw new QueueError('queue_unavailable', `No worker was woken: ${publicTextOf(cause)}`, {
    cause,
  })
}
