/** Time that passes while handlers wait for it. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEmulator, FakeClock } from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

type Ack = 'before' | 'after'

/** A bot whose handler takes some seconds of its clock. */
function slow(
  ack: Ack,
  work: (clock: FakeClock, send: (text: string) => Promise<unknown>) => Promise<void>,
) {
  const clock = new FakeClock()
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y', ack })
  bot.on('message', (ctx) => work(clock, (text) => ctx.push(text)))
  const line = createEmulator({ bot, clock })
  return { clock, line, aki: line.user('Aki') }
}

const textsOf = (messages: readonly object[]) =>
  messages.map((message) => (message as { text: string }).text)

describe.each(['after', 'before'] as const)('a handler that waits, and acknowledges %s', (ack) => {
  it('continues while time passes', async () => {
    const { line, aki, clock } = slow(ack, async (clock, send) => {
      await send('one')
      await clock.sleep(5_000)
      await send('two')
      for (let i = 0; i < 3; i++) await clock.sleep(500)
      await send('three')
    })
    const turn = aki.says('hi')
    const start = clock.now()
    await line.passes(8_000)
    expect(clock.now() - start).toBe(8_000)
    expect(textsOf(aki.messages)).toEqual(['one', 'two', 'three'])
    expect(textsOf((await turn).messages)).toEqual(['one', 'two', 'three'])
  })

  it('continues only as far as time has passed', async () => {
    const { line, aki } = slow(ack, async (clock, send) => {
      await clock.sleep(5_000)
      await send('five')
      await clock.sleep(5_000)
      await send('ten')
    })
    const turn = aki.says('hi')
    await line.passes(4_999)
    expect(aki.messages).toEqual([])
    await line.passes(1)
    expect(textsOf(aki.messages)).toEqual(['five'])
    await line.passes(5_000)
    await turn
    expect(textsOf(aki.messages)).toEqual(['five', 'ten'])
  })

  it('may do real work in between', async () => {
    const { line, aki } = slow(ack, async (clock, send) => {
      for (let i = 0; i < 20; i++) await new Promise(setImmediate)
      await clock.sleep(1_000)
      for (let i = 0; i < 20; i++) await new Promise(setImmediate)
      await clock.sleep(1_000)
      await send('done')
    })
    const turn = aki.says('hi')
    await line.passes(2_000)
    await turn
    expect(textsOf(aki.messages)).toEqual(['done'])
  })
})

it('lets several people wait at the same time', async () => {
  const { line, aki } = slow('before', async (clock, send) => {
    await clock.sleep(3_000)
    await send('done')
  })
  const ken = line.user('Ken')
  const turns = [aki.says('hi')]
  await line.passes(1_000)
  turns.push(ken.says('hi'))
  await line.passes(2_000)
  expect([aki.messages.length, ken.messages.length]).toEqual([1, 0])
  await line.passes(1_000)
  await Promise.all(turns)
  expect(ken.messages).toHaveLength(1)
})

it('lets a client retry', async () => {
  const { line, aki } = slow('before', (_, send) => send('at last').then(() => undefined))
  line.fault({ operation: 'pushMessage', status: 500 })
  const turn = aki.says('hi')
  await line.passes(60_000)
  await turn
  expect(textsOf(aki.messages)).toEqual(['at last'])
})

it('redelivers events that are due on the way', async () => {
  let received = 0
  const line = createEmulator({
    clock: new FakeClock(),
    redelivery: [1_000, 1_000],
    webhook: () => new Response(null, { status: ++received < 3 ? 500 : 200 }),
  })
  await line.user('Aki').says('hi')
  await line.passes(2_000)
  expect(received).toBe(3)
})

it('needs a clock that does not move, and a number of milliseconds', async () => {
  await expect(createEmulator().passes(1)).rejects.toThrow('needs a clock that tests move')
  const line = createEmulator({ clock: new FakeClock() })
  for (const ms of [-1, NaN, Infinity])
    await expect(line.passes(ms)).rejects.toThrow('passes must be a number of milliseconds')
})

it('says why a turn does not end if the handler waits for a clock that does not move', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { line, aki, clock } = slow('before', (clock) => clock.sleep(5_000))
  const turn = aki.says('hi')
  while (clock.waiting === 0 || line.webhooks[0]?.reason === undefined)
    await new Promise(setImmediate)
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
  expect(warn.mock.calls.flat().join()).toContain('await line.passes(8_000)')
  await line.passes(5_000)
  await turn
})

describe('FakeClock.next', () => {
  it('is the time until the next timer', () => {
    const clock = new FakeClock()
    expect(clock.next).toBeUndefined()
    const cancel = clock.after(10, () => undefined)
    clock.after(30, () => undefined)
    clock.advance(4)
    expect(clock.next).toBe(6)
    cancel()
    expect(clock.next).toBe(26)
  })
})
