import { describe, expect, it } from 'vitest'
import type { DeadLetter, QueuedEvent } from 'fukidashi/queue'
import { cloudflareQueue, QueueError } from 'fukidashi/queue/cloudflare'
import { namespaceOf, type ObjectCall, queueOf } from './bindings.js'

const event = (mailbox: string): QueuedEvent => ({
  id: `id of ${mailbox}`,
  mailbox,
  destination: 'bot',
  timestamp: 1,
  receivedAt: 1,
  event: {},
})

/** A queue with two objects. */
function queueWith(answer: (call: ObjectCall) => unknown, shards = 2) {
  const { namespace, calls, most } = namespaceOf(answer)
  const { queue, sent } = queueOf()
  return { ...cloudflareQueue({ queue, mailboxes: namespace }, { shards }), calls, most, sent }
}

describe('the bindings of a queue', () => {
  it.each([
    [undefined, 'queue: cloudflareQueue needs a queue'],
    [{ mailboxes: namespaceOf(() => 1).namespace }, 'binding EVENTS'],
    [{ queue: queueOf().queue }, 'binding MAILBOXES of class FukidashiMailboxes'],
  ])('are checked: %o', (bindings, text) => {
    expect(() => cloudflareQueue(bindings as never)).toThrow(QueueError)
    expect(() => cloudflareQueue(bindings as never)).toThrow(text)
  })

  it('have options that are checked', () => {
    const bindings = { queue: queueOf().queue, mailboxes: namespaceOf(() => 1).namespace }
    expect(() => cloudflareQueue(bindings, { shards: 0 })).toThrow('shards: 0 is not permitted')
    expect(() => cloudflareQueue(bindings, { shard: 1 } as never)).toThrow('Did you mean shards?')
  })
})

describe('wake-ups', () => {
  it('are sent 100 at a time, one for each mailbox', async () => {
    const { sent, ...queue } = queueWith(() => 1)
    const mailboxes = Array.from({ length: 250 }, (_, i) => `m${i}`)
    await queue.wake([...mailboxes, ...mailboxes])
    expect(sent.map((call) => call.mailboxes.length)).toEqual([100, 100, 50])
    expect(sent.flatMap((call) => call.mailboxes)).toEqual(mailboxes)
    expect(sent[0]!.delaySeconds).toBeUndefined()
    await queue.wake([])
    expect(sent).toHaveLength(3)
  })

  it.each([
    [1, 1],
    [1_000, 1],
    [8_050, 9],
    [86_400_000, 43_200],
  ])(
    'come after whole seconds, never too early but 12 hours at most: %d ms',
    async (ms, seconds) => {
      const { sent, ...queue } = queueWith(() => 1)
      await queue.wake(['m'], ms)
      expect(sent[0]!.delaySeconds).toBe(seconds)
    },
  )
})

