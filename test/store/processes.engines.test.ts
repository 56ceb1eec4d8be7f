/** Several processes of one bot with a real store: events that come twice, at once, to processes that die, stop and block. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Engine, startPostgres, startRedis } from '../support/engines.ts'
import {
  type BotProcess,
  deliver,
  fakeLine,
  processesOf,
  redeliver,
  textWebhook,
} from '../support/processes.ts'

/** Of a process that keeps its claims on a busy machine too, and of one that loses them soon. */
const patient = [60_000, 60_000] as const
const short = [1_000, 1_000] as const

describe.each([
  ['Redis', startRedis],
  ['PostgreSQL', startPostgres],
])('with %s', (_, startEngine) => {
  let engine: Engine
  let line: Awaited<ReturnType<typeof fakeLine>>
  let processes: Awaited<ReturnType<typeof processesOf>>
  let bots: BotProcess[]

  beforeAll(async () => {
    engine = await startEngine()
    line = await fakeLine()
    processes = await processesOf('test/store/fixtures/bot-process.ts', {
      STORE_URL: engine.url,
      LINE_URL: line.url,
    })
  })
  beforeEach(() => {
    line.messages.length = 0
  })
  /** Starts a process for each [lease, limit of calls of the store] in ms. */
  const start = async (...options: (readonly [lease: number, timeout: number])[]) => {
    bots = await Promise.all(
      options.map(([lease, timeout]) =>
        processes.start({ LEASE: String(lease), TIMEOUT: String(timeout) }),
      ),
    )
  }
  afterAll(async () => {
    processes.end()
    line.close()
    await engine.close()
  })

  it('answers each of 200 events once, every fifth sent twice at once', async () => {
    await start(patient, patient, patient)
    const texts = Array.from({ length: 200 }, (_, i) => `text ${i}`)
    const statuses = await Promise.all(
      texts.flatMap((text, i) => {
        const body = textWebhook(text, `${i % 20}`)
        const to = (by: number) => redeliver(body, () => bots[(i + by) % 3]!)
        return i % 5 === 0 ? [to(0), to(1)] : [to(0)]
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([200]))
    const expected = texts.flatMap((text) => [text, `${text}, pushed`])
    expect([...line.messages].sort()).toEqual(expected.sort())
  })

  it('answers each event once with a process that is killed', async () => {
    await start(short, patient, patient)
    const alive = () => bots.filter(({ child }) => child.exitCode === null && !child.killed)
    const waiting = textWebhook('wait for the end', 'x')
    void deliver(waiting, bots[0]!)
    await bots[0]!.says('started', 'wait for the end')
    bots[0]!.child.kill('SIGKILL')
    const others = ['a', 'b', 'c', 'd']
    let turn = 0
    const next = () => alive()[turn++ % alive().length]!
    const statuses = others.map((text) => redeliver(textWebhook(text, text), next))
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200])
    // The claim of the dead process runs out, and LINE comes again. Its handler waits for a word in the next process too.
    const status = redeliver(waiting, next)
    await Promise.race(alive().map(({ says }) => says('started', 'wait for the end')))
    for (const { child } of alive()) child.stdin.write('go\n')
    expect(await status).toBe(200)
    const expected = [...others, 'wait for the end'].flatMap((text) => [text, `${text}, pushed`])
    expect([...line.messages].sort()).toEqual(expected.sort())
  })

  it('sends nothing from a process that stood still longer than its claim lasts', async () => {
    await start(short, patient)
    const [first, second] = bots as [BotProcess, BotProcess]
    const body = textWebhook('wait', 'y')
    const answer = deliver(body, first)
    await first.says('started', 'wait')
    first.child.kill('SIGSTOP')
    second.child.stdin.write('go\n')
    const status = redeliver(body, () => second)
    await second.says('started', 'wait')
    second.child.stdin.write('go\n')
    expect(await status).toBe(200)
    first.child.kill('SIGCONT')
    first.child.stdin.write('go\n')
    expect(await answer).toBe(500)
    await first.says('failed', 'lease_lost')
    expect(line.messages).toEqual(['wait', 'wait, pushed'])
  })

  it('sends nothing from a process whose event loop was blocked longer than its claim lasts', async () => {
    await start(short, patient)
    const [first, second] = bots as [BotProcess, BotProcess]
    const body = textWebhook('block', 'z')
    const answer = deliver(body, first)
    await first.says('started', 'block')
    await first.says('failed', 'lease_lost')
    expect(await answer).toBe(500)
    expect(line.messages).toEqual([])
    await deliver(textWebhook('after', 'z'), second)
    expect(line.messages).toEqual(['after', 'after, pushed'])
  })

  it('answers while the store is paused, killed and back', async () => {
    await start([60_000, 1_000])
    const [bot] = bots as [BotProcess]
    engine.pause()
    expect(await deliver(textWebhook('paused', 'p'), bot)).toBe(200)
    engine.resume()
    await engine.kill()
    expect(await deliver(textWebhook('killed', 'p'), bot)).toBe(200)
    await engine.start()
    expect(await redeliver(textWebhook('back', 'p'), () => bot)).toBe(200)
    expect(line.messages).toEqual(
      ['paused', 'killed', 'back'].flatMap((text) => [text, `${text}, pushed`]),
    )
    expect(bot.said).toContainEqual({ warning: 'store_unavailable' })
    expect(bot.child.exitCode).toBeNull()
  })
})
