/** The part of BullMQ that a queue uses, an optional peer. */
import { QueueError } from '../errors.js'

/** Connections of a queue or a worker. */
export interface BullBackend {
  moveToActive(...args: unknown[]): Promise<unknown>
}

type BullBackendFactory = (...args: unknown[]) => BullBackend

interface BullEvents {
  on(event: 'error', listener: (error: unknown) => void): unknown
  waitUntilReady(): Promise<unknown>
}

/** Options of a job. */
export interface BullJobOptions {
  /** Milliseconds since 1970: the delay begins then. */
  timestamp: number
  delay?: number
  deduplication: { id: string; keepLastIfActive: true }
}

/** A job that wakes a worker. */
export interface BullJob {
  name: string
  data: { mailbox: string }
  opts: BullJobOptions
}

/** `Queue` of BullMQ. */
export interface BullQueue extends BullEvents {
  add(name: string, data: BullJob['data'], opts: BullJobOptions): Promise<unknown>
  addBulk(jobs: readonly BullJob[]): Promise<unknown>
  close(): Promise<void>
}

/** `Worker` of BullMQ. */
export interface BullWorker extends BullEvents {
  run(): Promise<void>
  close(force?: boolean): Promise<void>
}

/** The package. */
export interface BullModule {
  Queue: new (name: string, options: object, factory: BullBackendFactory) => BullQueue
  Worker: new (
    name: string,
    process: (job: { data: BullJob['data'] }) => Promise<void>,
    options: object,
    factory: BullBackendFactory,
  ) => BullWorker
  createRedisBackend: BullBackendFactory
  createPostgresBackend: BullBackendFactory
  runMigrations(client: object, schema?: string): Promise<unknown>
}

let loading: Promise<BullModule> | undefined

/**
 * Loads BullMQ, once.
 * @throws {QueueError} `peer_missing`
 */
export function loadBull(): Promise<BullModule> {
  loading ??= import('bullmq').then(
    (module) => module as unknown as BullModule,
    (cause: unknown) => {
      // It may be installed the next time.
      loading = undefined
      throw new QueueError(
        'peer_missing',
        'The queue runs on BullMQ, which is not installed: npm install bullmq',
        { cause },
      )
    },
  )
  return loading
}
