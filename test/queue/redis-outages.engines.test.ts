/** A queue on Redis whose server pauses, dies and comes back while events come in and are handled. */
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { expect, it, vi } from 'vitest'
import type { QueueAdapter, QueuedEvent, SettleOptions } from 'fukidashi/queue'
import { redisQueue } from 'fukidashi/queue/redis'
import { type Engine, startRedis } from '../support/engines.ts'

const leaseMs = 1_000
const settling: SettleOptions = { leaseMs, knownMs: 600_000, deadMs: 600_000, next: true }

const eventOf = (at: number): QueuedEvent => ({
  id: `event ${at}`,
  mailbox: `bot/U${at % 5}`,
  destination: 'bot',
  timestamp: at,
  receivedAt: Date.now(),
  event: { type: 'follow' },
})

/** Handles the events of a mailbox, as `consume` does. */
async function drain(queue: QueueAdapter, mailbox: string, handled: number[]): Promise<void> {
  const owner = crypto.randomUUID()
  let opened = await queue.mailboxes.open(mailbox, owner, leaseMs)
  while (opened.state === 'event') {
    const { id, timestamp } = opened.event
    handled.push(timestamp)
    const next = await queue.mailboxes.settle(mailbox, owner, id, { as: 'done' }, settling)
    opened = next.state === 'lost' ? { state: 'busy', ms: leaseMs } : next
  }
  if (opened.state !== 'empty') await queue.wake([mailbox], opened.ms)
}

const clients: [string, (url: string) => { client: object; close: () => void }][] = [
  [
    'ioredis',
    (url) => {
      const client = new Redis(url)
      return { client, close: () => client.disconnect() }
    },
  ],
  [
    'redis',
    (url) => {
      const client = createClient({ url })
      client.on('error', () => undefined)
      void client.connect()
      return { client, close: () => client.destroy() }
    },
  ],
]

it.each(clients)('loses no event and keeps the order, with %s', async (_, connect) => {
  const server: Engine = await startRedis()
  const ends: (() => void | Promise<void>)[] = []
  const open = () => {
    const { client, close } = connect(server.url)
    ends.unshift(close)
    return redisQueue(client as Redis)
  }
  const handled: number[] = []
  const receiving = open()
  for (let i = 0; i < 2; i++) {
    const queue = open()
    const worker = await queue.work((mailbox) => drain(queue, mailbox, handled), {
      concurrency: 3,
      onError: () => undefined,
    })
    ends.unshift(() => worker.close())
  }
  // The sweep.
  const sweep = setInterval(() => {
    const wake = async () => receiving.wake(await receiving.mailboxes.waiting(1_000, 100))
    wake().catch(() => undefined)
  }, 500)
  ends.unshift(() => clearInterval(sweep))
  const limited = <T>(call: Promise<T>) =>
    Promise.race([
      call,
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), 500)),
    ])
  const total = 300
  for (let at = 0; at < total; at++) {
    if (at === 60) server.pause()
    if (at === 120) await server.kill()
    if (at === 220) await server.kill().then(() => server.start())
    const event = eventOf(at)
    // LINE delivers again until the answer is 200.
    for (let isKept = false; !isKept;)
      isKept = await limited(receiving.mailboxes.append([event])).then(
        () => true,
        async () => {
          if (at === 60) server.resume()
          if (at === 120) await server.start()
          return false
        },
      )
    // A wake-up that is lost is found by the sweep.
    if (at % 7) receiving.wake([event.mailbox]).catch(() => undefined)
  }
  await vi.waitFor(async () =>
    expect(await receiving.mailboxes.counts()).toMatchObject({ waiting: 0, mailboxes: 0 }),
  )
  // An event whose end was not answered may be handled again, before the next one of its mailbox.
  for (let box = 0; box < 5; box++) {
    const ofBox = handled.filter((at) => at % 5 === box)
    expect(ofBox.filter((at, i) => at !== ofBox[i - 1])).toEqual(
      Array.from({ length: total / 5 }, (_, i) => i * 5 + box),
    )
  }
  for (const end of ends) await end()
  await server.close()
})
