/** Mailboxes in the tables of one Durable Object. Each method is a part of one transaction of the object. */
import type {
  DeadLetter,
  DeadReason,
  End,
  Notes,
  Opened,
  QueueCounts,
  QueuedEvent,
  SettleOptions,
} from '../adapter.js'
import { type EventRow, eventOf, letterOf, tables } from './rows.js'

/** Runs one statement. */
export type Exec = (sql: string, ...values: unknown[]) => Record<string, unknown>[]

/** A dead letter before which a page of them ends. */
export interface DeadPlace {
  diedAt: number
  id: string
}

/** A mailbox whose wake-up was lost. */
export interface LostMailbox {
  mailbox: string
  dueAt: number
}

/** Largest number of rows that one sweep deletes from a table. */
const sweepRows = 5_000

/** The first event of a mailbox. */
const first = 'mailbox = ?1 AND died_at IS NULL ORDER BY timestamp, seq LIMIT 1'

/** First events that have been due since ?1, at the time ?2, and that have no owner. */
const due = `SELECT mailbox, due_at, woken_at, seq FROM events WHERE died_at IS NULL AND due_at <= ?1
AND seq = (SELECT seq FROM events AS other WHERE other.mailbox = events.mailbox AND died_at IS NULL ORDER BY timestamp, seq LIMIT 1)
AND mailbox NOT IN (SELECT mailbox FROM leases WHERE until > ?2)`

/** Largest number of milliseconds between two wake-ups of a mailbox that waits. */
const longestSilence = 300_000

export class SqliteMailboxes {
  readonly #exec: Exec
  readonly #now: () => number

  /** @param now - milliseconds since 1970 */
  constructor(exec: Exec, now: () => number) {
    this.#exec = exec
    this.#now = now
    for (const table of tables) exec(table)
  }

  append(events: readonly QueuedEvent[]): boolean[] {
    return events.map((event) => this.#append(event))
  }

  open(mailbox: string, owner: string, leaseMs: number): Opened {
    const now = this.#now()
    const [lease] = this.#exec(
      'SELECT owner, until FROM leases WHERE mailbox = ?1 AND until > ?2',
      mailbox,
      now,
    )
    if (lease && lease['owner'] !== owner)
      return { state: 'busy', ms: Math.ceil((lease['until'] as number) - now) }
    return this.#openFirst(mailbox, owner, leaseMs)
  }

