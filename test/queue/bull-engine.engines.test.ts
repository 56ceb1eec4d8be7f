/** Wake-ups on BullMQ, with real servers that pause, die and come back. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Working } from 'fukidashi/queue'
import { bullEngine } from '../../src/queue/bullmq/engine.ts'
import type { Engine } from '../support/engines.ts'
import { bullCases, type Connected } from './bull-cases.ts'

const ignore = () => undefined

describe.each(bullCases)('on $title', ({ start, connect }) => {
  let server: Engine
  let connected: Connected
  const workers: Working[] = []
  let queues = 0

  beforeAll(async () => {
    server = await start()
    connected = await connect(server.url)
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()))
  })
  afterAll(async () => {
    await connected.close()
    await server.close()
  })

  /** An engine with a queue of its own, and what its worker has drained. */
  const engineOf = (name = `queue-${queues++}`) => {
    const engine = bullEngine({ database: connected.database, name, wakeTimeout: 30_000 })
    const drained: string[] = []
    const work = async (
      drain: (mailbox: string) => Promise<void> | void = ignore,
      concurrency = 5,
      onError: (error: unknown) => void = ignore,
    ) => {
      const worker = await engine.work(
        async (mailbox) => {
          drained.push(mailbox)
          await drain(mailbox)
        },
        { concurrency, onError },
      )
      workers.push(worker)
      return worker
    }
    return { ...engine, name, drained, work }
  }
  const gate = () => {
    let open = ignore as () => void
    const opened = new Promise<void>((resolve) => (open = resolve))
    return { open, opened }
  }

  it('drains what was woken, also before the worker started', async () => {
    const { wake, work, drained } = engineOf()
    await wake(['C1/U1', 'C1/U:2', 'ตกลง'])
    await work()
    await vi.waitFor(() => expect([...drained].sort()).toEqual(['C1/U1', 'C1/U:2', 'ตกลง']))
    await wake(['C1/U1'])
    await vi.waitFor(() => expect(drained).toHaveLength(4))
  })

  it('drains again after a wake-up that comes during a drain', async () => {
    const { wake, work, drained } = engineOf()
    const { open, opened } = gate()
    await work(() => opened)
    await wake(['a'])
    await vi.waitFor(() => expect(drained).toEqual(['a']))
    await Promise.all(Array.from({ length: 20 }, () => wake(['a'])))
    open()
    await vi.waitFor(() => expect(drained.length).toBeGreaterThan(1))
    await vi.waitFor(async () => expect(await connected.leftovers()).toBe(0))
    expect(drained.length).toBeLessThan(5)
  })

  it('comes after the last of several delayed wake-ups, and few of them are one', async () => {
    const { wake, work } = engineOf()
    const times: number[] = []
    await work(() => void times.push(Date.now()))
    const due = Date.now() + 1_500
    await Promise.all([
      wake(['a'], 1_500),
      wake(['a'], 300),
      ...Array.from({ length: 20 }, () => wake(['a'], 700)),
    ])
    await vi.waitFor(() => expect(times.at(-1)).toBeGreaterThanOrEqual(due))
    expect(times.length).toBeLessThan(8)
  })

  it('loses no delayed wake-up that a drain asks for, however often', async () => {
    const { wake, work, drained } = engineOf()
    await work(async (mailbox) => {
      if (drained.filter((one) => one === mailbox).length < 10) await wake([mailbox], 20)
    })
    const mailboxes = Array.from({ length: 20 }, (_, i) => `box ${i}`)
    await wake(mailboxes)
    await vi.waitFor(() => {
      for (const mailbox of mailboxes)
        expect(drained.filter((one) => one === mailbox).length).toBeGreaterThanOrEqual(10)
    })
  })

  it('loses no wake-up among many at once, and leaves nothing behind', async () => {
    const { wake, work } = engineOf()
    // A mailbox is a number that grows before each wake-up; a drain notes what it sees.
    const grown = Array.from({ length: 50 }, () => 0)
    const seen = Array.from({ length: 50 }, () => 0)
    for (let i = 0; i < 2; i++)
      await work(async (mailbox) => {
        const now = grown[Number(mailbox)]!
        await new Promise(setImmediate)
        seen[Number(mailbox)] = Math.max(seen[Number(mailbox)]!, now)
      }, 10)
    const total = 2_000
    for (let i = 0; i < total; i += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, j) => {
          const box = (i * 7 + j) % grown.length
          grown[box]!++
          return wake([String(box)], j % 5 === 0 ? 10 : 0)
        }),
      )
    await vi.waitFor(() => expect(seen).toEqual(grown))
    await vi.waitFor(async () => expect(await connected.leftovers()).toBe(0))
  })

  it('drains again when a drain fails', async () => {
    const { wake, work, drained } = engineOf()
    const errors: unknown[] = []
    await work(
      () => {
        if (drained.length === 1) throw new Error('no luck')
      },
      5,
      (error) => errors.push(error),
    )
    await wake(['a'])
    await vi.waitFor(() => expect(drained).toEqual(['a', 'a']))
    expect(errors).toEqual([new Error('no luck')])
    await vi.waitFor(async () => expect(await connected.leftovers()).toBe(0))
  })

  it('opens at most as many mailboxes at once as it may', async () => {
    const { wake, work, drained } = engineOf()
    let [openNow, most] = [0, 0]
    await work(async () => {
      most = Math.max(most, ++openNow)
      await new Promise((resolve) => setTimeout(resolve, 2))
      openNow--
    }, 3)
    await wake(Array.from({ length: 60 }, (_, i) => `${i}`))
    await vi.waitFor(() => expect(drained).toHaveLength(60))
    expect(most).toBe(3)
  })

  it('closes when open mailboxes have ended, and takes no more', async () => {
    const { wake, work, drained } = engineOf()
    const { open, opened } = gate()
    let isEnded = false
    const worker = await work(async () => {
      await opened
      isEnded = true
    }, 1)
    await wake(['a', 'b'])
    await vi.waitFor(() => expect(drained).toHaveLength(1))
    const closed = worker.close()
    open()
    await closed
    expect(isEnded).toBe(true)
    expect(drained).toHaveLength(1)
    const { drained: later, work: workLater } = engineOf(`queue-${queues - 1}`)
    await workLater()
    await vi.waitFor(() => expect(later).toHaveLength(1))
  })
})
