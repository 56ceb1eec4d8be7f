/** What a queue needs of an engine: mailboxes with the events of a chat in order, and a way to wake a worker. */

/** An event as it is kept. */
export interface QueuedEvent {
  /** `webhookEventId`, or a UUID for an event without one. An id that is known is not kept again. */
  id: string
  /** Name of the mailbox: the channel and the user, group or room. Events of a mailbox are handled one after the other. */
  mailbox: string
  /** User id of the bot that the event is for. */
  destination: string
  /** User id of the sender. {@link Mailboxes.forget} deletes by it. */
  userId?: string | undefined
  /** Place in the mailbox: milliseconds since 1970, as LINE dates the event. Equal ones keep the order in which they came. */
  timestamp: number
  /** When LINE delivered it: milliseconds since 1970. */
  receivedAt: number
  /** The event, as LINE sent it. JSON. */
  event: unknown
}

/** Notes of a handler on its event, for the next run if this one dies. JSON, by key. */
export type Notes = Readonly<Record<string, unknown>>

/** Answer of a mailbox that is opened. */
export type Opened =
  /** The first event, with its lease. */
  | {
      readonly state: 'event'
      readonly event: QueuedEvent
      /** Number of this run, from 1. It counts runs that died. */
      readonly attempt: number
      readonly notes: Notes
    }
  /** The mailbox has no event, and is not leased. */
  | { readonly state: 'empty' }
  /** Another owner has the lease, for so many milliseconds at most. */
  | { readonly state: 'busy'; readonly ms: number }
  /** The first event waits for its next run, so many milliseconds. There is no lease. */
  | { readonly state: 'later'; readonly ms: number }

/** Why an event is among the dead letters. */
export interface DeadReason {
  /**
   * `failed`: the handler failed too often. `died`: its worker died too often. `unsure`: its reply was sent, or was not. `channel_unknown`: the
   * bot has no channel with its destination.
   */
  code: 'failed' | 'died' | 'unsure' | 'channel_unknown'
  /** For people. Contains no text of a message. */
  message: string
}

/** How a run ends. */
export type End =
  | { readonly as: 'done' }
  | { readonly as: 'dead'; readonly reason: DeadReason }
  /** The event is handled again after so many milliseconds; the others of the mailbox wait for it. */
  | { readonly as: 'later'; readonly ms: number }

/** Options of {@link Mailboxes.settle}. */
export interface SettleOptions {
  /** Milliseconds of the lease for the next event. */
  leaseMs: number
  /** Milliseconds that the id of an event that is done stays known. */
  knownMs: number
  /** Milliseconds that a dead letter is kept. Its id is known as long. */
  deadMs: number
  /** Opens the next event. If `false`, the lease ends, and the answer is `later` with 0 ms if there are more events. */
  next: boolean
}

/** An event that was given up. */
export interface DeadLetter {
  event: QueuedEvent
  /** Number of times that the mailbox gave it to a worker. */
  attempts: number
  reason: DeadReason
  /** Milliseconds since 1970. */
  diedAt: number
}

/** Numbers of what is kept. */
export interface QueueCounts {
  /** Events that wait or are being handled. */
  waiting: number
  /** Mailboxes with such events. */
  mailboxes: number
  dead: number
  /** Age in milliseconds of the event that was delivered first among those that wait; 0 if there is none. */
  oldestMs: number
}

/**
 * Keeps events in mailboxes. Each method is one atomic step. Times are counted by the clock of the database. A method that takes an
 * `owner` changes nothing, and answers so, when another owner has the lease or the lease is over.
 *
 * `mailboxContract` tests an implementation.
 */
export interface Mailboxes {
  /**
   * Keeps those events that are not known. A known one that still waits takes over `receivedAt`, because LINE renews its reply token.
   * All events, or none.
   *
   * @returns for each event whether it is new
   */
  append(events: readonly QueuedEvent[]): Promise<boolean[]>
  /** Takes the lease of a mailbox and its first event, and counts the run. The same owner may open it again. */
  open(mailbox: string, owner: string, leaseMs: number): Promise<Opened>
  /** Prolongs the lease, counted from now. `false` if it is lost. */
  renew(mailbox: string, owner: string, leaseMs: number): Promise<boolean>
  /**
   * Sets notes on the event that is handled. They stay until it is done, also among the dead letters. `false` if the lease is lost.
   *
   * @param id - of the event: meanwhile an earlier one may have come, which is the first now
   */
  note(mailbox: string, owner: string, id: string, notes: Notes): Promise<boolean>
  /** Ends the run of the event with this id, and opens the next one. `lost` if the lease is lost; nothing is changed then. */
  settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    options: SettleOptions,
  ): Promise<Opened | { readonly state: 'lost' }>
  /**
   * Names of mailboxes without a lease whose first event has been due for longer than `olderThanMs`, the oldest first:
   * their wake-up was lost.
   */
  waiting(olderThanMs: number, limit: number): Promise<string[]>
  /** Dead letters, the newest first. `before`: only older ones than that dead letter (its id), for pages. */
  dead(options: { limit: number; before?: string | undefined }): Promise<DeadLetter[]>
  /** Puts a dead letter back into its mailbox, with its notes and no runs. Resolves with the name of the mailbox; `undefined` if there is none. */
  replay(id: string): Promise<string | undefined>
  /** Deletes a dead letter. `false` if there is none. */
  discard(id: string): Promise<boolean>
  counts(): Promise<QueueCounts>
  /** Deletes all events of a user, waiting or dead. Resolves with their number. */
  forget(userId: string): Promise<number>
}

/** Workers that run. */
export interface Working {
  /** Takes no more mailboxes, and resolves when those that are open have ended. */
  close(): Promise<void>
}

/** Options of {@link QueueAdapter.work}. */
export interface WorkOptions {
  /** Largest number of mailboxes that are open at once. */
  concurrency: number
  /** Called with what goes wrong in the engine, such as a lost connection. */
  onError: (error: unknown) => void
}

/** An engine with its mailboxes. */
export interface QueueAdapter {
  readonly mailboxes: Mailboxes
  /**
   * Makes a worker drain each mailbox, at least once, after `delayMs`. A wake-up that is lost is found by the sweep, a minute later.
   * Several for one mailbox may become one, if it comes after the last of them.
   */
  wake(mailboxes: readonly string[], delayMs?: number): Promise<void>
  /**
   * Calls `drain` for mailboxes that were woken. If `drain` rejects, or the process dies, the engine wakes the mailbox again within 15 s.
   * Absent where the platform calls the consumer, as on Cloudflare.
   */
  work?(drain: (mailbox: string) => Promise<void>, options: WorkOptions): Promise<Working>
}
