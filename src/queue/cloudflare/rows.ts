/** The tables of mailboxes in SQLite, and what their rows mean. */
import type { DeadLetter, DeadReason, QueuedEvent } from '../adapter.js'

/** Statements that make the tables, if they are not there. */
export const tables: readonly string[] = [
  // Events that wait, and dead letters: those have `died_at`, `over_at`, `code` and `message`.
  `CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, mailbox TEXT NOT NULL, destination TEXT NOT NULL,
user_id TEXT, timestamp REAL NOT NULL, received_at REAL NOT NULL, event TEXT NOT NULL, attempts INTEGER NOT NULL, notes TEXT NOT NULL,
due_at REAL NOT NULL, woken_at REAL, died_at REAL, over_at REAL, code TEXT, message TEXT)`,
  'CREATE INDEX IF NOT EXISTS events_waiting ON events (mailbox, timestamp, seq) WHERE died_at IS NULL',
  'CREATE INDEX IF NOT EXISTS events_dead ON events (died_at, id) WHERE died_at IS NOT NULL',
  'CREATE INDEX IF NOT EXISTS events_over ON events (over_at) WHERE over_at IS NOT NULL',
  // Ids of events that are done.
  'CREATE TABLE IF NOT EXISTS known (id TEXT PRIMARY KEY, over_at REAL NOT NULL) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS known_over ON known (over_at)',
  // `id`: the event that is being handled.
  'CREATE TABLE IF NOT EXISTS leases (mailbox TEXT PRIMARY KEY, owner TEXT NOT NULL, until REAL NOT NULL, id TEXT NOT NULL) WITHOUT ROWID',
]

/** A row of `events`. */
export interface EventRow {
  id: string
  mailbox: string
  destination: string
  user_id: string | null
  timestamp: number
  received_at: number
  event: string
  attempts: number
  notes: string
  due_at: number
  died_at: number | null
  code: string | null
  message: string | null
}

export const eventOf = (row: EventRow): QueuedEvent => ({
  id: row.id,
  mailbox: row.mailbox,
  destination: row.destination,
  ...(row.user_id !== null && { userId: row.user_id }),
  timestamp: row.timestamp,
  receivedAt: row.received_at,
  event: JSON.parse(row.event) as unknown,
})

/** @param row - one of a dead letter */
export const letterOf = (row: EventRow): DeadLetter => ({
  event: eventOf(row),
  attempts: row.attempts,
  reason: { code: row.code as DeadReason['code'], message: row.message ?? '' },
  diedAt: row.died_at!,
})
