import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { mailboxContract, type QueueAdapter, type QueuedEvent } from 'fukidashi/queue'
import { migration, postgresQueue } from 'fukidashi/queue/postgres'
import { type Engine, startPostgres } from '../support/engines.ts'

let engine: Engine
let pool: pg.Pool

beforeAll(async () => {
  engine = await startPostgres()
  pool = new pg.Pool({ connectionString: engine.url })
  await postgresQueue(pool).migrate()
})
afterAll(async () => {
  await pool.end()
  await engine.close()
})

let used = 0
const event = (mailbox: string): QueuedEvent => ({
  id: `event ${used++}`,
  mailbox,
  destination: 'bot',
  timestamp: used,
  receivedAt: Date.now(),
  event: { type: 'follow' },
})
const settling = { leaseMs: 60_000, knownMs: 60_000, deadMs: 60_000, next: true }
const done = { as: 'done' } as const

/** A pool with another `query`. */
const poolWith = (real: pg.Pool, other: object) =>
  Object.assign(Object.create(real) as pg.Pool, { options: real.options }, other)

describe('the contract', () => {
  for (const { name, run } of mailboxContract(() => postgresQueue(pool).mailboxes)) it(name, run)
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
  for (const { name, run } of mailboxContract(() => postgresQueue(strict).mailboxes)) it(name, run)
})

it('reads the same with parsers of types that the program has set for pg', async () => {
  // Texts stay texts.
  const getTypeParser = (id: number) => (id === 25 ? String : (value: string) => `?${value}`)
  const odd = new pg.Pool({ connectionString: engine.url, types: { getTypeParser } })
  const { mailboxes } = postgresQueue(odd)
  const [kept, dead] = [event('parsers'), event('parsers')]
  expect(await mailboxes.append([kept, dead])).toEqual([true, true])
  expect(await mailboxes.open('parsers', 'me', 60_000)).toMatchObject({ event: kept, attempt: 1 })
  expect((await mailboxes.counts()).waiting).toBeGreaterThan(0)
  await mailboxes.settle('parsers', 'me', kept.id, done, settling)
  const reason = { code: 'failed', message: 'Error' } as const
  const end = { as: 'dead', reason } as const
  expect(await mailboxes.settle('parsers', 'me', dead.id, end, settling)).toEqual({
    state: 'empty',
  })
  expect(await mailboxes.dead({ limit: 1 })).toMatchObject([{ event: dead, attempts: 1, reason }])
  expect(await mailboxes.discard(dead.id)).toBe(true)
  await odd.end()
})

it('never lets two calls wait for each other, whatever mailboxes they share', async () => {
  const many = new pg.Pool({ connectionString: engine.url, max: 10 })
  const codes: unknown[] = []
  const watched = {
    query: (text: string, values?: unknown[]) =>
      many.query(text, values).catch((error: unknown) => {
        codes.push((error as { code?: unknown }).code)
        throw error
      }),
  }
  const { mailboxes } = postgresQueue(poolWith(many, watched))
  const boxes = ['x', 'y', 'z', 'w']
  const user = crypto.randomUUID()
  const work = async (nth: number) => {
    for (let i = 0; i < 30; i++) {
      // Some of the events are the same for several, and each has another order.
      const events = boxes.map((box) => ({
        ...event(box),
        userId: user,
        id: `${user} ${i} ${box}`,
      }))
      const turned = [...events.slice((nth + i) % 4), ...events.slice(0, (nth + i) % 4)]
      await mailboxes.append(turned)
      const box = boxes[(nth * 7 + i) % 4]!
      const opened = await mailboxes.open(box, `${nth}`, 60_000)
      if (opened.state === 'event') {
        const reason = { code: 'failed', message: 'Error' } as const
        const end = { as: 'dead', reason } as const
        await mailboxes.settle(box, `${nth}`, opened.event.id, end, { ...settling, next: false })
        if (i % 3 === 0) await mailboxes.replay(opened.event.id)
      }
      if (i % 10 === nth) await mailboxes.forget(user)
    }
  }
  await Promise.all(Array.from({ length: 10 }, (_, nth) => work(nth)))
  expect(codes).toEqual([])
  await mailboxes.forget(user)
  await many.end()
})

