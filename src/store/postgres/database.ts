/** Tables in a PostgreSQL database: their migration, statements that are tried again, and the deletion of old rows. */
import type { PostgresPool, Row } from './pool.js'

/** Options of {@link Database}. */
export interface DatabaseOptions {
  pool: PostgresPool
  /** Statements that make the tables, if they are not there. */
  migration: readonly string[]
  /** Whether the tables are made before the first statement. */
  migrates: boolean
  /** Makes the error for missing tables. */
  missing: (cause: unknown) => Error
}

/** Codes of a table, a schema or a function that is missing. */
const missingCodes = ['42P01', '3F000', '42883']
/** Two transactions met; the same statement may succeed now. */
const again = ['40001', '40P01']
const attempts = 12

/** Milliseconds between two deletions of old rows; after one that found more than it may delete; and their largest number. */
const sweepEvery = 60_000
const sweepAgain = 1_000
const sweepRows = 10_000

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Tables in a database. */
export class Database {
  readonly #options: DatabaseOptions
  #ready: Promise<void> | undefined
  #sweepAt = performance.now() + sweepEvery

  constructor(options: DatabaseOptions) {
    this.#options = options
  }

  /** Makes the tables, if they are not there. */
  async migrate(): Promise<void> {
    // Several statements in one text are one transaction.
    await this.#query(this.#options.migration.join(';\n'))
  }

  /** Runs a statement; again, if it met another transaction. */
  async run(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    if (this.#options.migrates) {
      this.#ready ??= this.migrate()
      try {
        await this.#ready
      } catch (error) {
        this.#ready = undefined
        throw error
      }
    }
    return (await this.#query(text, values)).rows
  }

  async #query(text: string, values?: unknown[]) {
    const { pool, missing } = this.#options
    for (let attempt = 1; ; attempt++) {
      try {
        return await pool.query(text, values)
      } catch (error) {
        const { code = '' } = error as { code?: string }
        if (again.includes(code) && attempt < attempts) {
          // At once, then later and later: the other transaction may wait for this one.
          if (attempt > 2) await wait(Math.random() * 2 ** attempt)
          continue
        }
        throw missingCodes.includes(code) ? missing(error) : error
      }
    }
  }

  /** Deletes rows of tables whose `expires_at` is over: some, now and then. Nothing waits for it. */
  sweep(tables: readonly string[]): void {
    if (performance.now() < this.#sweepAt) return
    this.#sweepAt = performance.now() + sweepEvery
    for (const table of tables) void this.#sweep(table)
  }

  async #sweep(table: string): Promise<void> {
    // With a volatile function the index would not be used.
    const rows = `SELECT ctid FROM ${table} WHERE expires_at <= (SELECT clock_timestamp()) LIMIT ${sweepRows} FOR UPDATE SKIP LOCKED`
    try {
      const { rowCount } = await this.#query(
        `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(${rows}))`,
      )
      if (rowCount === sweepRows) this.#sweepAt = performance.now() + sweepAgain
    } catch {
      // The next one deletes them.
    }
  }
}
