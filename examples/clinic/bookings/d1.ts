/** Bookings in D1, the SQLite of Cloudflare. Its tables are made by `migrations/`. */
import type { Bookings } from './bookings.js'
import { type Row, sqlBookings } from './sql.js'

/** The part of a D1 database that is used. */
export interface D1 {
  prepare(sql: string): { bind(...values: string[]): D1Statement }
  batch(statements: D1Statement[]): Promise<{ results: Row[] }[]>
}

type D1Statement = object

export const d1Bookings = (database: D1): Bookings =>
  sqlBookings({
    // A batch is one transaction.
    run: async (statements) => {
      const batch = statements.map(({ sql, values = [] }) => database.prepare(sql).bind(...values))
      return (await database.batch(batch)).at(-1)!.results
    },
  })
