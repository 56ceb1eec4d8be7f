/** A store in tables of SQLite: in D1, and within a Durable Object. */
import { randomUuid } from '../../common/random.js'
import type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
import { checkClaim, checkSet, checkText, decode } from '../checks.js'

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>

/** Runs one statement. */
export type Run = (sql: string, values: readonly unknown[]) => Promise<readonly Row[]>

/** Statements that make the tables, if they are not there. */
export const tables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS fukidashi_claims (key TEXT PRIMARY KEY, owner TEXT NOT NULL, done INTEGER NOT NULL, expires_at REAL NOT NULL)',
  'CREATE INDEX IF NOT EXISTS fukidashi_claims_expires_at ON fukidashi_claims (expires_at)',
  'CREATE TABLE IF NOT EXISTS fukidashi_values (key TEXT PRIMARY KEY, value TEXT NOT NULL, version TEXT NOT NULL, user_id TEXT, expires_at REAL NOT NULL)',
  'CREATE INDEX IF NOT EXISTS fukidashi_values_expires_at ON fukidashi_values (expires_at)',
  'CREATE INDEX IF NOT EXISTS fukidashi_values_user_id ON fukidashi_values (user_id) WHERE user_id IS NOT NULL',
]

/** Largest number of rows that one sweep deletes from a table. */
const sweepRows = 1_000

/** Milliseconds since 1970, by the clock of the database. */
const now = `(unixepoch('subsec') * 1000)`
const claims = 'fukidashi_claims'
const values = 'fukidashi_values'

export class SqliteStore implements StoreAdapter {
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }

  async claim(key: string, owner: string, leaseMs: number): Promise<Claim> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    const taken = await this.#did(
      `INSERT INTO ${claims} (key, owner, done, expires_at) VALUES (?1, ?2, 0, ${now} + ?3)
ON CONFLICT (key) DO UPDATE SET owner = ?2, done = 0, expires_at = ${now} + ?3
WHERE expires_at <= ${now} OR (owner = ?2 AND done = 0)
RETURNING 1 AS taken`,
      [key, owner, leaseMs],
    )
    if (taken) return 'mine'
    const [row] = await this.#run(`SELECT done FROM ${claims} WHERE key = ?1`, [key])
    return row?.['done'] === 1 ? 'done' : 'busy'
  }

  async renew(key: string, owner: string, leaseMs: number): Promise<boolean> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    return this.#did(
      `UPDATE ${claims} SET expires_at = ${now} + ?3
WHERE key = ?1 AND owner = ?2 AND done = 0 AND expires_at > ${now} RETURNING 1 AS renewed`,
      [key, owner, leaseMs],
    )
  }

  async done(key: string, owner: string, ttlMs: number): Promise<boolean> {
    checkClaim(key, owner, ['ttlMs', ttlMs])
    return this.#did(
      `INSERT INTO ${claims} (key, owner, done, expires_at) VALUES (?1, ?2, 1, ${now} + ?3)
ON CONFLICT (key) DO UPDATE SET owner = ?2, done = 1, expires_at = ${now} + ?3
WHERE expires_at <= ${now} OR owner = ?2
RETURNING 1 AS done`,
      [key, owner, ttlMs],
    )
  }

  async release(key: string, owner: string): Promise<boolean> {
    checkClaim(key, owner)
    return this.#did(
      `DELETE FROM ${claims}
WHERE key = ?1 AND owner = ?2 AND done = 0 AND expires_at > ${now} RETURNING 1 AS released`,
      [key, owner],
    )
  }

  async get(key: string): Promise<StoredValue | undefined> {
    checkText('key', key)
    const [row] = await this.#run(
      `SELECT value, version FROM ${values} WHERE key = ?1 AND expires_at > ${now}`,
      [key],
    )
    return row && { value: decode(row['value'] as string), version: row['version'] as string }
  }

  async set(key: string, value: unknown, options: SetOptions): Promise<string | undefined> {
    const json = checkSet(key, value, options)
    const { ttl, version, userId } = options
    const next = randomUuid(undefined)
    const row = [key, json, next, userId ?? null, ttl]
    const changes = `value = ?2, version = ?3, user_id = ?4, expires_at = ${now} + ?5`
    const insert = (where: string) =>
      `INSERT INTO ${values} (key, value, version, user_id, expires_at) VALUES (?1, ?2, ?3, ?4, ${now} + ?5)
ON CONFLICT (key) DO UPDATE SET ${changes}${where} RETURNING 1 AS did`
    const did =
      typeof version === 'string'
        ? await this.#did(
            `UPDATE ${values} SET ${changes} WHERE key = ?1 AND version = ?6 AND expires_at > ${now} RETURNING 1 AS did`,
            [...row, version],
          )
        : await this.#did(insert(version === null ? ` WHERE expires_at <= ${now}` : ''), row)
    return did ? next : undefined
  }

  async delete(key: string, { version }: DeleteOptions = {}): Promise<boolean> {
    checkText('key', key)
    const where = version === undefined ? '' : ' AND version = ?2'
    return this.#did(
      `DELETE FROM ${values} WHERE key = ?1 AND expires_at > ${now}${where} RETURNING 1 AS did`,
      version === undefined ? [key] : [key, version],
    )
  }

  async forget(userId: string): Promise<number> {
    checkText('userId', userId)
    const rows = await this.#run(
      `DELETE FROM ${values} WHERE user_id = ?1 RETURNING expires_at > ${now} AS counts`,
      [userId],
    )
    return rows.filter(({ counts }) => counts === 1).length
  }

  /** Deletes some of what is over. Resolves with the time (milliseconds since 1970) when the next entry is, if there is one. */
  async sweep(): Promise<number | undefined> {
    let next = Infinity
    for (const table of [claims, values]) {
      const over = `SELECT key FROM ${table} WHERE expires_at <= ${now} LIMIT ${sweepRows}`
      await this.#run(`DELETE FROM ${table} WHERE key IN (${over})`, [])
      const [row] = await this.#run(`SELECT min(expires_at) AS next FROM ${table}`, [])
      const first = row?.['next']
      if (typeof first === 'number') next = Math.min(next, first)
    }
    return next === Infinity ? undefined : next
  }

  async #did(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.#run(sql, parameters)).length > 0
  }
}
