/** The clinic as a receiver and two workers, in real processes on real servers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmulator } from 'fukidashi/emulator'
import { listen } from 'fukidashi/emulator/node'
import { dayAt, daysLater } from '../../examples/clinic/clinic.js'
import { type Engine, startPostgres, startRedis } from '../support/engines.js'

// Where `pg` is found.
const folder = `test/node_modules/.clinic-${process.pid}`
const programs = ['migrate', 'receiver', 'worker', 'remind']

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: programs.map((name) => `examples/clinic/programs/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['fukidashi-source'],
    external: ['pg', 'ioredis', 'bullmq'],
  })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['PostgreSQL', 'Redis'])('on %s', (name) => {
  const engines: Engine[] = []
  const children: ChildProcess[] = []
  let env: Record<string, string>
  let pool: pg.Pool
  let line: ReturnType<typeof createEmulator>
  let close: () => Promise<void>

  /** Starts a program, and resolves with its first line. */
  async function start(
    program: string,
    name = program,
  ): Promise<{ child: ChildProcess; said: string }> {
    const child = spawn(process.execPath, [`${folder}/${program}.mjs`], {
      env: { ...process.env, ...env, PGAPPNAME: name },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    for await (const said of createInterface({ input: child.stdout })) return { child, said }
    throw new Error(`${program} ended without a line`)
  }

  beforeEach(async () => {
    const database = await startPostgres()
    engines.push(database)
    if (name === 'Redis') engines.push(await startRedis())
    pool = new pg.Pool({ connectionString: database.url })
    let webhook = ''
    // A busy machine may be slower than LINE permits: it delivers again then.
    line = createEmulator({ webhook: (request) => fetch(webhook, request), redelivery: true })
    const server = await listen(line, { port: 0 })
    close = () => server.close()
    env = {
      QUEUE_URL: engines.at(-1)!.url,
      DATABASE_URL: database.url,
      LINE_CHANNEL_SECRET: line.account.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: line.account.channelAccessToken,
      LINE_API_BASE_URL: server.url,
      POSTBACK_SECRET: 'only for tests',
      PORT: '0',
    }
    await start('migrate')
    const { said } = await start('receiver')
    webhook = `http://127.0.0.1:${/\d+/.exec(said)![0]}/`
  })
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await pool.end()
    await close()
    for (const engine of engines.splice(0)) await engine.close()
  })

  const bookings = async () =>
    (await pool.query<object>('select slot, user_id from clinic_bookings')).rows

  it('books once and answers once, whichever worker is killed, and reminds once', async () => {
    const workers = [await start('worker', 'worker 0'), await start('worker', 'worker 1')]
    const aki = line.user('Aki', { language: 'en' })
    const answers = (count: number) =>
      vi.waitFor(() => expect(aki.messages).toHaveLength(count), { timeout: 60_000 })
    // Tomorrow, or the first day after it on which Dr. Sato works.
    const tomorrow = daysLater(dayAt(Date.now()), 1)
    const day = [0, 1, 2]
      .map((days) => daysLater(tomorrow, days))
      .find((one) => ![0, 6].includes(new Date(one).getUTCDay()))!

    await aki.says('book')
    await answers(1)
    await aki.taps('Choose')
    await answers(2)
    await aki.taps('Choose a day', { pick: day })
    await answers(3)

    // A lock holds the worker in the middle of its transaction; then it is killed.
    const client = await pool.connect()
    await client.query('begin')
    await client.query('lock table clinic_commands in access exclusive mode')
    await aki.taps('16:30')
    const held = `select application_name as name from pg_stat_activity where wait_event_type = 'Lock'`
    const holder = await vi.waitFor(async () => {
      const { rows } = await pool.query<{ name: string }>(held)
      expect(rows).toHaveLength(1)
      return rows[0]!.name
    })
    const [victim, other] = holder === 'worker 0' ? workers : workers.toReversed()
    victim!.child.kill('SIGKILL')
    await client.query('rollback')
    client.release()
    await aki.taps('16:30')
    await answers(5)
    expect(await bookings()).toEqual([{ slot: `${day}T16:30`, user_id: aki.id }])

    await pool.query(`update clinic_bookings set slot = '${tomorrow}T16:30'`)
    const said = await Promise.all([start('remind'), start('remind')])
    expect(said.map((one) => one.said).sort()).toEqual([
      '0 sent, 1 sent before, 0 failed',
      '1 sent, 0 sent before, 0 failed',
    ])
    await answers(6)

    const { child } = other!
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})
