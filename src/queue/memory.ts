/** A queue in the memory of one process, for tests and development. */
import { after, backgroundClock, type Clock, monotonic } from '../common/clock.js'
import { numberOption, optionNames, optionsProblem } from '../common/options.js'
import type { QueueAdapter, Working, WorkOptions } from './adapter.js'
import { QueueError } from './errors.js'
import { MemoryMailboxes } from './memory-mailboxes.js'

/** Options of {@link memoryQueue}. */
export interface MemoryQueueOptions {
  /** Largest number of events that wait, and of ids that are known. 100,000 by default. */
  max?: number
  /** Source of time; replace it in tests. */
  clock?: Clock
}

const names = optionNames<MemoryQueueOptions>({ max: true, clock: true })

/** Milliseconds after which a mailbox is drained again that could not be. */
const again = 1_000

/** Worker of a memory queue. */
interface Worker extends WorkOptions {
  drain: (mailbox: string) => Promise<void>
  running: number
  isClosed: boolean
  /** Called when nothing runs any more. */
  idle: (() => void) | undefined
}

class MemoryQueue implements QueueAdapter {
  readonly mailboxes: MemoryMailboxes
  readonly #clock: Clock
  /** Mailboxes to drain, in the order in which they were woken. */
  readonly #woken = new Set<string>()
  /** Times by `monotonic` when mailboxes are woken. */
  readonly #later = new Map<string, number>()
  readonly #workers = new Set<Worker>()

  constructor(max: number, clock: Clock) {
    this.mailboxes = new MemoryMailboxes(max, clock)
    this.#clock = clock
  }

  wake(mailboxes: readonly string[], delayMs = 0): Promise<void> {
    for (const mailbox of mailboxes) {
      if (delayMs <= 0) this.#woken.add(mailbox)
      else this.#wakeLater(mailbox, delayMs)
    }
    this.#start()
    return Promise.resolve()
  }

  #wakeLater(mailbox: string, ms: number): void {
    const at = monotonic(this.#clock) + ms
    if ((this.#later.get(mailbox) ?? -1) >= at) return
    this.#later.set(mailbox, at)
    after(this.#clock, ms, () => {
      // A later one comes instead.
      if (this.#later.get(mailbox) !== at) return
      this.#later.delete(mailbox)
      this.#woken.add(mailbox)
      this.#start()
    })
  }

  work(drain: Worker['drain'], options: WorkOptions): Promise<Working> {
    const worker: Worker = { ...options, drain, running: 0, isClosed: false, idle: undefined }
    this.#workers.add(worker)
    this.#start()
    const close = () =>
      new Promise<void>((resolve) => {
        worker.isClosed = true
        this.#workers.delete(worker)
        if (worker.running === 0) resolve()
        else worker.idle = resolve
      })
    return Promise.resolve({ close })
  }

  #start(): void {
    for (const worker of this.#workers)
      for (const mailbox of this.#woken) {
        if (worker.running >= worker.concurrency) break
        this.#woken.delete(mailbox)
        void this.#run(worker, mailbox)
      }
  }

  async #run(worker: Worker, mailbox: string): Promise<void> {
    worker.running++
    try {
      await worker.drain(mailbox)
    } catch (error) {
      worker.onError(error)
      this.#wakeLater(mailbox, again)
    }
    worker.running--
    if (worker.running === 0) worker.idle?.()
    this.#start()
  }
}

/**
 * A queue in the memory of this process: for tests, development, and a bot that answers LINE before its handlers have ended. What
 * waits is lost with the process.
 *
 * @throws {QueueError} `option_invalid`
 *
 * @example
 * const queue = memoryQueue()
 * const webhook = receiver({ channelSecret, queue })
 * consume(bot, { queue })
 */
export function memoryQueue(options: MemoryQueueOptions = {}): QueueAdapter {
  const invalid = (problem: string) => new QueueError('option_invalid', problem)
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw invalid(problem)
  const { max, clock = backgroundClock } = options
  const range = { min: 1, max: 10_000_000, whole: true } as const
  return new MemoryQueue(numberOption('max', max, 100_000, range, invalid), clock)
}
