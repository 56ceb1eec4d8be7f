/** What people get when a worker dies in the middle. */
import { describe, expect, it } from 'vitest'
import { aki, destination, event, promise, says, team, turn } from '../webhook/support.js'
import { queueScene } from './support.js'

const box = `${destination}/${aki}`

/** A worker that replies, and dies when LINE has accepted the reply but not answered. */
async function diesWhileReplying(scene: ReturnType<typeof queueScene>) {
  const { line } = scene
  const first = scene.worker()
  const reached = promise()
  first.bot.on('message:text', async (ctx) => {
    await ctx.reply(`You said ${ctx.text}`)
  })
  line.beforeAnswer = () => {
    first.die()
    reached.resolve()
    return new Promise(() => undefined)
  }
  first.begin(box)
  await reached.kept
  line.beforeAnswer = () => undefined
}

const echo = (scene: ReturnType<typeof queueScene>, options = {}) => {
  const worker = scene.worker(options)
  worker.bot.on('message:text', async (ctx) => {
    await ctx.reply(`You said ${ctx.text}`)
  })
  return worker
}

describe('a reply', () => {
  it('is sent once when a worker dies after it, and before the event is done', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const first = scene.worker()
    const replied = promise()
    first.bot.on('message:text', async (ctx) => {
      await ctx.reply('one')
      replied.resolve()
      await new Promise(() => undefined)
    })
    first.begin(box)
    await replied.kept
    first.die()
    await scene.clock.pass(8_000)
    const second = scene.worker()
    const results: unknown[] = []
    second.bot.on('message:text', async (ctx) => {
      results.push(await ctx.reply('one'))
    })
    await second.consumer.drain(box)
    expect(scene.line.texts).toEqual(['one'])
    expect(scene.line.requests).toEqual(['reply'])
    expect(results).toEqual([{ route: 'reply', sentMessages: [{ id: 'm10' }] }])
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
  })

  it('is sent once when a worker dies while it is sent, and the token is alive', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    await diesWhileReplying(scene)
    await scene.clock.pass(8_000)
    await echo(scene).consumer.drain(box)
    expect(scene.line.texts).toEqual(['You said hi'])
    expect(scene.line.requests).toEqual(['reply', 'reply'])
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
  })

  it('is sent by the second run when the first died before it', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const first = scene.worker()
    const begun = promise()
    first.bot.on('message:text', async () => {
      begun.resolve()
      await new Promise(() => undefined)
    })
    first.begin(box)
    await begun.kept
    first.die()
    await scene.clock.pass(8_000)
    await echo(scene).consumer.drain(box)
    expect(scene.line.texts).toEqual(['You said hi'])
  })

  it('goes to the dead letters when it may have been sent', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'), says('and then'))
    await diesWhileReplying(scene)
    await scene.clock.pass(61_000)
    const second = echo(scene)
    scene.line.isLate = true
    await second.consumer.drain(box)
    expect(scene.line.texts).toEqual(['You said hi'])
    expect(second.dead).toHaveBeenCalledOnce()
    expect(second.dead.mock.calls[0]![0]).toMatchObject({ attempts: 2, reason: { code: 'unsure' } })
    const [letter] = await scene.mailboxes.dead({ limit: 1 })
    expect(letter).toMatchObject({
      reason: { code: 'unsure' },
      event: { event: { message: { text: 'hi' } } },
    })
  })

  it('that may have been sent is dead even if the handler hides the error', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    await diesWhileReplying(scene)
    await scene.clock.pass(61_000)
    scene.line.isLate = true
    const second = scene.worker()
    second.bot.on('message:text', (ctx) =>
      ctx.reply('x').then(
        () => undefined,
        () => undefined,
      ),
    )
    await second.consumer.drain(box)
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 1 })
  })

  it('that may have been sent is pushed where that is permitted, and once', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    await diesWhileReplying(scene)
    await scene.clock.pass(61_000)
    scene.line.isLate = true
    const second = echo(scene, { unsure: 'atLeastOnce' })
    await second.consumer.drain(box)
    expect(scene.line.delivered).toEqual([
      { by: 'reply', text: 'You said hi' },
      { by: 'push', text: 'You said hi' },
    ])
    expect(second.dead).not.toHaveBeenCalled()
  })

  it('is pushed when its dead letter is replayed', async () => {
    const scene = queueScene()
    const one = says('hi')
    await scene.deliver(one)
    await diesWhileReplying(scene)
    await scene.clock.pass(61_000)
    scene.line.isLate = true
    const second = echo(scene)
    await second.consumer.drain(box)
    expect(await scene.mailboxes.replay(one['webhookEventId'] as string)).toBe(box)
    await second.consumer.drain(box)
    expect(scene.line.requests).toEqual(['reply', 'reply', 'reply', 'push'])
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
  })

  it('is pushed when it comes too late and no run has tried it, if the bot permits that', async () => {
    const scene = queueScene({ push: 'late' })
    await scene.deliver(says('hi'))
    await scene.clock.pass(55_000)
    scene.line.isLate = true
    await echo(scene).consumer.drain(box)
    expect(scene.line.delivered).toEqual([{ by: 'push', text: 'You said hi' }])
  })

  it('of a redelivered event counts the life of its token from the redelivery', async () => {
    const scene = queueScene()
    const one = says('hi')
    await scene.deliver(one)
    await diesWhileReplying(scene)
    await scene.clock.pass(60_000)
    await scene.deliver({ ...one, deliveryContext: { isRedelivery: true } })
    await scene.clock.pass(10_000)
    await echo(scene).consumer.drain(box)
    expect(scene.line.texts).toEqual(['You said hi'])
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 0 })
  })

  it('that LINE refuses for another reason is tried again by the next run', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const worker = scene.worker()
    let runs = 0
    worker.bot.on('message:text', async (ctx) => {
      await ctx.reply(++runs === 1 ? '' : 'two')
    })
    await worker.drainAll()
    expect(scene.line.texts).toEqual(['two'])
  })
})

