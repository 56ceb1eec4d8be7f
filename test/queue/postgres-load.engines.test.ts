/** Mailboxes of PostgreSQL with many processes at once, some of which die. */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Mailboxes, Opened, QueuedEvent } from 'fukidashi/queue'
import { postgresQueue } from 'fukidashi/queue/postgres'
import { type Engine, startPostgres } from '../support/engines.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startPostgres()
})
afterAll(() => engine.close())

const boxCount = 50
const perBox = 40
const connections = 20
const leaseMs = 400
const settling = { leaseMs, knownMs: 600_000, deadMs: 600_000, next: true }

/** The same numbers in each run, from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What happened to the events of a mailbox. */
class Journal {
  /** Numbers of events that an owner has settled, in this order. */
  readonly settled: number[] = []
  /** Numbers of events that may or may not be settled: the server died meanwhile. */
  readonly unsure = new Set<number>()
  readonly mistakes: string[] = []
  readonly #runs: number[] = Array.from({ length: perBox }, () => 0)

  opened(number: number, attempt: number): void {
    if (this.settled.includes(number)) this.mistakes.push(`${number} is opened after it was done`)
    const missing = this.#runs.slice(0, number).findIndex((runs) => runs === 0)
    if (missing !== -1) this.mistakes.push(`${number} is opened before ${missing}`)
    this.#runs[number]!++
    if (attempt < this.#runs[number]!)
      this.mistakes.push(`run ${this.#runs[number]} of ${number} is counted as ${attempt}`)
  }
}

class Crowd {
  readonly #pool: pg.Pool
  readonly #mailboxes: Mailboxes
  readonly #random = randomOf(7)
  readonly journals = new Map<string, Journal>()
  appended = 0
  /** Called when so many events have been appended. */
  readonly #half: () => Promise<void>

  constructor(pool: pg.Pool, schema: string, half: () => Promise<void>) {
    this.#pool = pool
    this.#mailboxes = postgresQueue(pool, { schema }).mailboxes
    this.#half = half
    for (let i = 0; i < boxCount; i++) this.journals.set(`${schema}/U${i}`, new Journal())
  }

