import { describe, expect, it, vi } from 'vitest'
import {
  channelSource,
  type ChannelSourceOptions,
  type FoundChannel,
} from '../../src/channels/index.js'
import { type Bot, type BotOptions, createBot } from '../../src/webhook/index.js'
import { FakeClock, post, promise, says, sign, turn } from '../webhook/support.js'

const destinationOf = (i: number) => `U${i.toString(16).padStart(32, '0')}`
const secretOf = (destination: string) => `secret of ${destination}`
const one = destinationOf(1)
const two = destinationOf(2)

type LookUp = (destination: string) => FoundChannel | undefined | Promise<FoundChannel | undefined>

/** A bot whose channels are found by a function; it notes what it handles, and which channel it sends for. */
function botOf(lookUp: LookUp, limits: ChannelSourceOptions = {}, options: BotOptions = {}) {
  const handled: string[] = []
  const sent: string[] = []
  const warnings: string[] = []
  const look = vi.fn(lookUp)
  const bot = createBot({
    channels: channelSource(look, limits),
    fetch: (_, init) => {
      sent.push(new Headers(init.headers).get('authorization')!)
      return Promise.resolve(Response.json({ sentMessages: [] }))
    },
    onWarning: ({ code }) => warnings.push(code),
    ...options,
  })
  bot.on('message:text', (ctx) => {
    handled.push(`${ctx.destination}: ${ctx.text}`)
  })
  return { bot, look, handled, sent, warnings }
}

const bodyFor = (destination: unknown, ...events: unknown[]) =>
  JSON.stringify({ destination, events: events.length > 0 ? events : [says('hi')] })

/** Posts a webhook, signed with the secret of its destination unless said otherwise. */
async function deliver(
  bot: Bot,
  destination: string,
  secret = secretOf(destination),
  ...events: unknown[]
) {
  const body = bodyFor(destination, ...events)
  return (await post(bot, body, { signature: sign(body, secret) })).status
}

const registered: LookUp = (destination) =>
  destination === one || destination === two
    ? { channelSecret: secretOf(destination), channelAccessToken: `token-of-${destination}` }
    : undefined

describe('channels that are looked up', () => {
  it('are found by the destination of the body, and answer with their own tokens', async () => {
    const { bot, look, handled, sent } = botOf(registered)
    bot.on({ text: 'answer' }, (ctx) => ctx.reply('yes'))
    expect(await deliver(bot, one)).toBe(200)
    expect(await deliver(bot, two)).toBe(200)
    expect(handled).toEqual([`${one}: hi`, `${two}: hi`])
    const answering = createAnswering()
    for (const destination of [one, two]) await deliver(answering.bot, destination)
    expect(answering.sent).toEqual([`Bearer token-of-${one}`, `Bearer token-of-${two}`])
    expect(sent).toEqual([])
    expect(look).toHaveBeenCalledTimes(2)
  })

  function createAnswering() {
    const made = botOf(registered)
    const { bot } = made
    bot.use(async (ctx, next) => {
      if (ctx.canReply()) await ctx.reply('yes')
      await next()
    })
    return made
  }

  it('refuse a body with the destination of another one, and one without a valid signature', async () => {
    const { bot, handled } = botOf(registered)
    expect(await deliver(bot, one, secretOf(two))).toBe(401)
    expect(await deliver(bot, one, 'guessed')).toBe(401)
    expect(await deliver(bot, destinationOf(3))).toBe(401)
    expect(handled).toEqual([])
  })

  it('are not looked up for what is no user id, no JSON or no signature', async () => {
    const { bot, look } = botOf(registered)
    for (const destination of [
      '',
      'x',
      `${one}'; DROP TABLE channels`,
      { $gt: '' },
      7,
      undefined,
      null,
    ]) {
      const body = bodyFor(destination)
      expect((await post(bot, body, { signature: sign(body, 'x') })).status).toBe(401)
    }
    expect((await post(bot, 'no JSON', { signature: sign('no JSON', 'x') })).status).toBe(401)
    expect((await post(bot, bodyFor(one), { signature: 'short' })).status).toBe(401)
    expect(look).not.toHaveBeenCalled()
  })

  it('may have several secrets', async () => {
    const { bot } = botOf(() => ({ channelSecret: ['old', 'new'] }))
    expect(await deliver(bot, one, 'old')).toBe(200)
    expect(await deliver(bot, one, 'new')).toBe(200)
    expect(await deliver(bot, one, 'other')).toBe(401)
  })

  it('are found for bot.handle, with env', async () => {
    const envs: unknown[] = []
    const channels = channelSource((destination, env: { DB: string }) => {
      envs.push(env)
      return registered(destination)
    })
    const bot = createBot({ channels })
    const seen: string[] = []
    bot.on('message:text', (ctx) => seen.push(ctx.destination))
    const body = { destination: one, events: [says('x')] } as never
    await bot.handle(body, { env: { DB: 'db' } })
    expect(seen).toEqual([one])
    expect(envs).toEqual([{ DB: 'db' }])
    await expect(bot.handle({ destination: destinationOf(9), events: [] })).rejects.toThrow(
      'No channel of this bot has the destination',
    )
    await expect(bot.handle([])).rejects.toThrow('No channel of this bot')
  })

  it('are replaced by bot.connect with a secret and a token', async () => {
    const { bot, look } = botOf(registered)
    const local = bot.connect({ channelSecret: 'local', channelAccessToken: 'x' })
    expect(await deliver(local, destinationOf(9), 'local')).toBe(200)
    expect(look).not.toHaveBeenCalled()
  })

  it('work with bot.fetch', async () => {
    const { bot } = botOf(registered)
    const body = bodyFor(one)
    const headers = { 'x-line-signature': sign(body, secretOf(one)) }
    const request = new Request('https://bot.example/', { method: 'POST', body, headers })
    expect((await bot.fetch(request)).status).toBe(200)
  })
})

