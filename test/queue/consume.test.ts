/** How the events of a queue are handled. */
import { describe, expect, it, vi } from 'vitest'
import { consume, memoryQueue, QueueError, receiver } from 'fukidashi/queue'
import { createBot } from 'fukidashi/webhook'
import {
  aki,
  ben,
  bodyOf,
  botWith,
  destination,
  promise,
  says,
  secret,
  sign,
  turn,
} from '../webhook/support.js'
import { queueScene } from './support.js'

const box = `${destination}/${aki}`

describe('events of a queue', () => {
  it('of one user are handled in order, also if they come in another', async () => {
    const scene = queueScene()
    await scene.deliver(says('2', { timestamp: 2 }), says('1', { timestamp: 1 }))
    await scene.deliver(says('0', { timestamp: 0 }))
    const { bot, drainAll } = scene.worker()
    const handled: string[] = []
    bot.on('message:text', async (ctx) => {
      await turn()
      handled.push(ctx.text)
    })
    await drainAll()
    expect(handled).toEqual(['0', '1', '2'])
  })

  it('that LINE delivers again are handled once', async () => {
    const scene = queueScene()
    const one = says('hi')
    await Promise.all([scene.deliver(one), scene.deliver(one), scene.deliver(one)])
    const { bot, drainAll } = scene.worker()
    const handler = vi.fn()
    bot.on('message:text', handler)
    await drainAll()
    await scene.deliver({ ...one, deliveryContext: { isRedelivery: true } })
    await drainAll()
    expect(handler).toHaveBeenCalledOnce()
  })

  it('that fail are handled again, before the next of the user', async () => {
    const scene = queueScene()
    await scene.deliver(
      says('1'),
      says('2'),
      says('other', { source: { type: 'user', userId: ben } }),
    )
    const { bot, drainAll } = scene.worker()
    const handled: string[] = []
    bot.on('message:text', (ctx) => {
      handled.push(ctx.text)
      if (handled.filter((text) => text === '1').length === 1 && ctx.text === '1')
        throw new Error('oops')
    })
    await drainAll()
    expect(handled.filter((text) => text !== 'other')).toEqual(['1', '1', '2'])
  })

  it('that always fail go to the dead letters, and the next of the user is handled', async () => {
    const scene = queueScene()
    await scene.deliver(says('secret words'), says('fine'))
    const { bot, drainAll, dead } = scene.worker({ delay: (attempt) => attempt * 100 })
    const runs: string[] = []
    bot.on('message:text', (ctx) => {
      runs.push(ctx.text)
      if (ctx.text !== 'fine') throw new RangeError(ctx.text)
    })
    await drainAll()
    expect(runs).toEqual(['secret words', 'secret words', 'secret words', 'fine'])
    const letters = await scene.mailboxes.dead({ limit: 10 })
    expect(letters).toMatchObject([{ attempts: 3, reason: { code: 'failed' } }])
    expect(letters[0]!.reason.message).toBe('RangeError in the handler of a message event')
    expect(JSON.stringify(dead.mock.calls)).not.toContain('secret')
  })

  it('whose worker dies in each run go to the dead letters', async () => {
    const scene = queueScene()
    await scene.deliver(says('poison'), says('fine'))
    for (let i = 0; i < 3; i++) {
      const { bot, begin, die } = scene.worker()
      const begun = promise()
      bot.on('message:text', () => {
        begun.resolve()
        return new Promise(() => undefined)
      })
      begin(box)
      await begun.kept
      die()
      await scene.clock.pass(8_000)
    }
    const { bot, consumer } = scene.worker()
    const handled: string[] = []
    bot.on('message:text', (ctx) => void handled.push(ctx.text))
    await consumer.drain(box)
    expect(handled).toEqual(['fine'])
    expect(await scene.mailboxes.dead({ limit: 10 })).toMatchObject([
      { attempts: 4, reason: { code: 'died' } },
    ])
  })

  it('are handled while their lease is renewed, however long that takes', async () => {
    const scene = queueScene()
    await scene.deliver(says('slow'))
    const { bot, consumer } = scene.worker()
    const done = promise()
    bot.on('message:text', async (ctx) => {
      await done.kept
      await ctx.reply('at last')
    })
    const drained = consumer.drain(box)
    for (let i = 0; i < 40; i++) {
      await scene.clock.pass(1_000)
      await turn()
    }
    const other = scene.worker()
    await other.consumer.drain(box)
    expect(scene.woken.at(-1)).toEqual([box, expect.any(Number)])
    done.resolve()
    await drained
    expect(scene.line.texts).toEqual(['at last'])
  })

  it('that are many do not keep others waiting', async () => {
    const scene = queueScene()
    await scene.deliver(...Array.from({ length: 60 }, (_, i) => says(String(i), { timestamp: i })))
    const { bot, consumer, drainAll } = scene.worker()
    const handled: string[] = []
    bot.on('message:text', (ctx) => void handled.push(ctx.text))
    scene.woken.length = 0
    await consumer.drain(box)
    expect(handled).toHaveLength(50)
    expect(scene.woken).toEqual([[box, 0]])
    await drainAll()
    expect(handled).toEqual(Array.from({ length: 60 }, (_, i) => String(i)))
  })
})

