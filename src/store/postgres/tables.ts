/** The tables of a store on PostgreSQL. */
import { StoreError } from '../errors.js'
import { quoted, schemaProblem } from './pool.js'

/** Quoted names of the tables. */
export interface Tables {
  claims: string
  values: string
}

/** @throws {StoreError} `option_invalid` */
export function tablesIn(schema: string): Tables {
  const problem = schemaProblem(schema)
  if (problem !== undefined) throw new StoreError('option_invalid', problem)
  return {
    claims: `${quoted(schema)}."fukidashi_claims"`,
    values: `${quoted(schema)}."fukidashi_values"`,
  }
}

/**
 * Statements that make the tables, if they are not there.
 *
 * @param schema - `public` by default
 * @throws {StoreError} `option_invalid`
 */
export function migration(schema = 'public'): readonly string[] {
  const { claims, values } = tablesIn(schema)
  return [
    // Two processes that begin at once would fail at the same catalogue entry.
    `SELECT pg_advisory_xact_lock(hashtext('fukidashi'))`,
    `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`,
    `CREATE TABLE IF NOT EXISTS ${claims} (
  key text PRIMARY KEY,
  owner text NOT NULL,
  done boolean NOT NULL,
  expires_at timestamptz NOT NULL
)`,
    `CREATE INDEX IF NOT EXISTS fukidashi_claims_expires_at ON ${claims} (expires_at)`,
    `CREATE TABLE IF NOT EXISTS ${values} (
  key text PRIMARY KEY,
  value text NOT NULL,
  version text NOT NULL,
  user_id text,
  expires_at timestamptz NOT NULL
)`,
    `CREATE INDEX IF NOT EXISTS fukidashi_values_expires_at ON ${values} (expires_at)`,
    `CREATE INDEX IF NOT EXISTS fukidashi_values_user_id ON ${values} (user_id) WHERE user_id IS NOT NULL`,
  ]
}