  async run(): Promise<void> {
    await postgresQueue(this.#pool, { schema: this.#schema }).migrate()
    const boxes = [...this.journals.keys()]
    const producers = boxes.map((box) => this.#produce(box))
    const consumers = Array.from({ length: connections }, (_, i) => this.#consume(i))
    await Promise.all([...producers, ...consumers])
    // Those that were uncertain.
    while ((await this.#mailboxes.counts()).waiting > 0)
      for (const box of boxes) await this.#drain(box, `last/${this.#random()}`)
  }

  get #schema(): string {
    return [...this.journals.keys()][0]!.split('/')[0]!
  }

  /** Tries a call again while the server is away. */
  async #always<T>(call: () => Promise<T>, onUnsure?: () => void): Promise<T> {
    for (;;) {
      try {
        return await call()
      } catch (error) {
        if (
          !/terminat|ECONN|starting up|shutting|not yet accepting|in recovery/.test(String(error))
        )
          throw error
        onUnsure?.()
        await pause(20)
      }
    }
  }

  async #produce(box: string): Promise<void> {
    for (let number = 0; number < perBox;) {
      const size = Math.min(1 + Math.floor(this.#random() * 3), perBox - number)
      const events = Array.from({ length: size }, (_, i): QueuedEvent => {
        const event = { type: 'message', message: { type: 'text', text: `${number + i}` } }
        const times = { timestamp: number + i, receivedAt: Date.now() }
        return { id: `${box}/${number + i}`, mailbox: box, destination: 'bot', event, ...times }
      })
      // LINE sends some twice, at once.
      const copies = this.#random() < 0.2 ? 2 : 1
      let isUnsure = false
      const answers = await Promise.all(
        Array.from({ length: copies }, () =>
          this.#always(
            () => this.#mailboxes.append(events),
            () => (isUnsure = true),
          ),
        ),
      )
      for (const at of events.keys()) {
        const isNew = answers.filter((answer) => answer[at]).length
        if (isNew !== 1 && !isUnsure)
          this.journals.get(box)!.mistakes.push(`${number + at} is new ${isNew} times`)
      }
      number += size
      this.appended += size
      if (this.appended >= (boxCount * perBox) / 2) await this.#half()
    }
  }

  get #unfinished(): string[] {
    return [...this.journals]
      .filter(([, { settled, unsure }]) => new Set([...settled, ...unsure]).size < perBox)
      .map(([box]) => box)
  }

  async #consume(worker: number): Promise<void> {
    for (let run = 0; ; run++) {
      // Few mailboxes for many: they meet.
      const boxes = this.#unfinished.slice(0, 4)
      if (boxes.length === 0) return
      const box = boxes[Math.floor(this.#random() * boxes.length)]!
      const died = await this.#drain(box, `${worker}/${run}`)
      if (!died) await pause(1)
    }
  }

  /** @returns whether the owner has died */
  async #drain(box: string, owner: string): Promise<boolean> {
    const journal = this.journals.get(box)!
    let opened: Opened | { state: 'lost' } = await this.#always(() =>
      this.#mailboxes.open(box, owner, leaseMs),
    )
    while (opened.state === 'event') {
      const { event, attempt }: Extract<Opened, { state: 'event' }> = opened
      const number = event.timestamp
      journal.opened(number, attempt)
      const fate = this.#random()
      if (fate < 0.01) return true
      // Stops for longer than its lease, and goes on as if nothing had happened.
      if (fate < 0.02) await pause(leaseMs + 100)
      let isUnsure = false
      const next: Opened | { state: 'lost' } = await this.#always(
        () => this.#mailboxes.settle(box, owner, event.id, { as: 'done' }, settling),
        () => (isUnsure = true),
      )
      if (fate >= 0.01 && fate < 0.02 && next.state !== 'lost')
        journal.mistakes.push(`${number} is settled by an owner who is late`)
      if (next.state === 'lost') {
        if (isUnsure) journal.unsure.add(number)
        return false
      }
      if (journal.settled.includes(number)) journal.mistakes.push(`${number} is settled twice`)
      journal.settled.push(number)
      opened = next
    }
    return false
  }
}

/** Checks that all events were handled, each once and in order. */
async function check(crowd: Crowd, schema: string): Promise<void> {
  for (const [box, { settled, unsure, mistakes }] of crowd.journals) {
    expect({ box, mistakes }).toEqual({ box, mistakes: [] })
    expect(settled).toEqual(settled.toSorted((a, b) => a - b))
    expect(new Set([...settled, ...unsure]).size).toBe(perBox)
  }
  const client = new pg.Client({ connectionString: engine.url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT state, count(*)::int AS count FROM "${schema}".fukidashi_queue_events GROUP BY state`,
  )
  const boxes = await client.query(`SELECT FROM "${schema}".fukidashi_queue_boxes`)
  await client.end()
  expect(rows).toEqual([{ state: 'done', count: boxCount * perBox }])
  expect(boxes.rowCount).toBe(0)
}

it('keeps the order and handles each event once, while owners die and come back late', async () => {
  const pool = new pg.Pool({ connectionString: engine.url, max: connections })
  const crowd = new Crowd(pool, 'crowd', () => Promise.resolve())
  await crowd.run()
  await check(crowd, 'crowd')
  await pool.end()
})

it('loses nothing when the server is killed and restarted meanwhile', async () => {
  const pool = new pg.Pool({ connectionString: engine.url, max: connections })
  let restarting: Promise<void> | undefined
  const restart = async () => {
    await engine.kill()
    await engine.start()
  }
  const crowd = new Crowd(pool, 'restarted', () => (restarting ??= restart()))
  await crowd.run()
  await check(crowd, 'restarted')
  expect(restarting).toBeDefined()
  await pool.end()
})
