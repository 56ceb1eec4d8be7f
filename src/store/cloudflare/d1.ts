/** A store in a D1 database. */
import { createStore } from '../create-store.js'
import { StoreError } from '../errors.js'
import type { Store } from '../store.js'
import { type Run, SqliteStore, tables } from './sqlite.js'

/** A D1 database, as a binding of a Worker. */
export interface D1Like {
  prepare(sql: string): {
    bind(...values: unknown[]): { all(): Promise<{ results: Record<string, unknown>[] }> }
  }
}

/** Milliseconds between two deletions of what is over. */
const sweepEvery = 60_000

/** The SQL that makes the tables of `d1Store`, for a migration of wrangler. */
export const d1Migration: string = tables.map((statement) => `${statement};\n`).join('')

/**
 * A store in a D1 database. A claim takes one or two round trips to the database; a Durable Object is faster.
 *
 * @throws {StoreError} `option_invalid`; `store_not_migrated` from its methods
 *
 * @example
 * const bot = createBot({ store: (env: { DB: D1Like }) => d1Store(env.DB) })
 */
export function d1Store(database: D1Like): Store {
  if (typeof (Object(database) as Partial<D1Like>).prepare !== 'function')
    throw new StoreError(
      'option_invalid',
      'd1Store needs a D1 database: (env) => d1Store(env.DB), with a [[d1_databases]] binding DB in wrangler.toml.',
    )
  let sweptAt = Date.now()
  const run: Run = async (sql, values) => {
    try {
      return (
        await database
          .prepare(sql)
          .bind(...values)
          .all()
      ).results
    } catch (error) {
      if (!/no such table/.test(String(error))) throw error
      throw new StoreError(
        'store_not_migrated',
        'The tables of the store are missing. Write d1Migration into a file in migrations/, and run: npx wrangler d1 migrations apply.',
        { cause: error },
      )
    }
  }
  const store = new SqliteStore(async (sql, values) => {
    const rows = await run(sql, values)
    if (Date.now() - sweptAt > sweepEvery) {
      sweptAt = Date.now()
      await new SqliteStore(run).sweep()
    }
    return rows
  })
  return createStore(store)
}
