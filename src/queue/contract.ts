/** Tests that the mailboxes of every queue pass, for those of this library and for those of users. */
import { type ContractTest, long, same, wait } from '../common/contract-test.js'
import type { End, Mailboxes, Opened, QueuedEvent, SettleOptions } from './adapter.js'

/** Options of {@link mailboxContract}. */
export interface MailboxContractOptions {
  /** Lets time pass for the queue. Waits by default; a queue with a clock of its own can advance that. */
  pass?: (ms: number) => Promise<void>
  /** Milliseconds of the leases and waits that run out in a test. 300 by default; more for a slow queue. */
  shortMs?: number
}

const settling: SettleOptions = { leaseMs: long, knownMs: long, deadMs: long, next: true }
const done: End = { as: 'done' }
const reason = { code: 'failed', message: 'Error' } as const
const dead: End = { as: 'dead', reason }

/** What is compared of an opened mailbox: the id of the event, or the state. */
const idOf = (opened: Opened | { state: 'lost' }): string =>
  opened.state === 'event' ? opened.event.id : opened.state

/** The parts of a test. */
interface Scene {
  boxes: Mailboxes
  /** A text of this test only. */
  fresh: () => string
  /** Name of a mailbox of this test only. */
  box: string
  event: (more?: Partial<QueuedEvent>) => QueuedEvent
}

/**
 * Tests of mailboxes. Each test uses names of its own, so the queue may have been used before, but nothing else may use it meanwhile.
 *
 * @param make - makes the mailboxes, or a second instance of the same ones; called for each test
 *
 * @example
 * import { test } from 'node:test'
 * for (const { name, run } of mailboxContract(() => memoryQueue().mailboxes)) test(name, run)
 */
