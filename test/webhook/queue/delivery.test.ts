import { describe, expect, it, vi } from 'vitest'
import type { DedupeStore } from '../../../src/webhook/index.js'
import {
  aki,
  ben,
  bodyOf,
  botWith,
  event,
  FakeClock,
  post,
  promise,
  says,
  turn,
  team,
} from '../support.js'

const from = (userId: string) => ({ source: { type: 'user', userId } })

describe('events of one body', () => {
  it('run side by side, and the response waits for all', async () => {
    const { bot } = botWith()
    const gates = { [aki]: promise(), [ben]: promise() }
    const begun: string[] = []
    bot.on(['message', 'user'], (ctx) => {
      begun.push(ctx.userId)
      return gates[ctx.userId]!.kept
    })
    let status = 0
    const answered = post(bot, bodyOf(event(from(aki)), event(from(ben)))).then((response) => {
      status = response.status
    })
    await vi.waitFor(() => expect(begun).toEqual([aki, ben]))
    gates[ben]!.resolve()
    await turn()
    expect(status).toBe(0)
    gates[aki]!.resolve()
    await answered
    expect(status).toBe(200)
  })

  it('keep their order per user', async () => {
    const { bot } = botWith()
    const log: string[] = []
    bot.on('message:text', async (ctx) => {
      log.push(`${ctx.text} begins`)
      await turn()
      log.push(`${ctx.text} ends`)
    })
    await post(bot, bodyOf(says('1'), says('2'), says('3')))
    expect(log).toEqual(['1 begins', '1 ends', '2 begins', '2 ends', '3 begins', '3 ends'])
  })

  it('keep their order across bodies, and per group where LINE names no user', async () => {
    const { bot } = botWith()
    const source = { type: 'group', groupId: team }
    const gate = promise()
    const log: string[] = []
    bot.on('message:text', async (ctx) => {
      if (ctx.text === 'slow') await gate.kept
      log.push(ctx.text)
    })
    const first = post(bot, bodyOf(says('slow', { source })))
    const second = post(bot, bodyOf(says('quick', { source })))
    const another = post(bot, bodyOf(says('elsewhere')))
    await another
    expect(log).toEqual(['elsewhere'])
    gate.resolve()
    await Promise.all([first, second])
    expect(log).toEqual(['elsewhere', 'slow', 'quick'])
  })

  it('are handled in the order of their time', async () => {
    const { bot } = botWith()
    const log: string[] = []
    bot.on('message:text', (ctx) => void log.push(ctx.text))
    await post(
      bot,
      bodyOf(says('b', { timestamp: 2 }), says('a', { timestamp: 1 }), says('c', { timestamp: 3 })),
    )
    expect(log).toEqual(['a', 'b', 'c'])
  })
})

describe('an error', () => {
  it('of one event does not stop the others, is reported, and asks LINE to send again', async () => {
    const { bot } = botWith()
    const done: string[] = []
    const caught: [unknown, string][] = []
    bot.on('message:text', (ctx) => {
      if (ctx.text === 'bad') throw new Error('oops')
      done.push(ctx.text)
    })
    bot.catch((error, ctx) => void caught.push([error, ctx.event.webhookEventId]))
    const bad = says('bad')
    expect((await post(bot, bodyOf(says('a'), bad, says('b')))).status).toBe(500)
    expect(done).toEqual(['a', 'b'])
    expect(caught).toEqual([[new Error('oops'), bad.webhookEventId]])
  })

  it('lets only the failed event be handled again', async () => {
    const { bot } = botWith()
    const done: string[] = []
    let broken = true
    bot.on('message:text', async (ctx) => {
      await turn()
      if (broken && ctx.text === 'b') throw new Error('oops')
      done.push(ctx.text)
    })
    bot.catch(() => undefined)
    const body = bodyOf(says('a'), says('b', from(ben)), says('c'))
    expect((await post(bot, body)).status).toBe(500)
    broken = false
    expect((await post(bot, body)).status).toBe(200)
    expect(done).toEqual(['a', 'c', 'b'])
  })

  it('is printed with its event where there is no bot.catch', async () => {
    const { bot } = botWith()
    const print = vi.spyOn(console, 'error').mockReturnValue()
    bot.on('message', () => {
      throw new Error('oops')
    })
    await post(bot, bodyOf(event()))
    expect(print.mock.calls[0]![0]).toMatch(/message event \(01K\d+\) failed.*bot\.catch/)
    print.mockRestore()
  })

  it.each([
    ['at once', () => 'handled'],
    ['later', () => Promise.resolve('handled')],
  ])('that is dealt with %s counts as done', async (_, handler) => {
    const { bot } = botWith()
    bot.on('message', () => Promise.reject(new Error('oops')))
    bot.on('follow', () => {
      throw new Error('oops')
    })
    bot.catch(handler)
    expect((await post(bot, bodyOf(event(), event({ type: 'follow' })))).status).toBe(200)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('again')
      },
    ],
    ['rejects', () => Promise.reject(new Error('again'))],
  ])('whose handler itself %s is on the console', async (_, handler) => {
    const { bot } = botWith()
    const print = vi.spyOn(console, 'error').mockReturnValue()
    bot.on('message', () => Promise.reject(new Error('oops'))).catch(handler)
    expect((await post(bot, bodyOf(event()))).status).toBe(500)
    expect(print.mock.calls[0]![1]).toEqual(new Error('again'))
    print.mockRestore()
  })
})

