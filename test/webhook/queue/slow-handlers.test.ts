/** Handlers that take long, or never end. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type BotOptions, WebhookError } from '../../../src/webhook/index.js'
import { ben, bodyOf, botWith, event, FakeClock, post, promise, says, turn } from '../support.js'

afterEach(() => vi.unstubAllGlobals())

/** A bot that says what it begins and ends, and never ends what says `hang`. */
function hanging(options: BotOptions = {}) {
  const clock = new FakeClock()
  const made = botWith({ clock, ...options })
  const log: string[] = []
  const signals: AbortSignal[] = []
  const caught: unknown[] = []
  made.bot.on('message:text', async (ctx) => {
    log.push(ctx.text)
    signals.push(ctx.signal)
    if (ctx.text === 'hang') await promise().kept
    if (ctx.text === 'stop')
      await new Promise((_, reject) => {
        ctx.signal.addEventListener('abort', () => reject(ctx.signal.reason as Error))
      })
  })
  made.bot.catch((error) => void caught.push(error))
  return { ...made, clock, log, signals, caught }
}

const from = (userId: string) => ({ source: { type: 'user', userId } })

describe('after 1.5 s', () => {
  const slow = expect.stringMatching(/message event \(01K\d+\).*1\.5 s.*ack: 'before'/) as string

  it('the author is warned while they are still running', async () => {
    const { bot, clock, warnings } = hanging()
    void post(bot, bodyOf(says('hang')))
    await clock.sleeping()
    await clock.pass(1_499)
    expect(warnings).toEqual([])
    await clock.pass(1)
    expect(warnings).toEqual([slow])
  })

  it('the author is warned once, however many are slow', async () => {
    const { bot, clock, warnings } = hanging()
    bot.on('follow', () => clock.sleep(1_600))
    for (let i = 0; i < 2; i++) {
      const answered = post(bot, bodyOf(event({ type: 'follow' })))
      await clock.sleeping(2)
      await clock.pass(1_600)
      expect((await answered).status).toBe(200)
      expect(clock.asleep).toBe(0)
    }
    expect(warnings).toEqual([expect.stringMatching(/follow event/)])
  })

  it('the author is warned of one that blocks the process too', async () => {
    const { bot, clock, warnings } = hanging()
    bot.on('follow', () => void clock.pass(1_600))
    await post(bot, bodyOf(event({ type: 'follow' })))
    expect(warnings).toEqual([expect.stringMatching(/more than 1\.5 s/)])
  })

  it.each([
    ['LINE has its answer', { ack: 'before' } as const, post],
    [
      'nothing waits, as behind a queue',
      {},
      (bot: Parameters<typeof post>[0], body: string) => bot.handle(JSON.parse(body) as never),
    ],
  ])('nothing is said where %s', async (_, options, send) => {
    const { bot, clock, warnings } = hanging(options)
    void send(bot, bodyOf(says('hang')))
    await clock.sleeping()
    await clock.pass(60_000)
    expect(warnings).toEqual([])
  })
})

describe('a handler that never ends', () => {
  const timeout = expect.objectContaining({
    code: 'handler_timed_out',
    message: expect.stringMatching(/message event \(01K\d+\) has not ended within 300 s/) as string,
  }) as WebhookError

  it('delays the events of its user for five minutes, and its author is warned', async () => {
    const { bot, clock, log, caught, signals } = hanging()
    const first = post(bot, bodyOf(says('hang')))
    const second = post(bot, bodyOf(says('next')))
    expect((await post(bot, bodyOf(says('other', from(ben))))).status).toBe(200)
    await clock.pass(299_000)
    expect(log).toEqual(['hang', 'other'])
    expect(signals[0]!.aborted).toBe(false)
    await clock.pass(1_000)
    expect((await first).status).toBe(500)
    expect((await second).status).toBe(200)
    expect(log).toEqual(['hang', 'other', 'next'])
    expect(caught).toEqual([timeout])
    expect(signals[0]!.reason).toBe(caught[0])
  })

  it('times out after handlerTimeout, one after the other', async () => {
    const { bot, clock, log, caught } = hanging({ handlerTimeout: 10_000 })
    const answered = post(bot, bodyOf(says('hang'), says('hang'), says('end')))
    await clock.sleeping()
    await clock.pass(10_000)
    expect(log).toEqual(['hang', 'hang'])
    await clock.pass(9_000)
    expect(log).toEqual(['hang', 'hang'])
    await clock.pass(1_000)
    expect((await answered).status).toBe(500)
    expect(log).toEqual(['hang', 'hang', 'end'])
    expect(caught).toHaveLength(2)
    expect(clock.asleep).toBe(0)
  })

  it('is handled again when LINE sends its event again', async () => {
    const { bot, clock, log } = hanging({ handlerTimeout: 1_000 })
    const body = bodyOf(says('hang'))
    for (let i = 0; i < 2; i++) {
      const both = [post(bot, body), post(bot, body)]
      await clock.sleeping(2)
      await clock.pass(1_000)
      for (const answered of both) expect((await answered).status).toBe(500)
    }
    expect(log).toEqual(['hang', 'hang'])
  })

  it('counts as done when its author has dealt with it', async () => {
    const { bot, clock } = hanging({ handlerTimeout: 1_000 })
    bot.catch(() => 'handled')
    const body = bodyOf(says('hang'))
    const answered = post(bot, body)
    await clock.sleeping()
    await clock.pass(1_000)
    expect((await answered).status).toBe(200)
    expect((await post(bot, body)).status).toBe(200)
  })

  it('can be stopped by its signal, without a second error', async () => {
    const { bot, clock, caught } = hanging({ handlerTimeout: 1_000 })
    void post(bot, bodyOf(says('stop')))
    await clock.sleeping()
    await clock.pass(1_000)
    await turn()
    expect(caught).toHaveLength(1)
  })

  it('is reported when it fails later', async () => {
    const { bot, clock, caught } = hanging({ handlerTimeout: 1_000 })
    const gate = promise()
    bot.on('follow', () => gate.kept)
    void post(bot, bodyOf(event({ type: 'follow' })))
    await clock.sleeping()
    await clock.pass(1_000)
    gate.reject(new Error('at last'))
    await vi.waitFor(() => expect(caught).toEqual([expect.any(WebhookError), new Error('at last')]))
  })

  it('times out as well if bot.catch never ends', async () => {
    const { bot, clock, log } = hanging({ handlerTimeout: 1_000 })
    bot.on('follow', () => Promise.reject(new Error('oops')))
    bot.catch(() => promise().kept)
    const first = post(bot, bodyOf(event({ type: 'follow' })))
    const second = post(bot, bodyOf(says('next')))
    await clock.sleeping(2)
    await clock.pass(1_000)
    expect((await first).status).toBe(500)
    expect((await second).status).toBe(200)
    expect(log).toEqual(['next'])
  })

  it('is waited for without end where that is wanted', async () => {
    const { bot, clock, caught } = hanging({ handlerTimeout: Infinity, ack: 'before' })
    await post(bot, bodyOf(says('hang')))
    await clock.pass(1e9)
    expect(caught).toEqual([])
    expect(clock.asleep).toBe(0)
  })
})

