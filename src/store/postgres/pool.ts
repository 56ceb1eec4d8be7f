/** The part of a pool of `pg` that a store uses. */
import { StoreError } from '../errors.js'
import { hearErrors } from '../lost-connections.js'

/** A row of an answer. */
export type Row = Readonly<Record<string, unknown>>

/** A `Pool` of `pg`. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ rows: Row[]; rowCount: number | null }>
}

/** @throws {StoreError} `option_invalid` */
export function checkPool(pool: PostgresPool): void {
  if (typeof (Object(pool) as Partial<PostgresPool>).query !== 'function')
    throw new StoreError(
      'option_invalid',
      'postgresStore needs a pool of pg: new Pool({ connectionString }).',
    )
  hearErrors(pool)
}

const tableMissing = ['42P01', '3F000']
/** Two transactions met; the same statement may succeed now. */
const again = ['40001', '40P01']
const attempts = 5

/**
 * Runs a statement.
 * @throws {StoreError} `store_not_migrated`
 */
export async function query(pool: PostgresPool, text: string, values?: unknown[]) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.query(text, values)
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (again.includes(code) && attempt < attempts) continue
      if (!tableMissing.includes(code)) throw error
      throw new StoreError(
        'store_not_migrated',
        'The tables of the store are missing. Run: npx fukidashi store migrate. In development, postgresStore(pool, { migrate: true }) makes them.',
        { cause: error },
      )
    }
  }
}