describe('what was looked up', () => {
  it('is remembered, and looked up again after its time', async () => {
    const clock = new FakeClock()
    const { bot, look } = botOf(registered, { ttl: 1_000, unknownTtl: 500 }, { clock })
    await deliver(bot, one)
    await deliver(bot, one)
    await deliver(bot, destinationOf(3))
    await deliver(bot, destinationOf(3))
    expect(look).toHaveBeenCalledTimes(2)
    await clock.pass(500)
    await deliver(bot, destinationOf(3))
    await deliver(bot, one)
    expect(look).toHaveBeenCalledTimes(3)
    await clock.pass(500)
    await deliver(bot, one)
    expect(look).toHaveBeenCalledTimes(4)
  })

  it('at the same time is looked up once', async () => {
    const found = promise<FoundChannel>()
    const { bot, look } = botOf(() => found.kept)
    const statuses = Array.from({ length: 50 }, () => deliver(bot, one))
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    found.resolve({ channelSecret: secretOf(one) })
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]))
    expect(look).toHaveBeenCalledTimes(1)
  })

  it('is looked up again when a signature does not match, but not for each', async () => {
    const clock = new FakeClock()
    let secret = 'old'
    const { bot, look } = botOf(() => ({ channelSecret: secret }), {}, { clock })
    expect(await deliver(bot, one, 'old')).toBe(200)
    secret = 'new'
    expect(await deliver(bot, one, 'new')).toBe(200)
    expect(await deliver(bot, one, 'old')).toBe(401)
    expect(look).toHaveBeenCalledTimes(2)
    for (let i = 0; i < 100; i++) await deliver(bot, one, 'guessed')
    expect(look).toHaveBeenCalledTimes(2)
    secret = 'newest'
    await clock.pass(10_000)
    expect(await deliver(bot, one, 'newest')).toBe(200)
  })

  it('ends when the channel is gone', async () => {
    const clock = new FakeClock()
    let found: FoundChannel | undefined = { channelSecret: secretOf(one) }
    const { bot } = botOf(() => found, { ttl: 1_000 }, { clock })
    expect(await deliver(bot, one)).toBe(200)
    found = undefined
    await clock.pass(1_000)
    expect(await deliver(bot, one)).toBe(401)
  })

  it('keeps order and duplicates of a channel that is forgotten or changed', async () => {
    const clock = new FakeClock()
    let secret = 'a'
    const lookUp: LookUp = (destination) => ({
      channelSecret: destination === one ? secret : secretOf(destination),
    })
    const gate = promise()
    const { bot, handled } = botOf(lookUp, { max: 10, ttl: 1_000, lookUps: 1_000 }, { clock })
    bot.use(async (ctx, next) => {
      if (ctx.destination === one && ctx.event.type === 'message') {
        handled.push('began')
        await gate.kept
      }
      await next()
    })
    const first = says('first')
    const slow = deliver(bot, one, 'a', first)
    await vi.waitFor(() => expect(handled).toEqual(['began']))
    // Many others, and a new secret: the event under way is still known.
    for (let i = 10; i < 60; i++) await deliver(bot, destinationOf(i))
    await clock.pass(1_000)
    secret = 'b'
    const second = deliver(bot, one, 'b', says('second'))
    await turn()
    expect(handled.filter((entry) => entry === 'began')).toHaveLength(1)
    gate.resolve()
    expect(await slow).toBe(200)
    expect(await second).toBe(200)
    const texts = handled.filter((entry) => entry.startsWith(one))
    expect(texts).toEqual([`${one}: first`, `${one}: second`])
    // Forgotten now, and the first event comes again.
    for (let i = 10; i < 60; i++) await deliver(bot, destinationOf(i))
    expect(await deliver(bot, one, 'b', first)).toBe(200)
    expect(handled.filter((entry) => entry.startsWith(one))).toHaveLength(2)
  })

  it('keeps the client, and so its tokens, as long as it is the same', async () => {
    const clock = new FakeClock()
    const issue = vi.fn(() => Promise.resolve({ token: 'issued', expiresIn: 86_400 }))
    const source = { issue }
    const { bot } = botOf(
      () => ({ channelSecret: [secretOf(one)], channelAccessToken: source }),
      { ttl: 1_000 },
      { clock },
    )
    bot.use(async (ctx) => {
      if (ctx.canReply()) await ctx.reply('yes')
    })
    await deliver(bot, one)
    await clock.pass(1_000)
    await deliver(bot, one)
    expect(issue).toHaveBeenCalledTimes(1)
  })
})