describe.each([
  ['Workers', 'navigator', { userAgent: 'Cloudflare-Workers' }],
  ["Vercel's Edge", 'EdgeRuntime', 'edge-runtime'],
])('on %s, where what a request began may end with it', (_, name, value) => {
  const onWorkers = (options?: BotOptions) => {
    vi.stubGlobal(name, value)
    return hanging(options)
  }

  it('an event waits for that of another request with a timer of its own', async () => {
    const { bot, clock, log } = onWorkers()
    const gate = promise()
    bot.on('follow', () => gate.kept)
    const first = post(bot, bodyOf(event({ type: 'follow' })))
    const second = post(bot, bodyOf(says('next')))
    // Two that look after their own handlers, and one that looks at the first.
    await clock.sleeping(3)
    await clock.pass(100)
    expect(log).toEqual([])
    gate.resolve()
    expect((await first).status).toBe(200)
    await clock.sleeping(2)
    await clock.pass(20)
    expect((await second).status).toBe(200)
    expect(log).toEqual(['next'])
  })

  it('an event waits 40 s for one whose request has died', async () => {
    const { bot, clock, log, caught } = onWorkers()
    void post(bot, bodyOf(says('hang')))
    const second = post(bot, bodyOf(says('next')))
    await clock.sleeping(3)
    await clock.pass(40_000)
    expect(log).toEqual(['hang'])
    await clock.pass(40)
    expect((await second).status).toBe(200)
    expect(log).toEqual(['hang', 'next'])
    expect(caught).toEqual([expect.objectContaining({ code: 'handler_timed_out' })])
  })

  it('a duplicate takes over from a request that has died', async () => {
    const { bot, clock, log } = onWorkers()
    const body = bodyOf(says('hang'))
    void post(bot, body)
    void post(bot, body)
    await clock.sleeping(3)
    await clock.pass(40_040)
    expect(log).toEqual(['hang', 'hang'])
  })

  it('a duplicate shares the end of another request', async () => {
    const { bot, clock } = onWorkers()
    const gate = promise()
    const handler = vi.fn(() => gate.kept)
    bot.on('follow', handler)
    const body = bodyOf(event({ type: 'follow' }))
    const both = [post(bot, body), post(bot, body)]
    await clock.sleeping(3)
    gate.resolve()
    await clock.pass(20)
    for (const answered of both) expect((await answered).status).toBe(200)
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('the handlers go on under waitUntil when LINE hangs up', async () => {
    const { bot } = onWorkers()
    const gate = promise()
    bot.on('follow', () => gate.kept)
    const body = bodyOf(event({ type: 'follow' }))
    const work: Promise<unknown>[] = []
    const { sign } = await import('../support.js')
    const request = {
      method: 'POST',
      header: () => sign(body),
      body: new TextEncoder().encode(body),
    }
    const answered = bot.receive(request, { waitUntil: (one) => void work.push(one) })
    await vi.waitFor(() => expect(work).toHaveLength(1))
    gate.resolve()
    await Promise.all(work)
    expect((await answered).status).toBe(200)
  })
})
