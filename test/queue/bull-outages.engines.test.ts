/** Wake-ups on BullMQ when servers pause, die and come back, and when workers die. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Working } from 'fukidashi/queue'
import { bullEngine } from '../../src/queue/bullmq/engine.ts'
import type { Engine } from '../support/engines.ts'
import { bullCases, type Connected } from './bull-cases.ts'

const ignore = () => undefined
const unavailable = { name: 'QueueError', code: 'queue_unavailable' }

describe.each(bullCases)('on $title', ({ title, start, connect }) => {
  let server: Engine
  let connected: Connected
  let drained: string[]
  const workers: Working[] = []

  beforeEach(async () => {
    server = await start()
    connected = await connect(server.url)
    drained = []
  })
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()))
    await connected.close()
    await server.close()
  })

  const engineOf = (wakeTimeout = 500) =>
    bullEngine({ database: connected.database, name: 'wake', wakeTimeout })
  const work = async (drain: (mailbox: string) => Promise<void> = () => Promise.resolve()) => {
    const worker = await engineOf().work(
      (mailbox) => {
        drained.push(mailbox)
        return drain(mailbox)
      },
      { concurrency: 5, onError: ignore },
    )
    workers.push(worker)
    return worker
  }
  /** Wakes a mailbox again and again, as LINE and the sweep do, until it is drained. */
  const wakeUntilDrained = async (mailbox: string) => {
    const engine = engineOf(5_000)
    await vi.waitFor(() => engine.wake([mailbox]))
    await vi.waitFor(() => expect(drained).toContain(mailbox))
  }

  it('gives up a wake-up while the server is paused, and goes on afterwards', async () => {
    const engine = engineOf()
    await vi.waitFor(() => engine.wake(['before']))
    await work()
    await vi.waitFor(() => expect(drained).toEqual(['before']))
    server.pause()
    const stopped = await connected.processes()
    for (const pid of stopped) process.kill(pid, 'SIGSTOP')
    await expect(engine.wake(['paused'])).rejects.toMatchObject(unavailable)
    for (const pid of stopped) process.kill(pid, 'SIGCONT')
    server.resume()
    // It may have had its effect; it need not.
    await wakeUntilDrained('after')
  })

  it('gives up a wake-up while the server is away, and goes on when it is back', async () => {
    const engine = engineOf()
    await vi.waitFor(() => engine.wake(['before']))
    await work()
    await vi.waitFor(() => expect(drained).toEqual(['before']))
    await server.kill()
    await expect(engine.wake(['away'])).rejects.toMatchObject(unavailable)
    await server.start()
    await wakeUntilDrained('after')
  })

  it('starts before its server does', async () => {
    await server.kill()
    const engine = engineOf()
    await expect(engine.wake(['away'])).rejects.toMatchObject(unavailable)
    await work()
    await server.start()
    await vi.waitFor(() => engine.wake(['after']))
    await wakeUntilDrained('after')
  })

  it('closes a worker while the server is away, once its mailboxes have ended', async () => {
    let end = ignore as () => void
    const ended = new Promise<void>((resolve) => (end = resolve))
    const worker = await work(() => ended)
    await vi.waitFor(() => engineOf().wake(['a']))
    await vi.waitFor(() => expect(drained).toEqual(['a']))
    await server.kill()
    let isClosed = false
    const closed = worker.close().then(() => (isClosed = true))
    await expect(engineOf().wake(['b'])).rejects.toMatchObject(unavailable)
    expect(isClosed).toBe(false)
    end()
    await closed
    await server.start()
  })

  it('drains the mailboxes of a worker that was killed', async () => {
    const child = spawn(
      process.execPath,
      [
        ...['--conditions', 'fukidashi-source', '--import', 'tsx'],
        ...['test/queue/fixtures/worker-process.ts', title, server.url, 'wake'],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const started: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => started.push(line))
    await vi.waitFor(() => engineOf().wake(['a', 'b']))
    await vi.waitFor(() => expect([...started].sort()).toEqual(['a', 'b']))
    await work()
    child.kill('SIGKILL')
    await vi.waitFor(() => expect([...drained].sort()).toEqual(['a', 'b']))
    await vi.waitFor(async () => expect(await connected.leftovers()).toBe(0))
  })
})
