/** `fukidashi store migrate` as a program of its own, with a real database. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { postgresQueue } from 'fukidashi/queue/postgres'
import { postgresStore } from 'fukidashi/store/postgres'
import { type Engine, startPostgres } from '../support/engines.ts'
import { useBuiltPackage } from '../support/built-package.ts'

const built = useBuiltPackage()
let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.close())

function run(args: string[], { url = engine.url, cwd = resolve('test/peers') } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [built.command(), 'store', ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, DATABASE_URL: url } },
  )
  return { status, stdout, stderr }
}

it('makes the tables, and leaves those that are there', async () => {
  for (let i = 0; i < 2; i++)
    expect(run(['migrate', '--schema', 'bot'])).toEqual({
      status: 0,
      stdout:
        'The tables of the store and of the queue are in schema bot, those of BullMQ in schema bullmq.\n',
      stderr: '',
    })
  const pool = new pg.Pool({ connectionString: engine.url })
  expect(await postgresStore(pool, { schema: 'bot' }).claim('a', 'me', 1_000)).toBe('mine')
  const queue = postgresQueue(pool, { schema: 'bot' })
  expect((await queue.mailboxes.counts()).waiting).toBe(0)
  await queue.wake(['a'])
  await pool.end()
})

it('prints the SQL, which psql takes', async () => {
  const { status, stdout } = run(['migrate', '--print', '--schema', 'printed'])
  expect(status).toBe(0)
  const pool = new pg.Pool({ connectionString: engine.url, max: 1 })
  await pool.query(stdout)
  expect(await postgresStore(pool, { schema: 'printed' }).get('a')).toBeUndefined()
  const { mailboxes } = postgresQueue(pool, { schema: 'printed' })
  expect((await mailboxes.counts()).waiting).toBe(0)
  await pool.end()
})

it('says what is wrong', () => {
  expect(run(['migrate'], { url: '' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('DATABASE_URL is not set.') as string,
  })
  const wrong = run(['migrate'], { url: 'postgres://me:hunter2@127.0.0.1:1/none' })
  expect(wrong).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('ECONNREFUSED 127.0.0.1:1') as string,
  })
  expect(wrong.stderr).not.toContain('hunter2')
  expect(run(['migrate'], { cwd: '/' })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('npm install pg') as string,
  })
})
