/** What was under way when the state was kept. */
import { expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.js'
import { FakeClock } from '../../src/testing/index.js'
import { caller, makeMenu, setUp, text } from './support.js'

const start = Date.UTC(2026, 7, 1)

async function begun() {
  const { line, call } = setUp({ narrowcastTime: 10_000, batchTime: 10_000, quota: 5 })
  const people = ['Aki', 'Ken'].map((name) => line.user(name))
  const { headers } = await call('/v2/bot/message/narrowcast', {
    body: { messages: [text('news')] },
  })
  return { line, call, people, requestId: headers.get('x-line-request-id')! }
}

/** A later run, of a program that was away for a while. */
function later(state: string, away: number) {
  const clock = new FakeClock(start + away)
  const line = createEmulator({ state, clock })
  const progress = async (requestId: string) =>
    (await caller(line)(`/v2/bot/message/progress/narrowcast?requestId=${requestId}`)).body
  return { clock, line, progress }
}

it('is sent when its time comes, though the program was started again', async () => {
  const { line: before, requestId } = await begun()
  const { line, clock, progress } = later(before.snapshot(), 6_000)
  expect(line.user('Aki').messages).toEqual([])
  expect(await progress(requestId)).toMatchObject({ phase: 'sending' })
  clock.advance(4_000)
  expect(line.user('Aki').messages).toEqual([text('news')])
  expect(line.user('Ken').messages).toEqual([text('news')])
  expect(await progress(requestId)).toMatchObject({ phase: 'succeeded', successCount: 2 })
  expect(line.state.usage.get('202608')).toBe(2)
  // It is sent once, however often the program begins.
  const third = createEmulator({ state: line.snapshot(), clock })
  expect(third.user('Aki').messages).toHaveLength(1)
})

it('is sent at once when its time is over', async () => {
  const { line: before, requestId } = await begun()
  const { line, progress } = later(before.snapshot(), 60_000)
  expect(line.user('Ken').messages).toEqual([text('news')])
  expect(await progress(requestId)).toMatchObject({ phase: 'succeeded' })
})

it('is done with rich menus too', async () => {
  const { line: before, call, people } = await begun()
  const [from, to] = [await makeMenu(call), await makeMenu(call)]
  await call(`/v2/bot/user/${people[0]!.id}/richmenu/${from}`, { method: 'POST' })
  await call('/v2/bot/richmenu/batch', { body: { operations: [{ type: 'link', from, to }] } })
  const { line, clock } = later(before.snapshot(), 5_000)
  expect(line.user('Aki').richMenu).toBe(from)
  clock.advance(5_000)
  expect(line.user('Aki').richMenu).toBe(to)
})
