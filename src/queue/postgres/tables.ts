/** The tables of a queue on PostgreSQL. */
import { quoted, schemaProblem } from '../../store/postgres/pool.js'
import { QueueError } from '../errors.js'
import { functions } from './functions.js'

/** Quoted names of the tables, and of what belongs to them. */
export interface Tables {
  events: string
  /** Mailboxes that have events which wait. */
  boxes: string
  /** Order in which events came. */
  order: string
  /** The name of a function. */
  fn: (name: string) => string
}

/** @throws {QueueError} `option_invalid` */
export function tablesIn(schema: string): Tables {
  const problem = schemaProblem(schema)
  if (problem !== undefined) throw new QueueError('option_invalid', problem)
  const named = (name: string) => `${quoted(schema)}."fukidashi_queue_${name}"`
  return { events: named('events'), boxes: named('boxes'), order: named('order'), fn: named }
}

/**
 * Statements that make the tables and functions of a queue, if they are not there.
 *
 * @param schema - `public` by default
 * @throws {QueueError} `option_invalid`
 */
export function migration(schema = 'public'): readonly string[] {
  const tables = tablesIn(schema)
  const { events, boxes, order } = tables
  const index = (name: string, on: string) =>
    `CREATE INDEX IF NOT EXISTS fukidashi_queue_${name} ON ${on}`
  return [
    // Two processes that begin at once would fail at the same catalogue entry.
    `SELECT pg_advisory_xact_lock(hashtext('fukidashi'))`,
    `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`,
    `CREATE SEQUENCE IF NOT EXISTS ${order}`,
    `CREATE TABLE IF NOT EXISTS ${events} (
  id text PRIMARY KEY,
  state text NOT NULL,
  mailbox text NOT NULL,
  at float8 NOT NULL,
  place bigint NOT NULL,
  received_at float8 NOT NULL,
  destination text NOT NULL,
  user_id text,
  event json,
  attempts int NOT NULL,
  notes jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  reason json,
  died_at timestamptz,
  expires_at timestamptz
) WITH (fillfactor = 85)`,
    // The first event of a mailbox. Counts read it too, with `received_at`.
    `${index('first', events)} (mailbox, at, place) INCLUDE (received_at) WHERE state = 'waiting'`,
    `${index('dead', events)} (died_at, id) INCLUDE (expires_at) WHERE state = 'dead'`,
    `${index('over', events)} (expires_at) WHERE expires_at IS NOT NULL`,
    `${index('user', events)} (user_id) WHERE user_id IS NOT NULL`,
    `CREATE TABLE IF NOT EXISTS ${boxes} (
  mailbox text PRIMARY KEY,
  owner text,
  lease_until timestamptz NOT NULL,
  event_id text,
  due_at timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`,
    `${index('due', boxes)} (due_at)`,
    ...functions(tables),
  ]
}