describe('a look-up that fails', () => {
  it.each<[string, LookUp]>([
    [
      'throws',
      () => {
        throw new Error('postgres://bot:hunter2@db is away')
      },
    ],
    ['rejects', () => Promise.reject(new Error('postgres://bot:hunter2@db is away'))],
    ['returns a text', () => 'secret hunter2' as never],
  ])('because it %s is answered with 503, so that LINE comes again', async (_, lookUp) => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { bot, warnings } = botOf(lookUp)
    expect(await deliver(bot, one, 'hunter2')).toBe(503)
    expect(warnings).toEqual(['channel_unavailable'])
    expect(String(print.mock.calls)).toContain('channel')
    expect(String(print.mock.calls)).not.toContain('hunter2')
    print.mockRestore()
  })

  it.each<[string, FoundChannel]>([
    ['an empty secret', { channelSecret: '' }],
    ['no secret', {} as never],
    ['a misspelt property', { channelSecret: 'hunter2', channelAcessToken: 'hunter2' } as never],
    ['a client', { channelSecret: 'hunter2', client: {} } as never],
  ])('because it returns %s is answered with 500', async (_, found) => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { bot } = botOf(() => found)
    expect(await deliver(bot, one, 'hunter2')).toBe(500)
    expect(String(print.mock.calls)).not.toContain('hunter2')
    print.mockRestore()
  })

  it('because it takes too long is answered with 503, and tried again', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const clock = new FakeClock()
    let answer: Promise<FoundChannel> = new Promise(() => undefined)
    const { bot, look } = botOf(() => answer, { timeout: 300 }, { clock })
    const status = deliver(bot, one)
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    await clock.pass(300)
    expect(await status).toBe(503)
    answer = Promise.resolve({ channelSecret: secretOf(one) })
    expect(await deliver(bot, one)).toBe(200)
    print.mockRestore()
  })
})

