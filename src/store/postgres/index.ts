/** A store on PostgreSQL: `fukidashi/store/postgres`. */
import { optionNames, optionsProblem } from '../../common/options.js'
import { randomUuid } from '../../common/random.js'
import { checkClaim, checkSet, checkText, decode } from '../checks.js'
import { createStore } from '../create-store.js'
import { StoreError } from '../errors.js'
import type { Store } from '../store.js'
import type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
import { Database } from './database.js'
import { checkPool, type PostgresPool } from './pool.js'
import { migration, type Tables, tablesIn } from './tables.js'

export type { PostgresPool } from './pool.js'
export { migration } from './tables.js'
export { StoreError, type StoreErrorCode } from '../errors.js'
export type { Claim, DeleteOptions, SetOptions, StoreAdapter, StoredValue } from '../adapter.js'
export type { Store } from '../store.js'

/** Options of {@link postgresStore}. */
export interface PostgresStoreOptions {
  /** Schema of the tables. `public` by default. Bots of different channels that share a database need different ones. */
  schema?: string
  /** Makes the tables before the first call, for development. In production, `npx fukidashi store migrate` makes them. */
  migrate?: boolean
}

/** A store on PostgreSQL. */
export interface PostgresStore extends Store {
  /** Makes the tables, if they are not there. */
  migrate(): Promise<void>
}

const names = optionNames<PostgresStoreOptions>({ schema: true, migrate: true })

const now = 'clock_timestamp()'
const later = (parameter: string) => `${now} + ${parameter}::float8 * interval '1 millisecond'`

class TableStore implements StoreAdapter {
  readonly #database: Database
  readonly #tables: Tables

  constructor(pool: PostgresPool, schema: string, migrates: boolean) {
    this.#tables = tablesIn(schema)
    this.#database = new Database({
      pool,
      migration: migration(schema),
      migrates,
      missing: (cause) =>
        new StoreError(
          'store_not_migrated',
          'The tables of the store are missing. Run: npx fukidashi store migrate. In development, postgresStore(pool, { migrate: true }) makes them.',
          { cause },
        ),
    })
  }

  migrate(): Promise<void> {
    return this.#database.migrate()
  }

  async claim(key: string, owner: string, leaseMs: number): Promise<Claim> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    const { claims } = this.#tables
    const taken = await this.#database.run(
      `INSERT INTO ${claims} AS c (key, owner, done, expires_at) VALUES ($1, $2, false, ${later('$3')})
ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, done = false, expires_at = excluded.expires_at
WHERE c.expires_at <= ${now} OR (c.owner = excluded.owner AND NOT c.done)
RETURNING 1`,
      [key, owner, leaseMs],
    )
    this.#sweep()
    if (taken.length > 0) return 'mine'
    const [row] = await this.#database.run(`SELECT done FROM ${claims} WHERE key = $1`, [key])
    return row?.['done'] === true ? 'done' : 'busy'
  }

  async renew(key: string, owner: string, leaseMs: number): Promise<boolean> {
    checkClaim(key, owner, ['leaseMs', leaseMs])
    return this.#did(
      `UPDATE ${this.#tables.claims} SET expires_at = ${later('$3')}
WHERE key = $1 AND owner = $2 AND NOT done AND expires_at > ${now} RETURNING 1`,
      [key, owner, leaseMs],
    )
  }

  async done(key: string, owner: string, ttlMs: number): Promise<boolean> {
    checkClaim(key, owner, ['ttlMs', ttlMs])
    return this.#did(
      `INSERT INTO ${this.#tables.claims} AS c (key, owner, done, expires_at) VALUES ($1, $2, true, ${later('$3')})
ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, done = true, expires_at = excluded.expires_at
WHERE c.expires_at <= ${now} OR c.owner = excluded.owner
RETURNING 1`,
      [key, owner, ttlMs],
    )
  }

  async release(key: string, owner: string): Promise<boolean> {
    checkClaim(key, owner)
    return this.#did(
      `DELETE FROM ${this.#tables.claims}
WHERE key = $1 AND owner = $2 AND NOT done AND expires_at > ${now} RETURNING 1`,
      [key, owner],
    )
  }

  async get(key: string): Promise<StoredValue | undefined> {
    checkText('key', key)
    const [row] = await this.#database.run(
      `SELECT value, version FROM ${this.#tables.values} WHERE key = $1 AND expires_at > ${now}`,
      [key],
    )
    return row && { value: decode(row['value'] as string), version: row['version'] as string }
  }

  async set(key: string, value: unknown, options: SetOptions): Promise<string | undefined> {
    const json = checkSet(key, value, options)
    const { ttl, version, userId } = options
    const next = randomUuid(undefined)
    const row = [key, json, next, userId ?? null, ttl]
    const { values } = this.#tables
    const changes = `value = $2, version = $3, user_id = $4, expires_at = ${later('$5')}`
    const insert = (where: string) =>
      `INSERT INTO ${values} AS v (key, value, version, user_id, expires_at) VALUES ($1, $2, $3, $4, ${later('$5')})
ON CONFLICT (key) DO UPDATE SET ${changes}${where} RETURNING 1`
    this.#sweep()
    const did =
      typeof version === 'string'
        ? await this.#did(
            `UPDATE ${values} SET ${changes} WHERE key = $1 AND version = $6 AND expires_at > ${now} RETURNING 1`,
            [...row, version],
          )
        : await this.#did(insert(version === null ? ` WHERE v.expires_at <= ${now}` : ''), row)
    return did ? next : undefined
  }

  async delete(key: string, { version }: DeleteOptions = {}): Promise<boolean> {
    checkText('key', key)
    const where = version === undefined ? '' : ' AND version = $2'
    return this.#did(
      `DELETE FROM ${this.#tables.values} WHERE key = $1 AND expires_at > ${now}${where} RETURNING 1`,
      version === undefined ? [key] : [key, version],
    )
  }

  async forget(userId: string): Promise<number> {
    checkText('userId', userId)
    const rows = await this.#database.run(
      `DELETE FROM ${this.#tables.values} WHERE user_id = $1 RETURNING expires_at > ${now} AS counts`,
      [userId],
    )
    return rows.filter(({ counts }) => counts === true).length
  }

  #sweep(): void {
    this.#database.sweep([this.#tables.claims, this.#tables.values])
  }

  async #did(text: string, values: unknown[]): Promise<boolean> {
    return (await this.#database.run(text, values)).length > 0
  }
}

/**
 * A store on PostgreSQL 12 or newer. The pool stays yours: you open and close it.
 *
 * @throws {StoreError} `option_invalid`; `store_not_migrated` from its methods
 *
 * @example
 * import { Pool } from 'pg'
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL })
 * const bot = createBot({ channelSecret, channelAccessToken, store: postgresStore(pool) })
 */
export function postgresStore(
  pool: PostgresPool,
  options: PostgresStoreOptions = {},
): PostgresStore {
  const problem = optionsProblem(options, names)
  if (problem !== undefined) throw new StoreError('option_invalid', problem)
  checkPool(pool, 'postgresStore', (text) => new StoreError('option_invalid', text))
  const { schema = 'public', migrate = false } = options
  if (typeof migrate !== 'boolean')
    throw new StoreError('option_invalid', 'migrate: use true or false.')
  return createStore(new TableStore(pool, schema, migrate))
}
