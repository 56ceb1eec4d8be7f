/** Bots of one process that share a store in its memory: claims take no promise and no timer. */
import { expect, it, vi } from 'vitest'
import { memoryStore } from 'fukidashi/store'
import type { BotOptions } from '../../../src/webhook/index.js'
import { bodyOf, botWith, FakeClock, post, promise, says, turn } from '../support.js'

function twoBots(options: BotOptions = {}, others: BotOptions = {}) {
  const clock = new FakeClock()
  const store = memoryStore({ clock })
  const handled: string[] = []
  const make = (name: string, more: BotOptions = {}) => {
    const made = botWith({ clock, store, ...options, ...more })
    made.bot.on('message:text', () => void handled.push(name))
    return made.bot
  }
  return { clock, store, handled, one: make('one'), two: make('two', others) }
}

it('an event is handled by one of both bots, in the same turn', async () => {
  const { one, two, handled, clock } = twoBots()
  const body = bodyOf(says('hi'))
  const first = post(one, body)
  const second = post(two, body)
  expect([(await first).status, (await second).status]).toEqual([200, 200])
  expect(handled).toEqual(['one'])
  expect(clock.asleep).toBe(0)
})

it.each([
  ['another time to live', { dedupe: { ttl: 60_000 } }],
  ['another number of ids', { dedupe: { max: 5 } }],
])('a bot with %s shares the events too', async (_, others) => {
  const { one, two, handled } = twoBots({}, others)
  for (const bots of [
    [one, two],
    [two, one],
  ]) {
    const body = bodyOf(says('hi'))
    for (const bot of bots) await post(bot, body)
  }
  expect(handled).toEqual(['one', 'two'])
})

it('an event that one bot is handling is waited for, and then known', async () => {
  const { clock, one, two, handled } = twoBots()
  const work = promise()
  one.use(() => work.kept)
  const body = bodyOf(says('hi'))
  const first = post(one, body)
  const second = post(two, body)
  await turn()
  work.resolve()
  expect((await first).status).toBe(200)
  await clock.pass(100)
  expect((await second).status).toBe(200)
  expect(handled).toEqual([])
})

it('an event that one bot handles too long for LINE is asked for again, however long it takes', async () => {
  const { clock, one, two, handled } = twoBots()
  const work = promise()
  one.use(() => work.kept)
  const body = bodyOf(says('hi'))
  const first = post(one, body)
  await turn()
  // Longer than a lease.
  await clock.pass(60_000)
  const second = post(two, body)
  await turn()
  await clock.pass(1_500)
  expect((await second).status).toBe(503)
  work.resolve()
  expect((await first).status).toBe(200)
  expect((await post(two, body)).status).toBe(200)
  expect(handled).toEqual([])
})

it('many events under way at once are each handled once', async () => {
  const { one, two, handled, clock } = twoBots()
  const work = promise()
  one.use(async (_, next) => {
    await work.kept
    await next()
  })
  const bodies = ['a', 'b', 'c'].map((user) =>
    bodyOf(says('hi', { source: { type: 'user', userId: `U${user.repeat(32)}` } })),
  )
  const firsts = bodies.map((body) => post(one, body))
  const seconds = bodies.map((body) => post(two, body))
  await turn()
  work.resolve()
  await Promise.all(firsts)
  await clock.pass(100)
  expect((await Promise.all(seconds)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(handled).toEqual(['one', 'one', 'one'])
})

it.each([
  ['fails', () => Promise.reject(new Error('down'))],
  [
    'fails at once',
    () => {
      throw new Error('down')
    },
  ],
])('an event whose handler %s is handled by the other bot', async (_, fail) => {
  const { one, two, handled } = twoBots()
  one.use(fail).catch(() => undefined)
  const body = bodyOf(says('hi'))
  expect((await post(one, body)).status).toBe(500)
  expect((await post(two, body)).status).toBe(200)
  expect(handled).toEqual(['two'])
})

it('a handler that has timed out sends nothing, because the other bot may handle the event', async () => {
  const { clock, one, two, handled } = twoBots({ handlerTimeout: 5_000 })
  const work = promise()
  const late = promise<unknown>()
  one.use(async (ctx) => {
    await work.kept
    await ctx.push('late').then(late.resolve, late.resolve)
  })
  one.catch(() => undefined)
  const body = bodyOf(says('hi'))
  const first = post(one, body)
  await turn()
  await clock.pass(5_000)
  expect((await first).status).toBe(500)
  expect((await post(two, body)).status).toBe(200)
  work.resolve()
  expect(await late.kept).toMatchObject({ code: 'lease_lost' })
  expect(handled).toEqual(['two'])
})

it('claims of the program and of bots are the same', async () => {
  const { one, store, handled } = twoBots()
  const [ofBot, ofProgram, claimed] = [says('a'), says('b'), says('c')]
  const keys = [ofBot, ofProgram, claimed].map(
    (event) => `event:${String(event['webhookEventId'])}`,
  )
  await post(one, bodyOf(ofBot))
  expect(await store.claim(keys[0]!, 'me', 1_000)).toBe('done')
  expect(await store.done(keys[0]!, 'me', 1_000)).toBe(false)
  await store.done(keys[1]!, 'me', 60_000)
  await store.claim(keys[2]!, 'me', 60_000)
  const otherClock = botWith({ store }).bot
  otherClock.on('message:text', () => void handled.push('other clock'))
  expect((await post(one, bodyOf(ofProgram))).status).toBe(200)
  expect((await post(otherClock, bodyOf(ofBot))).status).toBe(200)
  expect(handled).toEqual(['one'])
})

it('a store whose methods were replaced is asked by its methods', async () => {
  const clock = new FakeClock()
  const store = memoryStore({ clock })
  const claim = vi.spyOn(store, 'claim')
  const { bot } = botWith({ clock, store })
  await post(bot, bodyOf(says('hi')))
  expect(claim).toHaveBeenCalledTimes(1)
})
