/** Two processes of one bot write the session of one user at the same time, in a real store. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type BotProcess,
  deliver,
  fakeLine,
  processesOf,
  textWebhook,
} from '../support/processes.ts'
import { type Engine, startPostgres, startRedis } from '../support/engines.ts'

describe.each([
  ['Redis', startRedis],
  ['PostgreSQL', startPostgres],
])('two processes with %s', (_, startEngine) => {
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
    const options = { LEASE: '60000', TIMEOUT: '60000' }
    bots = await Promise.all([processes.start(options), processes.start(options)])
  })
  afterAll(async () => {
    processes.end()
    line.close()
    await engine.close()
  })

  /** Sends a text to each process; both write the session after both have read it. */
  async function atOnce(user: string, texts: [string, string]): Promise<number[]> {
    const statuses = texts.map((text, i) => deliver(textWebhook(text, user), bots[i]!))
    await Promise.all(texts.map((text, i) => bots[i]!.says('read', text)))
    for (const { child } of bots) child.stdin.write('go\n')
    return Promise.all(statuses)
  }

  const lastSession = async (user: string) => {
    line.messages.length = 0
    const text = `session get ${user}`
    const status = deliver(textWebhook(text, user), bots[0]!)
    await bots[0]!.says('read', text)
    bots[0]!.child.stdin.write('go\n')
    await status
    return JSON.parse(line.messages[0]!) as unknown
  }

  it('update: both writes survive', async () => {
    expect(await atOnce('1', ['session add A', 'session add B'])).toEqual([200, 200])
    const { texts } = (await lastSession('1')) as { texts: string[] }
    expect(texts.sort()).toEqual(['session add A', 'session add B'])
  })

  it('set of different fields: both survive', async () => {
    expect(await atOnce('2', ['session set a', 'session set b'])).toEqual([200, 200])
    expect(await lastSession('2')).toEqual({ texts: [], a: 'session set a', b: 'session set b' })
  })

  it('set of the same field: one survives, and the other one is a conflict', async () => {
    const texts: [string, string] = ['session set a first', 'session set a second']
    const statuses = await atOnce('3', texts)
    expect([...statuses].sort()).toEqual([200, 500])
    const winner = statuses.indexOf(200)
    expect(bots[1 - winner]!.said).toContainEqual({ failed: 'session_conflict' })
    expect(await lastSession('3')).toEqual({ texts: [], a: texts[winner] })
  })

  it('200 writes of 20 users to both processes all count', async () => {
    const each = Array.from({ length: 200 }, (_, i) => ({ user: `5${i % 20}`, bot: bots[i % 2]! }))
    const statuses = each.map(({ user, bot }, i) => deliver(textWebhook(`count ${i}`, user), bot))
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]))
    for (let user = 0; user < 20; user++)
      expect(((await lastSession(`5${user}`)) as { texts: string[] }).texts).toHaveLength(10)
  })
})
