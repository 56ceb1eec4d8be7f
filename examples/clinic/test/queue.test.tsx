/** The clinic with a queue: workers die, and others go on. */
import { consume, type Mailboxes, memoryQueue, receiver } from 'fukidashi/queue'
import { memoryStore } from 'fukidashi/store'
import { createEmulator, FakeClock } from 'fukidashi/testing'
import { expect, it } from 'vitest'
import { memoryBookings } from '../bookings/memory.js'
import type { Bookings } from '../bookings/bookings.js'
import { createClinic } from '../bot.js'
import { Say } from '../messages/texts.js'
import { contextOf } from '../words/index.js'
import { addEmptyMenus, flex, monday, saturday } from './support.js'

/** A receiver, and workers that share a queue, bookings and a store. */
async function cluster() {
  const clock = new FakeClock(saturday)
  const bookings = memoryBookings()
  const store = memoryStore({ clock })
  const { mailboxes } = memoryQueue({ clock })
  const woken = new Set<string>()
  const wake = (names: readonly string[]) => {
    for (const name of names) woken.add(name)
    return Promise.resolve()
  }
  const line = createEmulator({ webhook: (request) => webhook.fetch(request), clock })
  const { channelSecret, channelAccessToken } = line.account
  const webhook = receiver({ channelSecret, queue: { mailboxes, wake }, clock })
  await addEmptyMenus(line)

  /** A worker in a process of its own. After `die`, nothing that it does has an effect. */
  function worker(change: Partial<Bookings> = {}, fetch: typeof line.fetch = line.fetch) {
    let isDead = false
    const mortal = new Proxy(mailboxes, {
      get:
        (target, name: keyof Mailboxes) =>
        (...args: never[]) =>
          isDead
            ? new Promise(() => undefined)
            : (target[name] as (...args: never[]) => unknown)(...args),
    })
    const options = { channelSecret, channelAccessToken, fetch: fetch as never, clock }
    const bot = createClinic({ ...options, store, bookings: { ...bookings, ...change } })
    const consumer = consume(bot, { queue: { mailboxes: mortal, wake }, clock })
    return {
      die: () => (isDead = true),
      /** Handles the events of all mailboxes. */
      async drainAll() {
        for (const mailbox of await mailboxes.waiting(0, 10)) await consumer.drain(mailbox)
      },
      /** Begins to handle what waits. */
      begin() {
        const all = [...woken].map((mailbox) => consumer.drain(mailbox))
        woken.clear()
        return Promise.all(all)
      },
    }
  }
  return { bookings, clock, line, mailboxes, worker }
}

/** Aki sees the free appointments. */
async function ready() {
  const scene = await cluster()
  const aki = scene.line.user('Aki', { language: 'en' })
  const first = scene.worker()
  const act = async (turn: Promise<unknown>) => {
    await turn
    await first.begin()
  }
  await act(aki.says('book'))
  await act(aki.taps('Choose'))
  await act(aki.taps('Choose a day', { pick: monday }))
  return { ...scene, aki }
}

it.each([
  ['tapped', 'after it has booked'],
  ['typed', 'after it has booked'],
  ['tapped', 'before its answer is sent'],
  ['typed', 'before its answer is sent'],
  ['tapped', 'after its answer is sent'],
  ['typed', 'after its answer is sent'],
])('books a time that is %s once, and answers once, when a worker dies %s', async (how, when) => {
  const { aki, bookings, clock, line, worker, mailboxes } = await ready()
  let reach: () => void
  const reached = new Promise<void>((resolve) => (reach = resolve))
  const die = () => {
    first.die()
    reach()
    return new Promise<never>(() => undefined)
  }
  const book: Bookings['book'] = async (command) => {
    const booked = await bookings.book(command)
    return when === 'after it has booked' ? die() : booked
  }
  const first = worker({ book }, async (input, init) => {
    if (!new Request(input, init).url.endsWith('/reply')) return line.fetch(input, init)
    if (when === 'after its answer is sent') await line.fetch(input, init)
    return die()
  })
  await (how === 'typed' ? aki.says('9:30') : aki.taps('09:30'))
  void first.begin()
  await reached
  clock.advance(8_100)
  await worker().drainAll()
  const [booking, ...more] = await bookings.onDay(monday)
  expect(booking).toMatchObject({ userId: aki.id, slot: `${monday}T09:30` })
  expect(more).toEqual([])
  expect(aki.messages).toHaveLength(4)
  expect(aki.messages.at(-1)).toEqual(flex('Your appointment: Mon, Aug 3 09:30'))
  expect(await mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
  // The second run has ended the conversation.
  await aki.says('10:00')
  await worker().begin()
  const context: object = contextOf('en')
  expect(aki).toHaveReceived(<Say sentence="startAgain" />, { context })
})

it('says again that an appointment is taken, even if it is free meanwhile', async () => {
  const { aki, bookings, clock, worker } = await ready()
  const slot = `${monday}T09:30`
  const ken = { id: 'k', userId: 'Ken', locale: 'en', doctor: 'sato', slot } as const
  await bookings.book(ken)
  let reach: () => void
  const answered = new Promise<void>((resolve) => (reach = resolve))
  const first = worker({
    book: async (command) => {
      await bookings.book(command)
      first.die()
      reach()
      return new Promise(() => undefined)
    },
  })
  await aki.taps('09:30')
  void first.begin()
  await answered
  await bookings.cancel({ id: 'c', userId: 'Ken', booking: 'k' })
  clock.advance(8_100)
  await aki.taps('10:00')
  await worker().begin()
  expect(aki).toHaveReceived(/Somebody else was faster/)
  expect((await bookings.onDay(monday)).map((one) => one.slot)).toEqual([`${monday}T10:00`])
})
