import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { storeContract } from 'fukidashi/store'
import { migration, postgresStore } from 'fukidashi/store/postgres'
import { type Engine, startPostgres } from '../support/engines.ts'

let engine: Engine
let pool: pg.Pool

beforeAll(async () => {
  engine = await startPostgres()
  pool = new pg.Pool({ connectionString: engine.url })
  await postgresStore(pool).migrate()
})
afterAll(async () => {
  await pool.end()
  await engine.close()
})

describe('the contract', () => {
  for (const { name, run } of storeContract(() => postgresStore(pool))) it.concurrent(name, run)
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
  for (const { name, run } of storeContract(() => postgresStore(strict))) it(name, run)
})

it('says what to do when the tables are missing', async () => {
  const store = postgresStore(pool, { schema: 'none' })
  await expect(store.claim('a', 'me', 1000)).rejects.toMatchObject({
    code: 'store_not_migrated',
    message: expect.stringContaining('npx fukidashi store migrate') as string,
  })
})

it('makes the tables by itself in development, also for two that begin at once', async () => {
  const stores = [1, 2, 3, 4].map(() => postgresStore(pool, { schema: 'My "shop"', migrate: true }))
  const claims = await Promise.all(stores.map((store, i) => store.claim('a', `${i}`, 60_000)))
  expect(claims.filter((claim) => claim === 'mine')).toHaveLength(1)
  await stores[0]!.migrate()
  expect(migration('My "shop"').join('\n')).toContain('"My ""shop"""."fukidashi_claims"')
})

it('deletes what is over, now and then', async () => {
  const store = postgresStore(pool, { schema: 'swept', migrate: true })
  await store.claim('old', 'me', 1)
  await store.set('old', 1, { ttl: 1 })
  await store.set('kept', 1, { ttl: 600_000 })
  const keys = async () => {
    const { rows } = await pool.query(
      'SELECT key FROM swept.fukidashi_claims UNION ALL SELECT key FROM swept.fukidashi_values',
    )
    return (rows as { key: string }[]).map(({ key }) => key).sort()
  }
  expect(await keys()).toEqual(['kept', 'old', 'old'])
  const now = vi.spyOn(performance, 'now')
  const later = performance.now() + 3_600_000
  now.mockImplementation(() => later)
  await store.claim('new', 'me', 600_000)
  now.mockRestore()
  await expect.poll(keys).toEqual(['kept', 'new'])
})

it('says what it needs instead of a pool and of a schema', () => {
  expect(() => postgresStore(undefined as never)).toThrow('postgresStore needs a pool of pg')
  expect(() => postgresStore(pool, { schema: '' })).toThrow('schema: use the name of a schema')
})

it('does not end the process when the server restarts', async () => {
  const store = postgresStore(pool)
  await store.claim('before', 'me', 600_000)
  await engine.kill()
  // A connection may outlive its server for a moment.
  await expect.poll(() => store.claim('meanwhile', 'me', 1000).catch(() => 'failed')).toBe('failed')
  await engine.start()
  expect(await store.claim('before', 'other', 1000)).toBe('busy')
})
