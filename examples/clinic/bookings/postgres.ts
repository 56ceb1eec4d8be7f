/** Bookings in PostgreSQL, with a pool of `pg`. */
import type { Bookings } from './bookings.js'
import { type Row, sqlBookings, type Statement, tables } from './sql.js'

/** The part of a pool of `pg` that is used. */
export interface Pool {
  connect(): Promise<{
    query(sql: string, values?: readonly string[]): Promise<{ rows: Row[] }>
    release(error?: Error): void
  }>
}

/** Runs statements in one transaction, and returns the rows of the last one. */
async function run(pool: Pool, statements: readonly Statement[]): Promise<readonly Row[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    let rows: readonly Row[] = []
    await client.query('begin')
    for (const { sql, values } of statements)
      ({ rows } = await client.query(sql.replaceAll('?', '$'), values))
    await client.query('commit')
    return rows
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure as Error
    })
    throw error
  } finally {
    client.release(broken)
  }
}

export const postgresBookings = (pool: Pool): Bookings =>
  sqlBookings({ run: (statements) => run(pool, statements) })

/** Makes the tables, if they do not exist. Two processes may do so at the same time. */
export async function migrate(pool: Pool): Promise<void> {
  const lock = { sql: 'select pg_advisory_xact_lock(724113)' }
  await run(pool, [lock, ...tables.map((sql) => ({ sql }))])
}