  renew(mailbox: string, owner: string, leaseMs: number): boolean {
    return this.#did(
      'UPDATE leases SET until = ?3 + ?4 WHERE mailbox = ?1 AND owner = ?2 AND until > ?3 RETURNING 1',
      mailbox,
      owner,
      this.#now(),
      leaseMs,
    )
  }

  note(mailbox: string, owner: string, id: string, notes: Notes): boolean {
    if (this.#leased(mailbox, owner) !== id) return false
    const [row] = this.#exec('SELECT notes FROM events WHERE id = ?1', id)
    if (row) {
      const all = { ...(JSON.parse(row['notes'] as string) as Notes), ...notes }
      this.#exec('UPDATE events SET notes = ?2 WHERE id = ?1', id, JSON.stringify(all))
    }
    return true
  }

  settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    { leaseMs, knownMs, deadMs, next }: SettleOptions,
  ): Opened | { readonly state: 'lost' } {
    if (this.#leased(mailbox, owner) !== id) return { state: 'lost' }
    const now = this.#now()
    if (end.as === 'done') {
      this.#exec('DELETE FROM events WHERE id = ?1', id)
      this.#exec('INSERT OR REPLACE INTO known (id, over_at) VALUES (?1, ?2)', id, now + knownMs)
    } else if (end.as === 'dead') {
      const { code, message } = end.reason
      this.#exec(
        'UPDATE events SET died_at = ?2, over_at = ?3, code = ?4, message = ?5 WHERE id = ?1',
        id,
        now,
        now + deadMs,
        code satisfies DeadReason['code'],
        message,
      )
    } else this.#exec('UPDATE events SET due_at = ?2 WHERE id = ?1', id, now + end.ms)
    if (next) return this.#openFirst(mailbox, owner, leaseMs)
    this.#release(mailbox)
    const [row] = this.#exec(
      `UPDATE events SET due_at = max(due_at, ?2) WHERE seq = (SELECT seq FROM events WHERE ${first}) RETURNING due_at`,
      mailbox,
      now,
    )
    return row
      ? { state: 'later', ms: Math.ceil((row['due_at'] as number) - now) }
      : { state: 'empty' }
  }

  waiting(olderThanMs: number, limit: number): LostMailbox[] {
    const now = this.#now()
    return this.#exec(`${due} ORDER BY due_at, seq LIMIT ?3`, now - olderThanMs, now, limit).map(
      (row) => ({ mailbox: row['mailbox'] as string, dueAt: row['due_at'] as number }),
    )
  }

  /**
   * Names of mailboxes that are to be woken. Those that were woken before are left out for as long as they had waited then, five minutes
   * at most: they may wait because there are many, and more wake-ups would be more work.
   */
  lost(olderThanMs: number, limit: number): string[] {
    const now = this.#now()
    return this.#exec(
      `UPDATE events SET woken_at = ?2 WHERE seq IN (SELECT seq FROM (${due})
WHERE woken_at IS NULL OR ?2 - woken_at >= min(woken_at - due_at, ?4) ORDER BY due_at, seq LIMIT ?3) RETURNING mailbox`,
      now - olderThanMs,
      now,
      limit,
      longestSilence,
    ).map(({ mailbox }) => mailbox as string)
  }

  /** The place of a dead letter; `null` if it is not here. */
  deadPlace(id: string): DeadPlace | null {
    const [row] = this.#exec(
      'SELECT died_at FROM events WHERE id = ?1 AND over_at > ?2',
      id,
      this.#now(),
    )
    return row ? { diedAt: row['died_at'] as number, id } : null
  }

  dead(limit: number, before: DeadPlace | null): DeadLetter[] {
    return this.#exec(
      `SELECT * FROM events WHERE died_at IS NOT NULL AND over_at > ?1
AND (?2 IS NULL OR died_at < ?2 OR (died_at = ?2 AND id < ?3))
ORDER BY died_at DESC, id DESC LIMIT ?4`,
      this.#now(),
      before?.diedAt ?? null,
      before?.id ?? null,
      limit,
    ).map((row) => letterOf(row as unknown as EventRow))
  }

  /** @returns the name of the mailbox; `null` if there is no such dead letter */
  replay(id: string): string | null {
    const [row] = this.#exec(
      `UPDATE events SET died_at = NULL, over_at = NULL, code = NULL, message = NULL, attempts = 0, due_at = ?2
WHERE id = ?1 AND over_at > ?2 RETURNING mailbox`,
      id,
      this.#now(),
    )
    return row ? (row['mailbox'] as string) : null
  }

  discard(id: string): boolean {
    return this.#did(
      'DELETE FROM events WHERE id = ?1 AND over_at > ?2 RETURNING 1',
      id,
      this.#now(),
    )
  }

  /** `oldestMs` is 0 if there is no event. */
  counts(): QueueCounts {
    const now = this.#now()
    const [row] = this.#exec(
      `SELECT count(*) FILTER (WHERE died_at IS NULL) AS waiting,
count(DISTINCT mailbox) FILTER (WHERE died_at IS NULL) AS mailboxes,
count(*) FILTER (WHERE over_at > ?1) AS dead,
min(received_at) FILTER (WHERE died_at IS NULL) AS oldest FROM events`,
      now,
    ) as unknown as [Omit<QueueCounts, 'oldestMs'> & { oldest: number | null }]
    const { waiting, mailboxes, dead, oldest } = row
    return { waiting, mailboxes, dead, oldestMs: Math.max(0, now - (oldest ?? now)) }
  }

  forget(userId: string): number {
    const rows = this.#exec('DELETE FROM events WHERE user_id = ?1 RETURNING over_at', userId)
    this.#exec(
      'DELETE FROM leases WHERE mailbox NOT IN (SELECT mailbox FROM events WHERE died_at IS NULL)',
    )
    const now = this.#now()
    return rows.filter(({ over_at }) => over_at === null || (over_at as number) > now).length
  }

  /** Deletes some of what is over. @returns when (milliseconds since 1970) to do so again; `undefined` if there is nothing more */
  sweep(waitMs: number): number | undefined {
    const now = this.#now()
    for (const table of ['events', 'known'])
      this.#exec(
        `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE over_at <= ?1 LIMIT ${sweepRows})`,
        now,
      )
    this.#exec('DELETE FROM leases WHERE until <= ?1', now)
    const [row] = this.#exec(
      `SELECT EXISTS (SELECT 1 FROM events WHERE died_at IS NULL) AS waits,
(SELECT min(over_at) FROM events WHERE over_at IS NOT NULL) AS dead, (SELECT min(over_at) FROM known) AS known`,
    )
    const { waits, dead, known } = row as {
      waits: number
      dead: number | null
      known: number | null
    }
    if (waits === 1) return now + waitMs
    const next = Math.min(dead ?? Infinity, known ?? Infinity)
    return next === Infinity ? undefined : Math.max(next, now + waitMs)
  }

  #append(event: QueuedEvent): boolean {
    const { id, mailbox, destination, userId, timestamp, receivedAt } = event
    const now = this.#now()
    if (this.#did('SELECT 1 FROM known WHERE id = ?1 AND over_at > ?2', id, now)) return false
    const [kept] = this.#exec('SELECT over_at FROM events WHERE id = ?1', id)
    if (kept?.['over_at'] === null) {
      this.#exec(
        'UPDATE events SET received_at = max(received_at, ?2) WHERE id = ?1',
        id,
        receivedAt,
      )
      return false
    }
    if (kept && (kept['over_at'] as number) > now) return false
    if (kept) this.#exec('DELETE FROM events WHERE id = ?1', id)
    this.#exec(
      `INSERT INTO events (id, mailbox, destination, user_id, timestamp, received_at, event, attempts, notes, due_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, '{}', ?8)`,
      id,
      mailbox,
      destination,
      userId ?? null,
      timestamp,
      receivedAt,
      JSON.stringify(event.event),
      now,
    )
    return true
  }

  /** Takes the lease, unless the first event is not due. */
  #openFirst(mailbox: string, owner: string, leaseMs: number): Opened {
    const now = this.#now()
    const [row] = this.#exec(
      `SELECT * FROM events WHERE ${first}`,
      mailbox,
    ) as unknown[] as EventRow[]
    if (!row || row.due_at > now) {
      this.#release(mailbox)
      return row ? { state: 'later', ms: Math.ceil(row.due_at - now) } : { state: 'empty' }
    }
    const attempt = row.attempts + 1
    this.#exec('UPDATE events SET attempts = ?2 WHERE id = ?1', row.id, attempt)
    this.#exec(
      'INSERT OR REPLACE INTO leases (mailbox, owner, until, id) VALUES (?1, ?2, ?3, ?4)',
      mailbox,
      owner,
      now + leaseMs,
      row.id,
    )
    return { state: 'event', event: eventOf(row), attempt, notes: JSON.parse(row.notes) as Notes }
  }

  /** Id of the event that an owner has the lease of. */
  #leased(mailbox: string, owner: string): string | undefined {
    const [row] = this.#exec(
      'SELECT id FROM leases WHERE mailbox = ?1 AND owner = ?2 AND until > ?3',
      mailbox,
      owner,
      this.#now(),
    )
    return row?.['id'] as string | undefined
  }

  #release(mailbox: string): void {
    this.#exec('DELETE FROM leases WHERE mailbox = ?1', mailbox)
  }

  #did(sql: string, ...values: unknown[]): boolean {
    return this.#exec(sql, ...values).length > 0
  }
}