describe('duplicates', () => {
  it('are handled once', async () => {
    const { bot } = botWith()
    const handler = vi.fn()
    bot.on('message', handler)
    const body = bodyOf(event())
    for (let i = 0; i < 3; i++) expect((await post(bot, body)).status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('at the same time wait for the first, and share its end', async () => {
    const { bot } = botWith()
    const gate = promise()
    const handler = vi.fn(() => gate.kept)
    bot.on('message', handler).catch(() => undefined)
    const given = event()
    const all = [post(bot, bodyOf(given)), post(bot, bodyOf(given, given))]
    await vi.waitFor(() => expect(handler).toHaveBeenCalled())
    await turn()
    expect(handler).toHaveBeenCalledTimes(1)
    gate.reject(new Error('oops'))
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual([500, 500])
    handler.mockReturnValue(Promise.resolve())
    expect((await post(bot, bodyOf(given))).status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(2)
  })

  it('are forgotten after an hour, and when 10,000 others came', async () => {
    const clock = new FakeClock()
    const { bot } = botWith({ clock })
    let handled = 0
    bot.on('message', () => {
      handled += 1
    })
    const given = event()
    await post(bot, bodyOf(given))
    await clock.pass(3_599_000)
    await post(bot, bodyOf(given))
    expect(handled).toBe(1)
    await clock.pass(2_000)
    await post(bot, bodyOf(given))
    expect(handled).toBe(2)
    const others = (length: number) => bot.handle(Array.from({ length }, () => event()) as never)
    await others(9_999)
    await post(bot, bodyOf(given))
    expect(handled).toBe(10_001)
    await others(10_001)
    await post(bot, bodyOf(given))
    expect(handled).toBe(20_003)
  })

  it('are handled twice with dedupe: false', async () => {
    const { bot } = botWith({ dedupe: false })
    const handler = vi.fn()
    bot.on('message', handler)
    const body = bodyOf(event())
    await post(bot, body)
    await post(bot, body)
    expect(handler).toHaveBeenCalledTimes(2)
  })

  describe('in a store', () => {
    class Store implements DedupeStore {
      readonly kept = new Map<string, unknown>()
      readonly ttls: number[] = []
      get = (key: string) => Promise.resolve(this.kept.get(key))
      set = (key: string, value: true, ttl: number) => {
        this.ttls.push(ttl)
        this.kept.set(key, value)
        return Promise.resolve()
      }
    }

    it('are detected by every process, once they are handled', async () => {
      const store = new Store()
      const handler = vi.fn()
      const bots = [botWith({ dedupe: { store } }).bot, botWith({ dedupe: { store } }).bot]
      for (const bot of bots) bot.on('message', handler)
      const body = bodyOf(event())
      for (const bot of bots) expect((await post(bot, body)).status).toBe(200)
      expect(handler).toHaveBeenCalledTimes(1)
      expect([...store.kept.keys()]).toEqual([expect.stringMatching(/^fukidashi:01K/)])
      expect(store.ttls).toEqual([3_600_000])
    })

    it('that is invalid is refused', () => {
      expect(() => botWith({ dedupe: { store: {} as DedupeStore } })).toThrow(/get\(key\)/)
    })

    it('are not kept when the handler fails', async () => {
      const store = new Store()
      const { bot } = botWith({ dedupe: { store } })
      bot.on('message', () => Promise.reject(new Error('oops'))).catch(() => undefined)
      expect((await post(bot, bodyOf(event()))).status).toBe(500)
      expect(store.kept.size).toBe(0)
    })

    it('that is broken loses no event', async () => {
      const broken = () => Promise.reject(new Error('down'))
      const { bot, warnings } = botWith({ dedupe: { store: { get: broken, set: broken } } })
      const handler = vi.fn()
      bot.on('message', handler)
      expect((await post(bot, bodyOf(event()))).status).toBe(200)
      expect(handler).toHaveBeenCalledTimes(1)
      expect(warnings).toContainEqual(expect.stringMatching(/store fails: down/))
    })
  })
})

describe("ack: 'before'", () => {
  it('answers at once, and works under the platform’s waitUntil', async () => {
    const { bot } = botWith({ ack: 'before' })
    const gate = promise()
    const done = vi.fn()
    bot.on('message', async () => {
      await gate.kept
      done()
    })
    const work: Promise<unknown>[] = []
    const body = bodyOf(event())
    const { sign } = await import('../support.js')
    const response = await bot.receive(
      { method: 'POST', header: () => sign(body), body: new TextEncoder().encode(body) },
      { waitUntil: (one) => work.push(one) },
    )
    expect(response.status).toBe(200)
    expect(done).not.toHaveBeenCalled()
    gate.resolve()
    await Promise.all(work)
    expect(done).toHaveBeenCalled()
  })

  it('reports what fails', async () => {
    const { bot } = botWith({ ack: 'before' })
    const caught = vi.fn()
    bot.on('message', () => Promise.reject(new Error('oops'))).catch(caught)
    expect((await post(bot, bodyOf(event()))).status).toBe(200)
    await vi.waitFor(() => expect(caught).toHaveBeenCalledTimes(1))
  })
})

describe('bot.settled', () => {
  it.each(['before', 'after'] as const)('waits for what was begun, with ack: %j', async (ack) => {
    const { bot } = botWith({ ack })
    const gates = [promise(), promise(), promise()]
    let settled = false
    bot.on('message', async (ctx) => {
      await gates[0]!.kept
      ctx.waitUntil(gates[1]!.kept.then(() => ctx.waitUntil(gates[2]!.kept)))
    })
    await bot.settled()
    const answered = post(bot, bodyOf(event()))
    if (ack === 'before') await answered
    else await turn()
    const waiting = bot.settled().then(() => (settled = true))
    for (const gate of gates) {
      await turn()
      expect(settled).toBe(false)
      gate.resolve()
    }
    await waiting
    expect((await answered).status).toBe(200)
  })
})

describe('bot.handle', () => {
  it('reports the outcome of each event, after background work too', async () => {
    const { bot } = botWith()
    let background = false
    bot.on('message:text', (ctx) => {
      if (ctx.text === 'bad') throw new Error('oops')
      ctx.waitUntil(turn().then(() => void (background = true)))
    })
    bot.catch(() => undefined)
    const good = says('good')
    const bad = says('bad')
    expect(await bot.handle([good, good, bad] as never)).toEqual([
      { event: good, outcome: 'handled' },
      { event: good, outcome: 'duplicate' },
      { event: bad, outcome: 'failed', error: new Error('oops') },
    ])
    expect(background).toBe(true)
  })

  it('reports background work that fails', async () => {
    const { bot } = botWith()
    const caught: unknown[] = []
    bot.on('message', (ctx) => ctx.waitUntil(Promise.reject(new Error('later'))))
    bot.catch((error) => void caught.push(error))
    await bot.handle([event()] as never)
    expect(caught).toEqual([new Error('later')])
  })
})

describe('bot.connect', () => {
  it('returns a bot with the same handlers, and does not change the first', async () => {
    const { bot, line } = botWith()
    const sent: { url: string; auth: string | null }[] = []
    const there = bot.connect({
      baseUrl: 'http://127.0.0.1:9',
      channelSecret: 'there',
      channelAccessToken: 'token-there',
      fetch: (input, init) => {
        const request = new Request(input, init)
        sent.push({ url: request.url, auth: request.headers.get('authorization') })
        return Promise.resolve(Response.json({ sentMessages: [] }))
      },
    })
    // Handlers that come later are the same bot's.
    bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.text}`))
    const body = bodyOf(says('hi'))
    const { sign } = await import('../support.js')
    expect((await post(there, body)).status).toBe(401)
    expect((await post(there, body, { signature: sign(body, 'there') })).status).toBe(200)
    expect(sent).toEqual([
      { url: 'http://127.0.0.1:9/v2/bot/message/reply', auth: 'Bearer token-there' },
    ])
    expect((await post(bot, body)).status).toBe(200)
    expect(line.calls).toHaveLength(1)
  })
})

it('skips events older than maxAge', async () => {
  const clock = new FakeClock()
  const { bot, warnings } = botWith({ clock, maxAge: 60_000 })
  const handler = vi.fn()
  bot.on('message', handler)
  await clock.pass(120_000)
  expect((await post(bot, bodyOf(event()))).status).toBe(200)
  expect((await post(bot, bodyOf(event({ timestamp: clock.now() - 1_000 })))).status).toBe(200)
  expect(handler).toHaveBeenCalledTimes(1)
  expect(warnings).toEqual([expect.stringMatching(/maxAge/)])
})