describe('many channels', () => {
  it('1,000 at run time have each its own secret', async () => {
    const { bot, look, handled } = botOf(
      (destination) => ({ channelSecret: secretOf(destination) }),
      { lookUps: 1_000 },
    )
    const all = Array.from({ length: 1_000 }, (_, i) => destinationOf(i))
    for (const round of [1, 2]) {
      const statuses = await Promise.all(all.map((destination) => deliver(bot, destination)))
      expect(new Set(statuses)).toEqual(new Set([200]))
      expect(handled).toHaveLength(round * 1_000)
    }
    expect(look).toHaveBeenCalledTimes(1_000)
    for (const i of [0, 500, 999])
      expect(await deliver(bot, all[i]!, secretOf(all[(i + 1) % 1_000]!))).toBe(401)
  })

  it('10,000 invented destinations cause few look-ups, and stop no channel that is known', async () => {
    const clock = new FakeClock()
    const { bot, look } = botOf(registered, { lookUps: 20 }, { clock })
    expect(await deliver(bot, one)).toBe(200)
    const statuses = Array.from({ length: 10_000 }, (_, i) =>
      deliver(bot, destinationOf(i + 100), 'guessed'),
    )
    // 20 at once, 20 in the second that others wait at most, and one of the known channel.
    await clock.sleeping(20)
    expect(await deliver(bot, one)).toBe(200)
    await clock.pass(1_000)
    const all = await Promise.all(statuses)
    expect(all.filter((status) => status === 401)).toHaveLength(39)
    expect(all.filter((status) => status === 503)).toHaveLength(10_000 - 39)
    expect(look).toHaveBeenCalledTimes(40)
    // A channel that is looked up again has a limit of its own.
    await clock.pass(300_000)
    const flood = Array.from({ length: 1_000 }, (_, i) =>
      deliver(bot, destinationOf(i + 50_000), 'x'),
    )
    expect(await deliver(bot, one)).toBe(200)
    await clock.pass(1_000)
    await Promise.all(flood)
  })

  it('unknown ones and known ones are remembered up to a bound', async () => {
    const clock = new FakeClock()
    const { bot, look } = botOf(
      (destination) =>
        destination < destinationOf(1_000) ? { channelSecret: secretOf(destination) } : undefined,
      { max: 100, lookUps: 100_000, ttl: 1e9, unknownTtl: 1e9 },
      { clock },
    )
    for (let i = 0; i < 300; i++) await deliver(bot, destinationOf(i))
    for (let i = 200; i < 300; i++) await deliver(bot, destinationOf(i))
    expect(look).toHaveBeenCalledTimes(300)
    await deliver(bot, destinationOf(0))
    expect(look).toHaveBeenCalledTimes(301)
    for (let i = 0; i < 10_001; i++) await deliver(bot, destinationOf(i + 5_000), 'x')
    look.mockClear()
    await deliver(bot, destinationOf(15_000), 'x')
    expect(look).not.toHaveBeenCalled()
    await deliver(bot, destinationOf(5_000), 'x')
    expect(look).toHaveBeenCalledTimes(1)
  })
})

describe('options', () => {
  it.each([
    [undefined, {}, 'channelSource: undefined is not permitted. Use a function'],
    [registered, { max: 1 }, 'channelSource: max: 1 is not permitted'],
    [registered, { ttl: 0 }, 'channelSource: ttl: 0 is not permitted'],
    [registered, { lookups: 5 }, 'Did you mean lookUps?'],
  ])('%s, %j are refused', (lookUp, options, text) => {
    expect(() => channelSource(lookUp as never, options as never)).toThrow(text)
  })

  it('a function alone is refused with the name of channelSource', () => {
    expect(() => createBot({ channels: registered as never })).toThrow(
      'Use an array, or channelSource(…) of fukidashi/channels.',
    )
  })

  it('a secret beside it is warned of', () => {
    const warnings: string[] = []
    createBot({
      channelSecret: 'x',
      channels: channelSource(registered),
      onWarning: ({ code }) => warnings.push(code),
    })
    expect(warnings).toEqual(['channel_ignored'])
  })
})
