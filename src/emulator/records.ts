/** The part of an emulator that remembers: API calls, webhooks, and failures of the bot. */
import { traced } from './failures/call-sites.js'
import type { FailureAbout } from './failures/failures.js'
import type {
  CallRecord,
  FailureRecord,
  JournalRecord,
  KeptRecord,
  WebhookRecord,
} from './journal.js'
import type { World } from './state/world.js'

/** Records of what happened in an emulator. */
export abstract class Records {
  readonly #world: World

  /** @internal */
  constructor(world: World) {
    this.#world = world
  }

  /** API calls, webhooks and failures, oldest first. */
  get log(): readonly KeptRecord[] {
    return this.#world.journal.records
  }

  get calls(): CallRecord[] {
    return this.log.filter((record): record is CallRecord => record.type === 'call')
  }

  get webhooks(): WebhookRecord[] {
    return this.log.filter((record): record is WebhookRecord => record.type === 'webhook')
  }

  /** Errors and warnings while the bot handled webhooks. */
  get failures(): FailureRecord[] {
    return this.log.filter((record): record is FailureRecord => record.type === 'failure')
  }

  /**
   * Records an error of the bot that the emulator cannot see, such as one of a server in this process. It belongs to the webhook that is
   * being handled. Secrets are hidden.
   *
   * @param failure - the error, or a warning of fukidashi
   * @param about - `event`: the event that was handled; `hint`: what to do next
   */
  reportFailure(failure: unknown, about: FailureAbout = {}): FailureRecord {
    return this.#world.failures.report(failure, about)
  }

  /** Returns whether an error was recorded, by itself or as the cause of another. */
  isReported(error: object): boolean {
    return this.#world.failures.has(error)
  }

  /** Replaces the context of a handler: failures then name the line that made the call. For bots of a server in this process. */
  readonly traceCalls = traced

  /** The place of an error in a file of the project, and the lines around it. */
  placeOfError(error: unknown): Pick<FailureRecord, 'place' | 'frame'> {
    return this.#world.failures.place(error)
  }

  /** Folder of the project: places of failures are paths from it. The working directory by default. */
  get projectFolder(): string | undefined {
    return this.#world.failures.root
  }

  set projectFolder(folder: string | undefined) {
    this.#world.failures.root = folder
  }

  /** Calls a listener for everything that happens. Returns a function that removes the listener. */
  watch(listener: (record: JournalRecord) => void): () => void {
    return this.#world.journal.watch(listener)
  }
}
