/** A bot of several processes with a real queue, while processes are killed, the server of the queue ends, and LINE's answers are lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { QueueAdapter } from 'fukidashi/queue'
import { type Engine, startPostgres, startRedis } from '../support/engines.ts'
import { deliver, fakeLine, processesOf, textWebhook } from '../support/processes.ts'
import { type CrowdOptions, talk, wrongIn } from './crowd.ts'
import { queueAt } from './queue-at.ts'

const nothing = { twice: [], missing: [], disordered: [] }

describe.each([
  ['Redis', startRedis],
  ['PostgreSQL', startPostgres],
])('with %s', (_, startEngine) => {
  let engine: Engine
  let queue: QueueAdapter
  const crowd = (more: Partial<CrowdOptions>) =>
    talk({
      queueUrl: engine.url,
      queue,
      users: 25,
      texts: 8,
      kills: 0,
      receivers: 2,
      workers: 2,
      faults: 0.2,
      ...more,
    })

  beforeAll(async () => {
    engine = await startEngine()
    queue = await queueAt(engine.url)
  })
  afterAll(() => engine.close())

  it('each of 200 events is answered once and in order while processes are killed', async () => {
    const report = await crowd({ kills: 4 })
    expect(wrongIn(report)).toEqual(nothing)
    expect(report.dead.length).toBeLessThan(20)
  })

  it('nothing is lost when the server of the queue is paused, and when it ends and starts again', async () => {
    const run = async () => {
      engine.pause()
      await new Promise((resolve) => setTimeout(resolve, 2_500))
      engine.resume()
      await engine.kill()
      await engine.start()
    }
    expect(wrongIn(await crowd({ at: { share: 0.4, run } }))).toEqual(nothing)
  })
})

describe.each([
  ['Redis', startRedis],
  ['PostgreSQL', startPostgres],
])('one event with %s', (_, startEngine) => {
  let engine: Engine
  let line: Awaited<ReturnType<typeof fakeLine>>
  let processes: Awaited<ReturnType<typeof processesOf>>

  beforeAll(async () => {
    engine = await startEngine()
    await queueAt(engine.url)
    line = await fakeLine()
    processes = await processesOf('test/queue/fixtures/queue-process.ts', {
      QUEUE_URL: engine.url,
      LINE_URL: line.url,
      CHANNEL_SECRET: 'secret',
      CHANNEL_ACCESS_TOKEN: 'token',
    })
  })
  beforeEach(() => {
    line.messages.length = 0
  })
  afterAll(async () => {
    processes.end()
    line.close()
    await engine.close()
  })

  it.each(['wait', 'block'])(
    'is answered once by another worker when the first stops for a while (%s), and the first sends nothing later',
    async (kind) => {
      const receiver = await processes.start({ ROLE: 'receiver' })
      const first = await processes.start({ ROLE: 'worker' })
      const text = `${kind} ${engine.port}`
      expect(await deliver(textWebhook(text, kind), receiver)).toBe(200)
      await first.says('started', text)
      if (kind === 'wait') first.child.kill('SIGSTOP')
      const second = await processes.start({ ROLE: 'worker', WAITS: 'no' })
      await second.says('answered', text)
      first.child.kill('SIGCONT')
      first.child.stdin.write('go\n')
      await first.says('failed', 'lease_lost')
      expect(line.messages).toEqual([text, `${text}, pushed`])
      for (const { child } of [receiver, first, second]) child.kill('SIGKILL')
    },
  )
})