export function mailboxContract(
  make: () => Mailboxes | Promise<Mailboxes>,
  { pass = wait, shortMs = 300 }: MailboxContractOptions = {},
): ContractTest[] {
  const run = crypto.randomUUID()
  let used = 0
  const fresh = () => `${run}-${used++}`
  const shortOver = () => pass(shortMs + 50)
  const test = (name: string, body: (scene: Scene) => Promise<void>): ContractTest => ({
    name,
    run: async () => {
      const box = `bot/${fresh()}`
      const event = (more: Partial<QueuedEvent> = {}): QueuedEvent => ({
        id: fresh(),
        mailbox: box,
        destination: 'bot',
        userId: box,
        timestamp: 1_000,
        receivedAt: Date.now(),
        event: { type: 'message', message: { type: 'text', text: 'สวัสดี 👋 "\\\u0000' } },
        ...more,
      })
      await body({ boxes: await make(), fresh, box, event })
    },
  })

  return [
    test('an event comes back as it was kept', async ({ boxes, box, event }) => {
      const kept = event()
      same(await boxes.append([kept]), [true], 'append')
      const opened = await boxes.open(box, 'a', long)
      same(opened, { state: 'event', event: kept, attempt: 1, notes: {} }, 'open')
    }),
    test('an event without a user comes back as it was kept', async ({ boxes, box, event }) => {
      const { userId: _, ...kept } = event()
      await boxes.append([kept])
      const opened = await boxes.open(box, 'a', long)
      same(opened, { state: 'event', event: kept, attempt: 1, notes: {} }, 'open')
    }),
    test('a known event is not kept again', async ({ boxes, box, event }) => {
      const kept = event()
      same(await boxes.append([kept]), [true], 'the first append')
      same(await boxes.append([kept, event()]), [false, true], 'while it waits')
      await boxes.open(box, 'a', long)
      same(await boxes.append([kept]), [false], 'while it is handled')
      await boxes.settle(box, 'a', kept.id, done, settling)
      same(await boxes.append([kept]), [false], 'after it is done')
    }),
    test('of an event that comes twice in one webhook one is kept', async ({ boxes, event }) => {
      const kept = event()
      same(await boxes.append([kept, kept]), [true, false], 'append')
      same((await boxes.append([])).length, 0, 'without events')
    }),
    test('of an event that comes to many processes at once one is kept', async (scene) => {
      const { boxes, event } = scene
      const other = await make()
      const kept = event()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? boxes : other).append([kept])),
      )
      same(answers.flat().filter(Boolean).length, 1, 'new')
    }),
    test('an event is forgotten some time after it is done', async ({ boxes, box, event }) => {
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'a', long)
      await boxes.settle(box, 'a', kept.id, done, { ...settling, knownMs: shortMs })
      await shortOver()
      same(await boxes.append([kept]), [true], 'append')
    }),
    test('a redelivery renews the time of delivery of an event that waits', async (scene) => {
      const { boxes, box, event } = scene
      const kept = event({ receivedAt: 5_000 })
      await boxes.append([kept])
      await boxes.append([{ ...kept, receivedAt: 65_000 }])
      await boxes.append([{ ...kept, receivedAt: 4_000 }])
      const opened = await boxes.open(box, 'a', long)
      same(opened.state === 'event' && opened.event.receivedAt, 65_000, 'receivedAt')
    }),
    test('events come in the order of their time, then of their arrival', async (scene) => {
      const { boxes, box, event } = scene
      const times = [30, 10, 20, 10, 1_795_881_256_941]
      const events = times.map((timestamp) => event({ timestamp }))
      await boxes.append(events.slice(0, 2))
      await boxes.append(events.slice(2))
      const ids = []
      let opened: Opened | { state: 'lost' } = await boxes.open(box, 'a', long)
      while (opened.state === 'event') {
        ids.push(opened.event.id)
        opened = await boxes.settle(box, 'a', opened.event.id, done, settling)
      }
      same(
        ids,
        [1, 3, 2, 0, 4].map((at) => events[at]!.id),
        'order',
      )
      same(opened, { state: 'empty' }, 'the end')
    }),
    test('an earlier event that comes while another is handled is the next', async (scene) => {
      const { boxes, box, event } = scene
      const [first, second, earlier] = [3, 5, 1].map((timestamp) => event({ timestamp }))
      await boxes.append([first!, second!])
      same(idOf(await boxes.open(box, 'a', long)), first!.id, 'the first')
      await boxes.append([earlier!])
      same(
        await boxes.note(box, 'a', first!.id, { mark: 1 }),
        true,
        'a note on the one that is handled',
      )
      const next = await boxes.settle(box, 'a', first!.id, done, settling)
      same(next, { state: 'event', event: earlier, attempt: 1, notes: {} }, 'the next')
      same(idOf(await boxes.settle(box, 'a', earlier!.id, done, settling)), second!.id, 'the last')
    }),
    test('a mailbox has one owner', async ({ boxes, box, event }) => {
      const other = await make()
      await boxes.append([event()])
      const opened = await Promise.all(
        Array.from({ length: 10 }, (_, i) => (i % 2 ? boxes : other).open(box, `o${i}`, long)),
      )
      same(opened.filter(({ state }) => state === 'event').length, 1, 'owners')
      const busy = opened.find(({ state }) => state === 'busy')
      const ms = busy?.state === 'busy' ? busy.ms : 0
      if (!(ms > 0 && ms <= long)) throw new Error(`busy for ${ms} ms`)
      same((await boxes.open('bot/none', 'a', long)).state, 'empty', 'another mailbox')
    }),
    test('a mailbox whose owner has died is opened again, and the run is counted', async (scene) => {
      const { boxes, box, event } = scene
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'a', shortMs)
      await boxes.note(box, 'a', kept.id, { reply: { sent: [1] }, more: null })
      same((await boxes.open(box, 'b', long)).state, 'busy', 'before')
      await shortOver()
      const opened = await boxes.open(box, 'b', long)
      const notes = { reply: { sent: [1] }, more: null }
      same(opened, { state: 'event', event: kept, attempt: 2, notes }, 'after')
    }),
    test('an owner who is late changes nothing', async ({ boxes, box, event }) => {
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'late', shortMs)
      await shortOver()
      same(await boxes.renew(box, 'late', long), false, 'renew, when the lease is over')
      same(await boxes.note(box, 'late', kept.id, { a: 1 }), false, 'note, when the lease is over')
      same(
        idOf(await boxes.settle(box, 'late', kept.id, done, settling)),
        'lost',
        'settle, when the lease is over',
      )
      await boxes.open(box, 'now', long)
      same(await boxes.renew(box, 'late', long), false, 'renew')
      same(await boxes.note(box, 'late', kept.id, { a: 1 }), false, 'note')
      for (const end of [done, dead, { as: 'later', ms: 0 } as const])
        same(idOf(await boxes.settle(box, 'late', kept.id, end, settling)), 'lost', 'settle')
      same((await boxes.settle(box, 'now', kept.id, done, settling)).state, 'empty', 'the owner')
    }),
    test('what is settled twice is settled once', async ({ boxes, box, event }) => {
      const [first, second] = [event(), event()]
      await boxes.append([first, second])
      await boxes.open(box, 'a', long)
      same(idOf(await boxes.settle(box, 'a', first.id, done, settling)), second.id, 'once')
      same(idOf(await boxes.settle(box, 'a', first.id, done, settling)), 'lost', 'twice')
    }),
    test('a lease that is renewed lasts', async ({ boxes, box, event }) => {
      await boxes.append([event()])
      await boxes.open(box, 'a', shortMs)
      same(await boxes.renew(box, 'a', long), true, 'renew')
      await shortOver()
      same((await boxes.open(box, 'b', long)).state, 'busy', 'another owner')
    }),
    test('the lease for the next event lasts', async ({ boxes, box, event }) => {
      const [first, second] = [event(), event()]
      await boxes.append([first, second])
      await boxes.open(box, 'a', shortMs)
      await boxes.settle(box, 'a', first.id, done, settling)
      await shortOver()
      same((await boxes.open(box, 'b', long)).state, 'busy', 'another owner')
    }),
    test('an event that waits for its next run holds back the others', async (scene) => {
      const { boxes, box, event } = scene
      const [first, second] = [event(), event()]
      await boxes.append([first, second])
      await boxes.open(box, 'a', long)
      await boxes.note(box, 'a', first.id, { mark: 'x' })
      const end: End = { as: 'later', ms: shortMs }
      same((await boxes.settle(box, 'a', first.id, end, settling)).state, 'later', 'settle')
      const opened = await boxes.open(box, 'b', long)
      const ms = opened.state === 'later' ? opened.ms : Infinity
      if (!(ms > 0 && ms <= shortMs)) throw new Error(`${opened.state}, ${ms} ms`)
      await shortOver()
      same(
        await boxes.open(box, 'b', long),
        { state: 'event', event: first, attempt: 2, notes: { mark: 'x' } },
        'after the wait',
      )
    }),
    test('the lease can be given back between two events', async ({ boxes, box, event }) => {
      const [first, second] = [event(), event()]
      await boxes.append([first, second])
      await boxes.open(box, 'a', long)
      const options = { ...settling, next: false }
      const answer = await boxes.settle(box, 'a', first.id, done, options)
      same(answer, { state: 'later', ms: 0 }, 'with more events')
      same(idOf(await boxes.open(box, 'b', long)), second.id, 'another owner')
      same(
        await boxes.settle(box, 'b', second.id, done, options),
        { state: 'empty' },
        'without more events',
      )
    }),
    test('an event that comes while the last one is settled is not lost', async (scene) => {
      const { boxes, box, event } = scene
      const other = await make()
      for (let i = 0; i < 10; i++) {
        const [first, second] = [event(), event()]
        await boxes.append([first])
        await boxes.open(box, 'a', long)
        const [next] = await Promise.all([
          boxes.settle(box, 'a', first.id, done, settling),
          other.append([second]),
        ])
        if (next.state === 'empty') same(idOf(await boxes.open(box, 'a', long)), second.id, 'open')
        else same(idOf(next), second.id, 'settle')
        await boxes.settle(box, 'a', second.id, done, settling)
      }
    }),
    test('a dead letter is kept, and the next event opened', async ({ boxes, box, event }) => {
      const [first, second] = [event(), event()]
      await boxes.append([first, second])
      await boxes.open(box, 'a', long)
      same(idOf(await boxes.settle(box, 'a', first.id, dead, settling)), second.id, 'the next')
      const letter = (await boxes.dead({ limit: 1 }))[0]
      same(
        letter && { ...letter, diedAt: 0 },
        { event: first, attempts: 1, reason, diedAt: 0 },
        'the letter',
      )
      if (!(letter!.diedAt > 1_600_000_000_000)) throw new Error(`diedAt: ${letter!.diedAt}`)
      same(await boxes.append([first]), [false], 'when the event comes again')
    }),
    test('dead letters are listed in pages, the newest first', async ({ boxes, box, event }) => {
      const events = [event(), event(), event()]
      await boxes.append(events)
      await boxes.open(box, 'a', long)
      for (const { id } of events) await boxes.settle(box, 'a', id, dead, settling)
      const first = await boxes.dead({ limit: 2 })
      same(
        first.map((letter) => letter.event.id),
        [events[2]!.id, events[1]!.id],
        'the first page',
      )
      const [next] = await boxes.dead({ limit: 1, before: first[1]!.event.id })
      same(next?.event.id, events[0]!.id, 'the second page')
    }),
    test('a dead letter can be replayed, with its notes', async ({ boxes, box, event }) => {
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'a', long)
      await boxes.note(box, 'a', kept.id, { mark: 1 })
      await boxes.settle(box, 'a', kept.id, dead, settling)
      same(await boxes.replay(kept.id), box, 'replay')
      same(await boxes.replay(kept.id), undefined, 'a second replay')
      same(
        await boxes.open(box, 'b', long),
        { state: 'event', event: kept, attempt: 1, notes: { mark: 1 } },
        'open',
      )
    }),
    test('a dead letter can be discarded', async ({ boxes, box, event }) => {
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'a', long)
      await boxes.settle(box, 'a', kept.id, dead, settling)
      same(await boxes.discard(kept.id), true, 'discard')
      same(await boxes.discard(kept.id), false, 'a second time')
      same(await boxes.replay(kept.id), undefined, 'replay')
    }),
    test('a dead letter is deleted after its time', async ({ boxes, box, event }) => {
      const kept = event()
      await boxes.append([kept])
      await boxes.open(box, 'a', long)
      await boxes.settle(box, 'a', kept.id, dead, { ...settling, deadMs: shortMs })
      await shortOver()
      same(await boxes.replay(kept.id), undefined, 'replay')
      const letters = await boxes.dead({ limit: 100 })
      same(letters.filter((letter) => letter.event.id === kept.id).length, 0, 'the list')
    }),
    test('mailboxes whose wake-up was lost are found', async ({ boxes, box, event, fresh }) => {
      const found = async () => (await boxes.waiting(shortMs, 1_000)).filter((one) => one === box)
      const kept = event()
      await boxes.append([kept])
      same(await found(), [], 'a new event')
      await shortOver()
      same(await found(), [box], 'an event that waits')
      await boxes.open(box, 'a', long)
      same(await found(), [], 'an event that is handled')
      const end: End = { as: 'later', ms: long }
      await boxes.settle(box, 'a', kept.id, end, settling)
      same(await found(), [], 'an event that waits for its next run')
      const other = `bot/${fresh()}`
      const one = event({ mailbox: other })
      await boxes.append([one])
      await boxes.open(other, 'a', shortMs)
      await shortOver()
      await shortOver()
      same((await boxes.waiting(shortMs, 1_000)).includes(other), true, 'a dead owner')
      same((await boxes.waiting(shortMs, 1)).length, 1, 'a limit')
      await boxes.open(other, 'b', long)
      await boxes.settle(other, 'b', one.id, done, settling)
      same((await boxes.waiting(0, 1_000)).includes(other), false, 'an empty mailbox')
    }),
    test('events are counted', async ({ boxes, box, event, fresh }) => {
      const before = await boxes.counts()
      const [first, second] = [event(), event({ receivedAt: 1 })]
      await boxes.append([first, second, event({ mailbox: `bot/${fresh()}` })])
      await boxes.open(box, 'a', long)
      await boxes.settle(box, 'a', first.id, dead, settling)
      const { waiting, mailboxes, dead: letters, oldestMs } = await boxes.counts()
      same(
        [waiting - before.waiting, mailboxes - before.mailboxes, letters - before.dead],
        [2, 2, 1],
        'counts',
      )
      if (!(oldestMs > 1_000_000_000)) throw new Error(`oldestMs: ${oldestMs}`)
    }),
    test('all events of a user can be deleted', async ({ boxes, box, event, fresh }) => {
      const user = fresh()
      const events = [event({ userId: user }), event({ userId: user }), event({ userId: user })]
      const other = event({ mailbox: `bot/${fresh()}` })
      await boxes.append([...events, other])
      await boxes.open(box, 'a', long)
      await boxes.settle(box, 'a', events[0]!.id, dead, settling)
      same(await boxes.forget(user), 3, 'forget')
      same(await boxes.forget(user), 0, 'a second time')
      same(await boxes.replay(events[0]!.id), undefined, 'a dead letter')
      same((await boxes.open(box, 'b', long)).state, 'empty', 'the mailbox')
      same(idOf(await boxes.open(other.mailbox, 'b', long)), other.id, 'another user')
      await boxes.append([event()])
      same((await boxes.open(box, 'b', long)).state, 'event', 'a new event')
    }),
    test('texts that look like something else are texts', async ({ boxes, event, fresh }) => {
      const box = `bot/{x}:*?[a]' OR 1=1 -- ${fresh()}`
      const kept = event({ mailbox: box, id: `id:${box}`, userId: `user:${box}` })
      await boxes.append([kept])
      const opened = await boxes.open(box, "a' --", long)
      same(opened, { state: 'event', event: kept, attempt: 1, notes: {} }, 'open')
      same(await boxes.forget(`user:${box}`), 1, 'forget')
    }),
  ]
}
