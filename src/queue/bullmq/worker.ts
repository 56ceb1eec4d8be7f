/** A worker of BullMQ that drains mailboxes. */
import type { Working, WorkOptions } from '../adapter.js'
import { systemClock } from '../../common/clock.js'
import { QueueError } from '../errors.js'
import { within } from '../time-limit.js'
import { type BullConnection, type BullDatabase, slowed } from './backends.js'
import { type BullModule, type BullWorker } from './load.js'

/** Milliseconds of a lock of BullMQ. It is renewed while a mailbox is open. */
const lockDuration = 8_000
/** Milliseconds between looks for locks that are over: a mailbox of a killed worker is woken after at most 8 + 3 s. */
const stalledInterval = 3_000
/** Milliseconds of waiting after an error of the server. */
const errorMs = 500
/** Milliseconds that the server has to answer when a worker starts and ends. */
const patienceMs = 3_000

const settings = {
  autorun: false,
  lockDuration,
  stalledInterval,
  // What is given up is found by the sweep only.
  maxStalledCount: 1_000_000,
  runRetryDelay: errorMs,
}

const pause = (ms: number) => systemClock.sleep(ms)

/** What a worker is made of. */
export interface WorkerParts {
  bull: BullModule
  database: BullDatabase
  name: string
  drain: (mailbox: string) => Promise<void>
  options: WorkOptions
}

interface OpenWorker {
  worker: BullWorker
  connection: BullConnection
}

/** A worker that goes on when its server comes back, and that can be closed while its server is away. */
export class BullWorking implements Working {
  readonly #parts: WorkerParts
  readonly #drains = new Set<Promise<void>>()
  #current: OpenWorker | undefined
  #closing: Promise<void> | undefined

  constructor(parts: WorkerParts) {
    this.#parts = parts
  }

  /**
   * Resolves when the worker runs. If the server does not answer, it resolves too, and the worker runs as soon as it does.
   * @throws {QueueError} `queue_not_migrated`
   */
  async start(): Promise<void> {
    const first = this.#open()
    try {
      await within(systemClock, patienceMs, 'the start of a worker', first)
    } catch (error) {
      if (error instanceof QueueError && error.code === 'queue_not_migrated') {
        this.#closing = Promise.resolve()
        throw error
      }
      this.#parts.options.onError(error)
    }
    first.catch(() => this.#reopen()).catch(() => undefined)
  }

  close(): Promise<void> {
    this.#closing ??= this.#end()
    return this.#closing
  }

  /** BullMQ remembers that a server was away at the start, so each attempt is a worker of its own. */
  async #open(): Promise<void> {
    const { bull, database, name, options } = this.#parts
    const connection = database.own()
    const factory: BullModule['createRedisBackend'] = (...args) =>
      slowed(bull[database.factory](...args), () => pause(errorMs))
    const worker = new bull.Worker(
      name,
      ({ data }) => this.#track(this.#parts.drain(data.mailbox)),
      { ...connection.options, ...settings, concurrency: options.concurrency },
      factory,
    )
    worker.on('error', (error) => this.#report(error))
    this.#current = { worker, connection }
    try {
      await worker.waitUntilReady()
    } catch (error) {
      worker.close(true).catch(() => undefined)
      connection.close()
      throw readable(error)
    }
    if (!this.#closing) worker.run().catch((error: unknown) => this.#report(error))
  }

  async #reopen(): Promise<void> {
    while (!this.#closing) {
      await pause(errorMs)
      if (this.#closing) return
      try {
        await this.#open()
        return
      } catch (error) {
        this.#report(error)
      }
    }
  }

  #track(drain: Promise<void>): Promise<void> {
    const ended = () => void this.#drains.delete(drain)
    this.#drains.add(drain)
    drain.then(ended, ended)
    return drain
  }

  /** Lost connections at the end are not worth a report. */
  #report(error: unknown): void {
    if (!this.#closing) this.#parts.options.onError(error)
  }

  /** Ends with the drains that are open. A server that is away would let it wait without end. */
  async #end(): Promise<void> {
    const current = this.#current
    if (!current) return
    const closed = current.worker.close().catch(() => undefined)
    const idle = async () => {
      while (this.#drains.size > 0) await Promise.allSettled(this.#drains)
      await within(systemClock, patienceMs, 'the end of a worker', closed).catch(() => undefined)
    }
    await Promise.race([closed, idle()])
    current.connection.close()
  }
}

/** The error of BullMQ in our words. */
export function readable(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause.name !== 'SchemaMigrationRequiredError') return cause
  return new QueueError(
    'queue_not_migrated',
    'The tables of BullMQ are missing. Run: npx fukidashi store migrate.',
    { cause },
  )
}
