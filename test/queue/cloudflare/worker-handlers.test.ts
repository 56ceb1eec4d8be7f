import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { consume, memoryQueue } from 'fukidashi/queue'
import { workerHandlers } from 'fukidashi/queue/cloudflare'
import { createBot } from 'fukidashi/webhook'
import { messageOf } from './bindings.js'

const printed = vi.fn()
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(printed)
})
afterEach(() => {
  vi.restoreAllMocks()
  printed.mockReset()
})

const context = () => {
  const waits: Promise<unknown>[] = []
  return { waits, waitUntil: (promise: Promise<unknown>) => void waits.push(promise) }
}
const sweep = () => Promise.resolve(0)
const wakeUp = (mailbox: string, attempts?: number) => messageOf({ mailbox }, attempts)

describe('a Worker that is called with a batch', () => {
  it('drains each mailbox once, with its env, and acknowledges all its messages', async () => {
    const drain = vi.fn(() => Promise.resolve())
    const messages = [wakeUp('a'), wakeUp('b'), wakeUp('a')]
    const env = { KEY: 1 }
    const invocation = context()
    await workerHandlers({ drain, sweep }).queue({ messages }, env, invocation)
    expect(drain.mock.calls.map((args: unknown[]) => args.slice(0, 2))).toEqual([
      ['a', env],
      ['b', env],
    ])
    expect(messages.map(({ answers }) => answers)).toEqual([['ack'], ['ack'], ['ack']])
    expect(invocation.waits).toHaveLength(1)
  })

  it('asks again for a mailbox that failed, and only for that', async () => {
    const drain = (mailbox: string) =>
      mailbox === 'b' ? Promise.reject(new Error('away')) : Promise.resolve()
    const messages = [wakeUp('a'), wakeUp('b'), wakeUp('c'), wakeUp('b', 2), wakeUp('b', 9)]
    await workerHandlers({ drain, sweep }).queue({ messages }, {}, context())
    expect(messages.map(({ answers }) => answers)).toEqual([['ack'], [5], ['ack'], [10], [15]])
    expect(printed).toHaveBeenCalledWith(
      'fukidashi: a mailbox could not be drained. It is woken again.',
      new Error('away'),
    )
  })

  it.each([null, 'a text', 7, {}, { mailbox: 7 }, { mailbox: '' }])(
    'does not swallow a message of another program: %o',
    async (body) => {
      const messages = [messageOf(body), wakeUp('a')]
      const drain = () => Promise.resolve()
      await workerHandlers({ drain, sweep }).queue({ messages }, {}, context())
      expect(messages.map(({ answers }) => answers)).toEqual([[5], ['ack']])
      expect(printed.mock.calls).toEqual([[expect.stringContaining('names no mailbox')]])
    },
  )

  it('opens a bounded number of mailboxes at once', async () => {
    let open = 0
    let most = 0
    const drain = async () => {
      most = Math.max(most, ++open)
      await Promise.resolve()
      open--
    }
    const messages = Array.from({ length: 20 }, (_, i) => wakeUp(String(i)))
    await workerHandlers({ drain, sweep }, { concurrency: 3 }).queue({ messages }, {}, context())
    expect(most).toBe(3)
    expect(messages.every(({ answers }) => answers[0] === 'ack')).toBe(true)
  })

  it('leaves mailboxes to other invocations after ten minutes', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(0)
    const goesOn: boolean[] = []
    const drain = (_mailbox: string, _env?: unknown, mayGoOn?: () => boolean) => {
      goesOn.push(mayGoOn!())
      now.mockReturnValue(600_000)
      goesOn.push(mayGoOn!())
      return Promise.resolve()
    }
    const messages = [wakeUp('a'), wakeUp('b')]
    await workerHandlers({ drain, sweep }, { concurrency: 1 }).queue({ messages }, {}, context())
    expect(goesOn).toEqual([true, false])
    expect(messages.map(({ answers }) => answers)).toEqual([['ack'], ['at once']])
  })

  it('handles a bounded number of events, and wakes the mailbox for the others', async () => {
    const queue = memoryQueue()
    const handled: string[] = []
    const bot = createBot({ channelSecret: 'secret' })
    bot.on('message:text', ({ text }) => void handled.push(text))
    const wake = vi.spyOn(queue, 'wake')
    const events = Array.from({ length: 5 }, (_, i) => ({
      id: String(i),
      mailbox: 'a',
      destination: 'U1',
      timestamp: i,
      receivedAt: Date.now(),
      event: {
        type: 'message',
        mode: 'active',
        timestamp: i,
        webhookEventId: String(i),
        deliveryContext: { isRedelivery: false },
        source: { type: 'user', userId: 'U2' },
        message: { id: '1', type: 'text', quoteToken: 'q', text: String(i) },
      },
    }))
    await queue.mailboxes.append(events)
    const consumer = consume(bot, { queue: () => queue })
    const handlers = workerHandlers(consumer, { maxEvents: 3 })
    await handlers.queue({ messages: [wakeUp('a')] }, {}, context())
    expect(handled).toEqual(['0', '1', '2'])
    expect(wake.mock.calls).toEqual([[['a'], 0]])
    await handlers.queue({ messages: [wakeUp('a')] }, {}, context())
    expect(handled).toEqual(['0', '1', '2', '3', '4'])
  })
})

it('a cron trigger sweeps, with its env', async () => {
  const swept = vi.fn(sweep)
  const invocation = context()
  const consumer = { drain: () => Promise.resolve(), sweep: swept }
  await workerHandlers(consumer).scheduled({}, { KEY: 1 }, invocation)
  expect(swept.mock.calls).toEqual([[{ KEY: 1 }]])
  expect(invocation.waits).toHaveLength(1)
})

it('refuses options that it does not have', () => {
  const consumer = { drain: () => Promise.resolve(), sweep }
  expect(() => workerHandlers(consumer, { concurrency: 0 })).toThrow('concurrency: 0')
  expect(() => workerHandlers(consumer, { maxEvents: NaN })).toThrow('maxEvents: NaN')
  expect(() => workerHandlers(consumer, { maxEvent: 1 } as never)).toThrow('maxEvents?')
})
