/** Mailboxes in tables of PostgreSQL. */
import type {
  DeadLetter,
  End,
  Mailboxes,
  Notes,
  Opened,
  QueueCounts,
  QueuedEvent,
  SettleOptions,
} from '../adapter.js'
import { checkEvent, checkLimit, checkText, checkTime } from '../checks.js'
import { QueueError } from '../errors.js'
import { Database } from '../../store/postgres/database.js'
import type { PostgresPool } from '../../store/postgres/pool.js'
import { migration, type Tables, tablesIn } from './tables.js'

type Settled = Opened | { readonly state: 'lost' }

const now = 'clock_timestamp()'
/** The same for a whole statement, so that indexes are used. */
const start = `(SELECT ${now})`
const lease = `${now} + $3::float8 * interval '1 millisecond'`

/** Mailboxes in tables of PostgreSQL. */
export class TableMailboxes implements Mailboxes {
  readonly #database: Database
  readonly #tables: Tables

  constructor(pool: PostgresPool, schema: string, migrates: boolean) {
    this.#tables = tablesIn(schema)
    this.#database = new Database({
      pool,
      migration: migration(schema),
      migrates,
      missing: (cause) =>
        new QueueError(
          'queue_not_migrated',
          'The tables of the queue are missing, or older than this version. Run: npx fukidashi store migrate. In development, postgresQueue(pool, { migrate: true }) makes them.',
          { cause },
        ),
    })
  }

  migrate(): Promise<void> {
    return this.#database.migrate()
  }

  async append(queued: readonly QueuedEvent[]): Promise<boolean[]> {
    if (queued.length === 0) return []
    for (const one of queued) checkEvent(one)
    // The event as a text: functions for JSON have no place for U+0000.
    const json = JSON.stringify(
      queued.map((one) => ({ ...one, event: JSON.stringify(one.event ?? null) })),
    )
    this.#database.sweep([this.#tables.events])
    const isNew = new Set((await this.#call('append', '$1', [json])) as string[])
    return queued.map(({ id }) => isNew.delete(id))
  }

  async open(mailbox: string, owner: string, leaseMs: number): Promise<Opened> {
    checkLease(mailbox, owner, leaseMs)
    return openedOf(await this.#call('open', '$1, $2, $3', [mailbox, owner, leaseMs]))
  }

  async renew(mailbox: string, owner: string, leaseMs: number): Promise<boolean> {
    checkLease(mailbox, owner, leaseMs)
    const rows = await this.#database.run(
      `UPDATE ${this.#tables.boxes} SET lease_until = ${lease}
WHERE mailbox = $1 AND owner = $2 AND lease_until > ${now} RETURNING 1`,
      [mailbox, owner, leaseMs],
    )
    return rows.length > 0
  }

  async note(mailbox: string, owner: string, id: string, notes: Notes): Promise<boolean> {
    checkText('mailbox', mailbox)
    checkText('owner', owner)
    checkText('id', id)
    const { boxes, events } = this.#tables
    const rows = await this.#database.run(
      `WITH box AS (
  SELECT mailbox FROM ${boxes} WHERE mailbox = $1 AND owner = $2 AND lease_until > ${now} FOR UPDATE
)
UPDATE ${events} AS e SET notes = e.notes || $4::jsonb FROM box
WHERE e.id = $3 AND e.mailbox = box.mailbox AND e.state = 'waiting' RETURNING 1`,
      [mailbox, owner, id, JSON.stringify(encodeNotes(notes))],
    )
    return rows.length > 0
  }

  async settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    { leaseMs, knownMs, deadMs, next }: SettleOptions,
  ): Promise<Settled> {
    checkLease(mailbox, owner, leaseMs)
    checkText('id', id)
    const ms = end.as === 'later' ? end.ms : end.as === 'dead' ? deadMs : knownMs
    checkTime(end.as === 'later' ? 'ms' : end.as === 'dead' ? 'deadMs' : 'knownMs', ms)
    const reason = end.as === 'dead' ? JSON.stringify(end.reason) : null
    const values = [mailbox, owner, id, end.as, ms, reason, leaseMs, next]
    return openedOf(await this.#call('settle', '$1, $2, $3, $4, $5, $6, $7, $8', values))
  }

  async waiting(olderThanMs: number, limit: number): Promise<string[]> {
    checkTime('olderThanMs', olderThanMs)
    checkLimit(limit)
    const rows = await this.#database.run(
      `SELECT mailbox FROM ${this.#tables.boxes}
WHERE due_at < ${start} - $1::float8 * interval '1 millisecond' AND lease_until <= ${start} ORDER BY due_at LIMIT $2`,
      [olderThanMs, limit],
    )
    return rows.map(({ mailbox }) => mailbox as string)
  }

  async dead({ limit, before }: { limit: number; before?: string | undefined }) {
    checkLimit(limit)
    if (before !== undefined) checkText('before', before)
    const { events } = this.#tables
    // It may have been replayed meanwhile.
    const older =
      before === undefined
        ? ''
        : `AND (died_at, id) < (SELECT died_at, id FROM ${events} WHERE id = $2)`
    const rows = await this.#database.run(
      `SELECT json_build_object('event', json_build_object('id', id, 'mailbox', mailbox, 'destination', destination,
  'userId', user_id, 'timestamp', at, 'receivedAt', received_at, 'event', event),
  'attempts', attempts, 'reason', reason, 'diedAt', floor(extract(epoch FROM died_at) * 1000))::text AS letter
FROM ${events} WHERE state = 'dead' AND expires_at > ${start} ${older} ORDER BY died_at DESC, id DESC LIMIT $1`,
      before === undefined ? [limit] : [limit, before],
    )
    return rows.map(({ letter }) => {
      const read = decode(letter) as unknown as DeadLetter
      return { ...read, event: eventOf(read.event) }
    })
  }

  async replay(id: string): Promise<string | undefined> {
    checkText('id', id)
    return ((await this.#call('replay', '$1', [id])) as string | null) ?? undefined
  }

  async discard(id: string): Promise<boolean> {
    checkText('id', id)
    const rows = await this.#database.run(
      `DELETE FROM ${this.#tables.events} WHERE id = $1 AND state = 'dead' AND expires_at > ${now} RETURNING 1`,
      [id],
    )
    return rows.length > 0
  }

  async counts(): Promise<QueueCounts> {
    const { events, boxes } = this.#tables
    const [row] = await this.#database.run(
      `SELECT json_build_object('waiting', waiting, 'mailboxes', (SELECT count(*) FROM ${boxes}),
  'dead', (SELECT count(*) FROM ${events} WHERE state = 'dead' AND expires_at > ${start}),
  'oldestMs', greatest(0, coalesce(extract(epoch FROM ${start}) * 1000 - oldest, 0)))::text AS counts
FROM (SELECT count(*) AS waiting, min(received_at) AS oldest FROM ${events} WHERE state = 'waiting') AS w`,
    )
    return decode(row!['counts']) as unknown as QueueCounts
  }

  async forget(userId: string): Promise<number> {
    checkText('userId', userId)
    return Number(await this.#call('forget', '$1', [userId]))
  }

  async #call(name: string, parameters: string, values: unknown[]): Promise<unknown> {
    const answer = `to_json(${this.#tables.fn(name)}(${parameters}))::text AS answer`
    const [row] = await this.#database.run(`SELECT ${answer}`, values)
    const text = row!['answer']
    return text === null ? null : decode(text)
  }
}

function checkLease(mailbox: string, owner: string, leaseMs: number): void {
  checkText('mailbox', mailbox)
  checkText('owner', owner)
  checkTime('leaseMs', leaseMs)
}

/** JSON of an answer as a text, whatever parsers of types the program has set for `pg`. */
const decode = (text: unknown) => JSON.parse(text as string) as Record<string, unknown>

/** Values as texts with JSON: `jsonb` has no place for U+0000, and sorts keys. */
const encodeNotes = (notes: Notes) =>
  Object.fromEntries(
    Object.entries(notes).map(([key, value]) => [key, JSON.stringify(value ?? null)]),
  )

const decodeNotes = (notes: Readonly<Record<string, string>>): Notes =>
  Object.fromEntries(Object.entries(notes).map(([key, json]) => [key, JSON.parse(json) as unknown]))

/** The database has null for a user id that is missing. */
const eventOf = ({ userId, ...event }: QueuedEvent): QueuedEvent =>
  typeof userId === 'string' ? { ...event, userId } : event

function openedOf(answer: unknown): Opened {
  const opened = answer as Opened
  if (opened.state !== 'event') return opened
  const notes = decodeNotes(opened.notes as Record<string, string>)
  return { ...opened, notes, event: eventOf(opened.event) }
}
