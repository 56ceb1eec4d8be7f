/** A dedupe store that is slow, or away. */
import { describe, expect, it, vi } from 'vitest'
import type { BotOptions, DedupeStore } from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, FakeClock, post, promise, says } from '../support.js'

const never = () => new Promise(() => undefined)
const broken = new Error('down')

/** A bot whose store does what the test sets. */
function withStore(store: DedupeStore, options: BotOptions = {}, dedupe = {}) {
  const clock = new FakeClock()
  const spied = {
    get: vi.fn<DedupeStore['get']>((key) => store.get(key)),
    set: vi.fn<DedupeStore['set']>((key, value, ttl) => store.set(key, value, ttl)),
  }
  const made = botWith({ clock, dedupe: { store: spied, ...dedupe }, ...options })
  // What it says of the set-up has a test of its own.
  made.warnings.length = 0
  const handled: string[] = []
  made.bot.on('message:text', (ctx) => void handled.push(ctx.text))
  return { ...made, clock, handled, store: spied }
}

/** Posts, and waits at most so many milliseconds for the answer. */
async function within(ms: number, clock: FakeClock, answered: Promise<{ status: number }>) {
  let status = 0
  void answered.then((answer) => (status = answer.status))
  // The store's time and that of the handlers.
  await clock.sleeping(2)
  await clock.pass(ms - 1)
  expect(status).toBe(0)
  await clock.pass(1)
  await vi.waitFor(() => expect(status).not.toBe(0))
  return status
}

describe.each<[string, DedupeStore]>([
  ['reads and writes', { get: never, set: never }],
  ['reads', { get: never, set: () => undefined }],
  ['writes', { get: () => undefined, set: never }],
])('a store that hangs when it %s', (_, store) => {
  it('delays one event for a second, and no other', async () => {
    const { bot, clock, handled, warnings } = withStore(store)
    expect(await within(1_000, clock, post(bot, bodyOf(says('1'))))).toBe(200)
    for (const text of ['2', '3']) {
      expect((await post(bot, bodyOf(says(text)))).status).toBe(200)
    }
    expect(handled).toEqual(['1', '2', '3'])
    expect(warnings).toEqual([
      expect.stringMatching(/store does not answer within 1000 ms.*perhaps twice/),
    ])
    expect(clock.asleep).toBe(0)
  })

  it('is tried again after 5 s, by one event', async () => {
    const { bot, clock, handled, store: calls, warnings } = withStore(store)
    await within(1_000, clock, post(bot, bodyOf(says('1'))))
    const count = () => calls.get.mock.calls.length + calls.set.mock.calls.length
    const before = count()
    await clock.pass(4_999)
    await post(bot, bodyOf(says('2')))
    expect(count()).toBe(before)
    await clock.pass(1)
    const trying = post(bot, bodyOf(says('3')))
    await vi.waitFor(() => expect(count()).toBeGreaterThan(before))
    const user = { source: { type: 'user', userId: 'another' } }
    if (calls.get.mock.results[1] && store.get === never) {
      await post(bot, bodyOf(says('4', user)))
      expect(handled).toEqual(['1', '2', '4'])
    }
    expect(await within(1_000, clock, trying)).toBe(200)
    expect(warnings).toHaveLength(1)
  })

  it('never makes a success a failure, nor a failure a success', async () => {
    const { bot, clock } = withStore(store, { handlerTimeout: 500 })
    bot.on('follow', () => Promise.reject(broken)).catch(() => undefined)
    const reports = bot.handle([event(), event({ type: 'follow' })] as never)
    await clock.sleeping(2)
    await clock.pass(5_000)
    await clock.pass(5_000)
    expect((await reports).map(({ outcome }) => outcome).sort()).toEqual(['failed', 'handled'])
  })

  it('may take as long as dedupe.timeout says', async () => {
    const { bot, clock, warnings } = withStore(store, {}, { timeout: 250 })
    expect(await within(250, clock, post(bot, bodyOf(says('1'))))).toBe(200)
    expect(warnings).toEqual([expect.stringMatching(/250 ms/)])
  })

  it("stops no event with ack: 'before' or bot.handle", async () => {
    const { bot, clock, handled } = withStore(store, { ack: 'before' })
    expect((await post(bot, bodyOf(says('1')))).status).toBe(200)
    await clock.sleeping(2)
    await clock.pass(1_000)
    await bot.settled()
    await bot.handle([says('2')] as never)
    expect(handled).toEqual(['1', '2'])
  })
})

it('is said to be weaker than a shared store', () => {
  const { warnings } = botWith({ dedupe: { store: new Map() as unknown as DedupeStore } })
  expect(warnings).toEqual([expect.stringMatching(/two processes .* at once.*createBot\(\{ store/)])
})

it.each<[string, DedupeStore]>([
  ['throws', { get: () => thrown(), set: () => thrown() }],
  ['rejects', { get: () => Promise.reject(broken), set: () => Promise.reject(broken) }],
  [
    'gives broken thenables',
    { get: () => ({ then: () => thrown() }), set: () => ({ then: () => thrown() }) },
  ],
])('a store that %s is left alone for 5 s', async (_, broken) => {
  const { bot, clock, store, handled, warnings } = withStore(broken)
  for (const text of ['1', '2']) expect((await post(bot, bodyOf(says(text)))).status).toBe(200)
  expect(store.get).toHaveBeenCalledTimes(1)
  await clock.pass(5_000)
  expect((await post(bot, bodyOf(says('3')))).status).toBe(200)
  expect(store.get).toHaveBeenCalledTimes(2)
  expect(store.set).not.toHaveBeenCalled()
  expect(handled).toEqual(['1', '2', '3'])
  expect(warnings).toEqual([expect.stringMatching(/store fails/)])
})

function thrown(): never {
  throw broken
}

it('a store that is back is used again', async () => {
  const known = new Set<string>()
  let away = true
  const { bot, clock, handled } = withStore({
    get: (id) => (away ? never() : known.has(id)),
    set: (id) => known.add(id),
  })
  await within(1_000, clock, post(bot, bodyOf(says('1'))))
  away = false
  await clock.pass(5_000)
  const body = bodyOf(says('2'))
  await post(bot, body)
  expect(known.size).toBe(1)
  const other = withStore({ get: (id) => known.has(id), set: () => undefined })
  await post(other.bot, body)
  expect(handled).toEqual(['1', '2'])
  expect(other.handled).toEqual([])
})

it('an answer of the store that comes too late changes nothing', async () => {
  const gate = promise<boolean>()
  const { bot, clock, handled } = withStore({ get: () => gate.kept, set: () => undefined })
  await within(1_000, clock, post(bot, bodyOf(says('1'))))
  gate.resolve(true)
  await post(bot, bodyOf(says('2')))
  expect(handled).toEqual(['1', '2'])
})

it('events of one user keep their order while the store is slow', async () => {
  const gates = [promise(), promise()]
  let asked = 0
  const { bot, handled } = withStore({
    get: (id) => (id.length > 0 ? gates[asked++]?.kept : undefined),
    set: () => undefined,
  })
  const sent = [post(bot, bodyOf(says('1'))), post(bot, bodyOf(says('2')))]
  gates[1]!.resolve()
  await Promise.resolve()
  expect(handled).toEqual([])
  gates[0]!.resolve()
  await Promise.all(sent)
  expect(handled).toEqual(['1', '2'])
})