describe('mailboxes in several objects', () => {
  it('each have one object', async () => {
    const { mailboxes, calls } = queueWith(() => true, 16)
    for (let i = 0; i < 200; i++) await mailboxes.renew(`bot/${i % 100}`, 'a', 1)
    const objects = new Map<unknown, Set<string>>()
    for (const { object, values } of calls)
      objects.set(values[0], (objects.get(values[0]) ?? new Set()).add(object))
    expect([...objects.values()].every(({ size }) => size === 1)).toBe(true)
    expect(new Set(calls.map(({ object }) => object)).size).toBe(16)
  })

  it('say of each event whether it is new, in the order of the webhook', async () => {
    const isNew = (mailbox: string) => Number(mailbox) % 3 === 0
    const answer = ({ values }: ObjectCall) =>
      (values[0] as QueuedEvent[]).map(({ mailbox }) => isNew(mailbox))
    const { mailboxes } = queueWith(answer, 4)
    const names = Array.from({ length: 20 }, (_, i) => String(i))
    expect(await mailboxes.append(names.map(event))).toEqual(names.map(isNew))
  })

  it('refuse a webhook if one object fails, and wake what the others have kept', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `m${i}`)
    const failing = (object: string) => object.endsWith('-1')
    const kept: string[] = []
    const answer = ({ object, values }: ObjectCall) => {
      if (failing(object)) throw new Error('away')
      const events = values[0] as QueuedEvent[]
      kept.push(...events.map(({ mailbox }) => mailbox))
      return events.map(() => true)
    }
    const { mailboxes, sent } = queueWith(answer)
    await expect(mailboxes.append(names.map(event))).rejects.toThrow('away')
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.length).toBeLessThan(8)
    expect(sent.flatMap((call) => call.mailboxes).sort()).toEqual(kept.sort())
  })

  it.each([
    ['restarts', { retryable: true }, 2, true],
    ['is overloaded', { retryable: true, overloaded: true }, 1, false],
    ['fails', {}, 1, false],
  ])('when an object %s, append calls it %o %d times', async (_, fields, times, succeeds) => {
    let failures = 0
    const answer = () => {
      if (failures++ === 0) throw Object.assign(new Error('gone'), fields)
      return [true]
    }
    const { mailboxes, calls } = queueWith(answer)
    const appended = mailboxes.append([event('m')]).catch(() => 'failed')
    expect(await appended).toEqual(succeeds ? [true] : 'failed')
    expect(calls).toHaveLength(times)
  })

  it('are never settled twice', async () => {
    const { mailboxes, calls } = queueWith(() => {
      throw Object.assign(new Error('gone'), { retryable: true })
    })
    const options = { leaseMs: 1, knownMs: 1, deadMs: 1, next: true }
    await expect(mailboxes.settle('m', 'a', 'id', { as: 'done' }, options)).rejects.toThrow('gone')
    expect(calls).toHaveLength(1)
  })

  it('list dead letters of all objects, the newest first, in pages', async () => {
    const letter = (id: string, diedAt: number) =>
      ({ event: { ...event('m'), id }, attempts: 3, diedAt }) as DeadLetter
    const letters: Record<string, DeadLetter[]> = {
      'fukidashi-2-0': [letter('d', 40), letter('b', 20)],
      'fukidashi-2-1': [letter('e', 40), letter('a', 10)],
    }
    const answer = ({ object, operation, values }: ObjectCall) => {
      if (operation === 'dead') return letters[object]
      const found = letters[object]!.find((one) => one.event.id === values[0])
      return found ? { diedAt: found.diedAt, id: found.event.id } : null
    }
    const { mailboxes, calls } = queueWith(answer)
    const ids = (await mailboxes.dead({ limit: 3 })).map((one) => one.event.id)
    expect(ids).toEqual(['e', 'd', 'b'])
    await mailboxes.dead({ limit: 3, before: 'd' })
    expect(calls.at(-1)!.values).toEqual([3, { diedAt: 40, id: 'd' }])
    expect(await mailboxes.dead({ limit: 3, before: 'unknown' })).toEqual([])
  })

  it('are found by the longest wait, counted and emptied over all objects', async () => {
    const of = ({ object }: ObjectCall) => Number(object.split('-').at(-1))
    const answers: Record<string, (call: ObjectCall) => unknown> = {
      waiting: (call) => [{ mailbox: `m${of(call)}`, dueAt: 100 - of(call) }],
      counts: (call) => ({ waiting: 1, mailboxes: 1, dead: 2, oldestMs: of(call) }),
      forget: () => 1,
      replay: (call) => (of(call) === 3 ? 'm3' : null),
      discard: (call) => of(call) === 3,
    }
    const { mailboxes, most } = queueWith((call) => answers[call.operation]!(call), 20)
    expect(await mailboxes.waiting(60_000, 2)).toEqual(['m19', 'm18'])
    expect(await mailboxes.counts()).toEqual({
      waiting: 20,
      mailboxes: 20,
      dead: 40,
      oldestMs: 19,
    })
    expect(await mailboxes.forget('U1')).toBe(20)
    expect(await mailboxes.replay('x')).toBe('m3')
    expect(await mailboxes.discard('x')).toBe(true)
    expect(most.underWay).toBe(6)
  })
})