describe("with push: 'late', a reply to an event that has waited for more than a minute", () => {
  const late = (ms = 70_000) => {
    const scene = queueScene({ push: 'late' })
    return { ...scene, wait: () => scene.clock.pass(ms) }
  }

  it('is pushed at once, and once when the worker dies meanwhile', async () => {
    const scene = late()
    await scene.deliver(says('hi'))
    await scene.wait()
    scene.line.isLate = true
    await diesWhileReplying(scene)
    await scene.clock.pass(8_000)
    const second = echo(scene)
    await second.consumer.drain(box)
    expect(scene.line.delivered).toEqual([{ by: 'push', text: 'You said hi' }])
    expect(scene.line.requests).toEqual(['push', 'push'])
    expect(second.dead).not.toHaveBeenCalled()
  })

  it('is not pushed when an earlier run may have replied: LINE is asked', async () => {
    const scene = late()
    await scene.deliver(says('hi'))
    await diesWhileReplying(scene)
    await scene.wait()
    const second = echo(scene)
    await second.consumer.drain(box)
    expect(scene.line.requests).toEqual(['reply', 'reply'])
    expect(second.dead).toHaveBeenCalledOnce()
  })

  it('is not pushed when an earlier run has replied', async () => {
    const scene = late()
    await scene.deliver(says('hi'))
    const worker = scene.worker()
    let runs = 0
    worker.bot.on('message:text', async (ctx) => {
      await ctx.reply('one')
      await scene.wait()
      await ctx.reply('two')
      if (++runs === 1) throw new Error('oops')
    })
    await worker.drainAll()
    expect(runs).toBe(2)
    expect(scene.line.delivered).toEqual([
      { by: 'reply', text: 'one' },
      { by: 'push', text: 'two' },
    ])
  })

  it('is a reply when LINE has delivered the event again, because that renews its token', async () => {
    const scene = late()
    const one = says('hi')
    await scene.deliver(one)
    await scene.wait()
    await scene.deliver({ ...one, deliveryContext: { isRedelivery: true } })
    await echo(scene).consumer.drain(box)
    expect(scene.line.requests).toEqual(['reply'])
  })

  it('is a reply if only the clock of the receiver is wrong', async () => {
    const scene = late(0)
    const slow = says('hi', { timestamp: 1_785_000_000_000 - 300_000 })
    await scene.deliver(slow)
    await echo(scene).consumer.drain(box)
    expect(scene.line.requests).toEqual(['reply'])
  })

  it('is tried as a reply where pushes are not permitted', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    await scene.clock.pass(70_000)
    await echo(scene).consumer.drain(box)
    expect(scene.line.requests).toEqual(['reply'])
  })
})