describe('workers', () => {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  /** Handles all that is in a mailbox. */
  const drainTo = (queue: QueueAdapter, handled: string[]) => async (mailbox: string) => {
    const owner = crypto.randomUUID()
    let opened: { state: string; event?: QueuedEvent } = await queue.mailboxes.open(
      mailbox,
      owner,
      60_000,
    )
    while (opened.event) {
      const { id } = opened.event
      handled.push(id)
      opened = await queue.mailboxes.settle(mailbox, owner, id, done, settling)
    }
  }

  it('handle what was kept and woken, in a schema of any name', async () => {
    const queue = postgresQueue(pool, { schema: 'My "shop": 1', migrate: true })
    const events = ['C/1', 'C/1', 'C/2', 'C/1'].map(event)
    await queue.mailboxes.append(events)
    await queue.wake(['C/1', 'C/2'])
    const handled: string[] = []
    const onError = vi.fn()
    const working = await queue.work(drainTo(queue, handled), { concurrency: 5, onError })
    closing.push(() => working.close())
    await vi.waitFor(() =>
      expect(handled.toSorted()).toEqual(events.map(({ id }) => id).toSorted()),
    )
    const ofFirst = events.filter(({ mailbox }) => mailbox === 'C/1').map(({ id }) => id)
    expect(handled.filter((id) => ofFirst.includes(id))).toEqual(ofFirst)
    await vi.waitFor(async () =>
      expect(await queue.mailboxes.counts()).toEqual({
        waiting: 0,
        mailboxes: 0,
        dead: 0,
        oldestMs: 0,
      }),
    )
    expect(onError).not.toHaveBeenCalled()
  })

  it('of one schema leave those of another alone', async () => {
    const [a, b] = ['a', 'b'].map((schema) => postgresQueue(pool, { schema, migrate: true }))
    const handled: string[] = []
    const working = await b!.work(drainTo(b!, handled), { concurrency: 5, onError: vi.fn() })
    closing.push(() => working.close())
    const [ofA, ofB] = [event('C'), event('C')]
    await a!.mailboxes.append([ofA])
    await b!.mailboxes.append([ofB])
    await a!.wake(['C'])
    await b!.wake(['C'])
    await vi.waitFor(() => expect(handled).toEqual([ofB.id]))
    expect((await a!.mailboxes.counts()).waiting).toBe(1)
  })
})

describe('tables that are missing', () => {
  it('are an error that says what to do', async () => {
    const queue = postgresQueue(pool, { schema: 'none' })
    await expect(queue.mailboxes.append([event('a')])).rejects.toMatchObject({
      code: 'queue_not_migrated',
      message: expect.stringContaining('npx fukidashi store migrate') as string,
    })
    await expect(queue.mailboxes.counts()).rejects.toMatchObject({ code: 'queue_not_migrated' })
  })

  it('are made in development, also by several that begin at once', async () => {
    const queues = [1, 2, 3, 4].map(() => postgresQueue(pool, { schema: 'dev', migrate: true }))
    const kept = event('a')
    const isNew = await Promise.all(queues.map(({ mailboxes }) => mailboxes.append([kept])))
    expect(isNew.flat().filter(Boolean)).toHaveLength(1)
    await queues[0]!.migrate()
    expect(migration('My "shop"').join('\n')).toContain('"My ""shop"""."fukidashi_queue_events"')
  })
})

it('reads no events that are done when it lists and counts others', async () => {
  const schema = 'large'
  await postgresQueue(pool, { schema }).migrate()
  const put = (state: string, count: number, dates: string) =>
    pool.query(`INSERT INTO large.fukidashi_queue_events SELECT '${state} ' || i, '${state}', 'box ' || i % 100, i, i, i, 'bot', NULL,
      '{}', 1, '{}', now(), '{"code":"failed","message":""}', ${dates} FROM generate_series(1, ${count}) AS i`)
  await put('done', 100_000, `NULL, now() + interval '1 hour'`)
  await put('dead', 1_000, `now() - i * interval '1 second', now() + interval '1 hour'`)
  await put('waiting', 1_000, 'NULL, NULL')
  await pool.query(`INSERT INTO large.fukidashi_queue_boxes SELECT 'box ' || i, NULL, '-infinity', NULL,
    now() - i * interval '1 second' FROM generate_series(0, 99) AS i`)
  await pool.query('VACUUM ANALYZE large.fukidashi_queue_events, large.fukidashi_queue_boxes')
  const plans: string[] = []
  const query = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query(`EXPLAIN ${text}`, values)
    plans.push((rows as Record<string, string>[]).flatMap((row) => Object.values(row)).join('\n'))
    return (await pool.query(text, values)) as object
  }
  const { mailboxes } = postgresQueue(poolWith(pool, { query }), { schema })
  expect(await mailboxes.waiting(50_000, 10)).toHaveLength(10)
  expect(await mailboxes.dead({ limit: 10 })).toHaveLength(10)
  expect(await mailboxes.dead({ limit: 10, before: 'dead 500' })).toHaveLength(10)
  expect(await mailboxes.counts()).toMatchObject({ waiting: 1_000, mailboxes: 100, dead: 1_000 })
  expect(plans).toHaveLength(4)
  for (const plan of plans)
    expect(plan).not.toMatch(/Seq Scan on fukidashi_queue_events|queue_over/)
})

