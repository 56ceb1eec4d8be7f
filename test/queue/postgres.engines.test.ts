import pg from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { mailboxContract } from '../../src/queue/contract.ts'
import { TableMailboxes } from '../../src/queue/postgres/mailboxes.ts'
import { type Engine, startPostgres } from '../support/engines.ts'

let engine: Engine
let pool: pg.Pool

beforeAll(async () => {
  engine = await startPostgres()
  pool = new pg.Pool({ connectionString: engine.url })
  await new TableMailboxes(pool, 'public', false).migrate()
})
afterAll(async () => {
  await pool.end()
  await engine.close()
})

describe('the contract', () => {
  for (const { name, run } of mailboxContract(() => new TableMailboxes(pool, 'public', false))) it(name, run)
})

describe('the contract, in a database whose transactions are serializable', () => {
  let strict: pg.Pool
  beforeAll(() => {
    strict = new pg.Pool({
      connectionString: engine.url,
      options: '-c default_transaction_isolation=serializable',
    })
  })
  afterAll(() => strict.end())
  for (const { name, run } of mailboxContract(() => new TableMailboxes(strict, 'public', false))) it(name, run)
})