it.each([
  ['behind', -300_000],
  ['ahead', 300_000],
])(
  'a reply that an earlier run may have sent is not taken for sent when the clock of the worker is %s',
  async (_, skew) => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    await diesWhileReplying(scene)
    await scene.clock.pass(70_000)
    scene.line.isLate = true
    const clock = { now: () => scene.clock.now() + skew, sleep: scene.clock.sleep }
    const second = echo(scene, { clock })
    await second.consumer.drain(box)
    expect(second.dead.mock.calls[0]![0]).toMatchObject({ reason: { code: 'unsure' } })
  },
)

describe('pushes', () => {
  it('are sent once each when a handler runs again, also in another order', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const worker = scene.worker()
    let runs = 0
    worker.bot.on('message:text', async (ctx) => {
      const sends = [
        () => ctx.push('to the chat'),
        () => ctx.line.messages.push(team, 'to the team'),
        () => ctx.line.messages.multicast([aki], 'to many'),
        () =>
          ctx.line.call('broadcast', { body: { messages: [{ type: 'text', text: 'to all' }] } }),
      ]
      if (++runs === 2) sends.reverse()
      for (const send of sends) await send()
      await ctx.push('to the chat')
      if (runs === 1) throw new Error('oops')
    })
    await worker.drainAll()
    expect(runs).toBe(2)
    expect(scene.line.texts).toEqual([
      'to the chat',
      'to the team',
      'to many',
      'to all',
      'to the chat',
    ])
    expect(scene.line.requests).toHaveLength(10)
  })

  it('with a retry key of the handler keep it', async () => {
    const scene = queueScene()
    await scene.deliver(says('hi'))
    const worker = scene.worker()
    const retryKey = '00000000-0000-4000-8000-000000000001'
    const keys: (string | undefined)[] = []
    worker.bot.on('message:text', async (ctx) => {
      const { requests } = await ctx.line.messages.push(aki, 'x', { retryKey })
      keys.push(requests[0]!.retryKey)
    })
    await worker.drainAll()
    expect(keys).toEqual([retryKey])
  })
})

it('a run that is late sends nothing after another worker has begun', async () => {
  const scene = queueScene()
  await scene.deliver(says('hi'))
  const first = scene.worker()
  const [begun, resumed, ended] = [promise(), promise(), promise<unknown>()]
  first.bot.on('message:text', async (ctx) => {
    begun.resolve()
    await resumed.kept
    await ctx.push('late').catch(ended.resolve)
  })
  first.begin(box)
  await begun.kept
  // The process stops, so that it renews nothing.
  first.die()
  await scene.clock.pass(9_000)
  await echo(scene).consumer.drain(box)
  resumed.resolve()
  expect(await ended.kept).toMatchObject({ code: 'lease_lost' })
  await turn()
  expect(scene.line.texts).toEqual(['You said hi'])
})

it('an event without a reply token is handled', async () => {
  const scene = queueScene()
  await scene.deliver(event({ type: 'unfollow', replyToken: undefined, message: undefined }))
  const worker = scene.worker()
  const types: string[] = []
  worker.bot.on('unfollow', (ctx) => void types.push(ctx.event.type))
  await worker.drainAll()
  expect(types).toEqual(['unfollow'])
})