describe('an event whose worker stood still', () => {
  it('is not reported as dead by a worker that has lost it', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const late = scene.worker({ attempts: 1 })
    const [begun, go] = [promise(), promise()]
    late.bot.on('message:text', async () => {
      begun.resolve()
      await go.kept
      throw new Error('oops')
    })
    const drained = late.consumer.drain(box)
    await begun.kept
    // Another worker has the mailbox meanwhile.
    scene.mailboxes.settle = () => Promise.resolve({ state: 'lost' })
    go.resolve()
    await drained
    expect(late.dead).not.toHaveBeenCalled()
  })
})

it.each([
  [
    'throws',
    () => {
      throw new Error('oops')
    },
  ],
  ['returns no number', () => Number.NaN],
  ['returns a time in the past', () => -1],
])('a delay that %s is replaced by the usual one', async (_, delay) => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const scene = queueScene()
  await scene.deliver(says('hi'))
  const { bot, consumer } = scene.worker({ delay })
  bot.on('message:text', () => Promise.reject(new Error('oops')))
  scene.woken.length = 0
  await consumer.drain(box)
  expect(scene.woken).toEqual([[box, 1_000]])
  expect(print.mock.calls.flat().join()).toContain('the function passed as delay')
  print.mockRestore()
})

describe('a worker', () => {
  /** A memory queue with its own workers. */
  function running(concurrency: number) {
    const queue = memoryQueue()
    const webhook = receiver({ channelSecret: secret, queue })
    const { bot } = botWith()
    const deliver = (...events: unknown[]) => {
      const body = bodyOf(...events)
      const headers = { 'x-line-signature': sign(body) }
      return webhook.fetch(new Request('http://x/', { method: 'POST', headers, body }))
    }
    return { queue, bot, deliver, start: () => consume(bot, { queue, concurrency }) }
  }

  it('handles the events of several users at once, as many as it may', async () => {
    const { bot, deliver, start } = running(2)
    const gate = promise()
    const begun: string[] = []
    bot.on('message:text', (ctx) => {
      begun.push(ctx.userId!)
      return gate.kept
    })
    const users = [aki, ben, `U${'d'.repeat(32)}`]
    await deliver(...users.map((userId) => says('hi', { source: { type: 'user', userId } })))
    const consumer = start()
    await vi.waitFor(() => expect(begun).toHaveLength(2))
    await turn()
    expect(new Set(begun)).toEqual(new Set([aki, ben]))
    gate.resolve()
    await vi.waitFor(() => expect(begun.slice(2)).toEqual(users.slice(2)))
    await consumer.close()
  })

  it('that is closed ends what it has begun, and begins nothing more', async () => {
    const { queue, bot, deliver, start } = running(1)
    const [gate, begun] = [promise(), promise()]
    const handled: string[] = []
    bot.on('message:text', async (ctx) => {
      begun.resolve()
      await gate.kept
      handled.push(ctx.text)
    })
    await deliver(says('1', { timestamp: 1 }), says('2', { timestamp: 2 }))
    const consumer = start()
    await begun.kept
    const closed = consumer.close()
    gate.resolve()
    await closed
    expect(handled).toEqual(['1'])
    expect(await queue.mailboxes.counts()).toMatchObject({ waiting: 1 })
    const next = start()
    await vi.waitFor(() => expect(handled).toEqual(['1', '2']))
    await next.close()
  })

  it('finds events whose wake-up was lost', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    scene.woken.length = 0
    const { consumer, bot, drainAll } = scene.worker()
    const handled: string[] = []
    bot.on('message:text', (ctx) => void handled.push(ctx.text))
    expect(await consumer.sweep()).toBe(0)
    await scene.clock.pass(60_001)
    expect(await consumer.sweep()).toBe(1)
    await drainAll()
    expect(handled).toEqual(['hi'])
  })

  it('rejects a drain when the queue does not answer, so that the engine repeats it', async () => {
    const scene = queueScene()
    const { consumer, die } = scene.worker()
    // It knows its own user id.
    await consumer.drain(box)
    die()
    const drained = consumer.drain(box)
    await turn()
    await Promise.all([
      scene.clock.pass(5_000),
      expect(drained).rejects.toMatchObject({ code: 'queue_unavailable' }),
    ])
  })
})

describe('options that cannot be used are errors that say what to use', () => {
  const queue = memoryQueue()
  const bot = createBot({ channelSecret: secret })

  it.each<[string, () => unknown, RegExp]>([
    [
      'no queue',
      () => receiver({ channelSecret: secret } as never),
      /^queue: undefined is not permitted\. Use redisQueue/,
    ],
    [
      'a store',
      () => consume(bot, { queue: { get: 1 } as never }),
      /^queue: an object is not permitted/,
    ],
    [
      'a misspelt option',
      () => consume(bot, { queue, concurency: 1 } as never),
      /Did you mean concurrency\?/,
    ],
    ['a bad number', () => consume(bot, { queue, attempts: 0 }), /^attempts: 0 is not permitted/],
    [
      'a bad word',
      () => consume(bot, { queue, unsure: 'maybe' as never }),
      /Use 'atMostOnce' or 'atLeastOnce'/,
    ],
    ['no bot', () => consume({} as never, { queue }), /consume needs a bot of createBot/],
    [
      'a token',
      () => receiver({ channelSecret: secret, queue, channelAccessToken: 'x' } as never),
      /channelAccessToken is not an option/,
    ],
  ])('%s', (_, make, text) => {
    expect(make).toThrow(QueueError)
    expect(make).toThrow(text)
  })
})
