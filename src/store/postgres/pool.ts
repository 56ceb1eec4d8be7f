/** The part of a pool of `pg` that stores and queues use. */
import { hearErrors } from '../lost-connections.js'

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>

/** A `Pool` of `pg`. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>
}

/**
 * Checks a pool, and listens to its errors.
 *
 * @param user - the function that takes the pool, for the error
 * @param fail - makes the error that is thrown
 */
export function checkPool(
  pool: PostgresPool,
  user: string,
  fail: (problem: string) => Error,
): void {
  if (typeof (Object(pool) as Partial<PostgresPool>).query !== 'function')
    throw fail(`${user} needs a pool of pg: new Pool({ connectionString }).`)
  hearErrors(pool)
}

/** The reason why a text cannot be the name of a schema; `undefined` if it can. */
export const schemaProblem = (schema: unknown): string | undefined =>
  typeof schema !== 'string' || schema === '' || schema.length > 63 || schema.includes('\0')
    ? "schema: use the name of a schema of the database, of 1 to 63 characters. 'public' by default."
    : undefined

/** A name as it is written in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