it('deletes what is over, now and then', async () => {
  const schema = 'swept'
  const { mailboxes } = postgresQueue(pool, { schema, migrate: true })
  const events = ['a', 'a', 'b'].map(event)
  await mailboxes.append(events)
  await mailboxes.open('a', 'me', 60_000)
  const short = { ...settling, knownMs: 1, deadMs: 1 }
  await mailboxes.settle('a', 'me', events[0]!.id, done, short)
  const reason = { code: 'failed', message: 'Error' } as const
  await mailboxes.settle('a', 'me', events[1]!.id, { as: 'dead', reason }, short)
  const count = async () => {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS count FROM "${schema}".fukidashi_queue_events`,
    )
    return (rows as { count: number }[])[0]!.count
  }
  expect(await count()).toBe(3)
  const now = vi.spyOn(performance, 'now')
  const later = performance.now() + 3_600_000
  now.mockImplementation(() => later)
  await mailboxes.append([event('b')])
  now.mockRestore()
  await expect.poll(count).toBe(2)
  expect((await mailboxes.counts()).waiting).toBe(2)
})

describe('the pool', () => {
  it('may have one connection', async () => {
    const one = new pg.Pool({ connectionString: engine.url, max: 1 })
    const { mailboxes } = postgresQueue(one)
    const boxes = Array.from({ length: 20 }, (_, i) => `one ${i}`)
    await Promise.all(boxes.map((box) => mailboxes.append([event(box)])))
    const opened = await Promise.all(boxes.map((box) => mailboxes.open(box, 'me', 60_000)))
    expect(opened.every(({ state }) => state === 'event')).toBe(true)
    await one.end()
  })

  it('may be busy: a call waits for a connection, as long as the pool permits', async () => {
    const busy = new pg.Pool({ connectionString: engine.url, max: 1, connectionTimeoutMillis: 300 })
    const { mailboxes } = postgresQueue(busy)
    const client = await busy.connect()
    await expect(mailboxes.append([event('busy')])).rejects.toThrow('timeout')
    const kept = event('busy')
    const append = mailboxes.append([kept])
    client.release()
    expect(await append).toEqual([true])
    await busy.end()
  })

  it('may have no listener for errors when the server restarts', async () => {
    const { mailboxes } = postgresQueue(pool)
    const [before, after] = [event('restart'), event('restart')]
    await mailboxes.append([before])
    await mailboxes.open('restart', 'me', 600_000)
    await engine.kill()
    await expect(mailboxes.append([after])).rejects.toThrow()
    await engine.start()
    expect(await mailboxes.append([before, after])).toEqual([false, true])
    expect((await mailboxes.open('restart', 'other', 1_000)).state).toBe('busy')
    const next = await mailboxes.settle('restart', 'me', before.id, done, settling)
    expect(next).toMatchObject({ state: 'event', event: after })
  })
})

it('says what it needs instead of a pool, of options and of what is kept', async () => {
  expect(() => postgresQueue(undefined as never)).toThrow('postgresQueue needs a pool of pg')
  expect(() => postgresQueue(pool, { schema: '' })).toThrow('schema: use the name of a schema')
  expect(() => postgresQueue(pool, { migrate: 1 as never })).toThrow('migrate: use true or false')
  expect(() => postgresQueue(pool, { timeout: 0 })).toThrow('timeout: 0 is not permitted')
  expect(() => postgresQueue(pool, { shema: 'a' } as never)).toThrow('Did you mean schema?')
  const { mailboxes } = postgresQueue(pool)
  const wrong = [
    () => mailboxes.append([{ ...event('a'), id: '' }]),
    () => mailboxes.append([{ ...event('a'), mailbox: 'a\0' }]),
    () => mailboxes.append([{ ...event('a'), timestamp: NaN }]),
    () => mailboxes.open('a', 'me', -1),
    () => mailboxes.waiting(0, 0),
    () => mailboxes.dead({ limit: 1.5 }),
  ]
  for (const call of wrong) await expect(call()).rejects.toMatchObject({ code: 'argument_invalid' })
})
