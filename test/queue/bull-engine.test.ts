import { afterEach, describe, expect, it, vi } from 'vitest'
import { bullEngine, wakeJob } from '../../src/queue/bullmq/engine.ts'
import type { BullDatabase } from '../../src/queue/bullmq/backends.ts'

const minute = 1_795_881_240_000
const idOf = (mailbox: string, delayMs: number, now: number) =>
  wakeJob(mailbox, delayMs, now).opts.deduplication.id

describe('jobs that wake mailboxes', () => {
  it('are one for wake-ups of one mailbox within ten seconds', () => {
    expect(idOf('a', 0, minute)).toBe(idOf('a', 0, minute + 9_999))
    expect(idOf('a', 0, minute)).not.toBe(idOf('a', 0, minute + 10_000))
    expect(idOf('a', 0, minute)).not.toBe(idOf('b', 0, minute))
  })

  it('come after the last of the delayed wake-ups that they replace', () => {
    const due = ({ opts }: ReturnType<typeof wakeJob>) => opts.timestamp + (opts.delay ?? 0)
    for (const [delayMs, now] of [
      [1, minute],
      [100, minute],
      [8_050, minute + 7],
      [0.5, minute + 99],
    ] as const) {
      const job = wakeJob('a', delayMs, now)
      expect(due(job)).toBeGreaterThanOrEqual(now + delayMs)
      expect(due(job)).toBeLessThan(now + delayMs + 100)
    }
    expect(idOf('a', 8_000, minute)).toBe(idOf('a', 7_950, minute + 20))
    expect(due(wakeJob('a', 8_000, minute))).toBe(due(wakeJob('a', 7_950, minute + 20)))
    expect(idOf('a', 8_000, minute)).not.toBe(idOf('a', 500, minute))
  })

  it('are never mistaken for those of another mailbox', () => {
    expect(idOf('1/a', 0, minute)).not.toBe(idOf('a', 100, minute))
    expect(idOf('now/1/a', 0, minute)).not.toBe(idOf('a', 0, minute))
  })
})

describe('without BullMQ', () => {
  afterEach(() => vi.doUnmock('bullmq'))

  it('says how to install it', async () => {
    vi.doMock('bullmq', () => {
      throw new Error('Cannot find package')
    })
    const database = {} as BullDatabase
    const { wake, work } = bullEngine({ database, name: 'wake' })
    const missing = {
      code: 'peer_missing',
      message: 'The queue runs on BullMQ, which is not installed: npm install bullmq',
    }
    await expect(wake(['a'])).rejects.toMatchObject(missing)
    await expect(
      work(() => Promise.resolve(), { concurrency: 1, onError: () => undefined }),
    ).rejects.toMatchObject(missing)
  })
})
