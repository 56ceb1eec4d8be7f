import { describe, expect, it, vi } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { memoryStore, sharedToken, type StoreAdapter } from '../../src/store/index.js'
import { FakeClock } from '../webhook/support.js'

/** Clients of several processes, with the tokens that LINE has issued and refuses. */
function processes(store: StoreAdapter = memoryStore(), clock = new FakeClock()) {
  const issued: string[] = []
  const used: string[] = []
  const refused = new Set<string>()
  const away: string[] = []
  const source = {
    issue: vi.fn(() => {
      issued.push(`token-${issued.length + 1}`)
      return Promise.resolve({ token: issued.at(-1)!, expiresIn: 3_600 })
    }),
  }
  const client = () =>
    new LineClient({
      channelAccessToken: sharedToken(source, {
        store,
        key: '1234567890',
        onAway: (why) => away.push(why),
      }),
      clock,
      retry: false,
      fetch: (_, init) => {
        const token = new Headers(init.headers).get('authorization')!.replace('Bearer ', '')
        used.push(token)
        return Promise.resolve(
          refused.has(token)
            ? Response.json({ message: 'invalid token' }, { status: 401 })
            : Response.json({ userId: 'U1', displayName: 'Bot' }),
        )
      },
    })
  return { client, source, issued, used, refused, away, clock }
}

describe('a token of several processes', () => {
  it('is issued once, and used by all', async () => {
    const { client, issued, used } = processes()
    for (let i = 0; i < 30; i++) await client().bot.info()
    expect(issued).toEqual(['token-1'])
    expect(new Set(used)).toEqual(new Set(['token-1']))
  })

  it('is issued once when all start at the same time', async () => {
    const { client, issued, clock } = processes()
    const calls = Promise.all(Array.from({ length: 30 }, () => client().bot.info()))
    await vi.waitFor(() => expect(issued).toHaveLength(1))
    await clock.pass(1_000)
    await calls
    expect(issued).toHaveLength(1)
  })

  it('is replaced once before it expires', async () => {
    const { client, issued, clock } = processes()
    const [one, two] = [client(), client()]
    await one.bot.info()
    await two.bot.info()
    await clock.pass(3_200_000)
    await one.bot.info()
    expect(issued).toHaveLength(1)
    await clock.pass(200_000)
    await one.bot.info()
    await two.bot.info()
    expect(issued).toHaveLength(2)
  })

  it('that LINE refuses is replaced once, and not by each process', async () => {
    const { client, issued, refused, clock, used } = processes()
    const all = Array.from({ length: 10 }, () => client())
    for (const each of all) await each.bot.info()
    await clock.pass(60_000)
    refused.add('token-1')
    for (const each of all) await each.bot.info()
    expect(issued).toEqual(['token-1', 'token-2'])
    expect(used.slice(-1)).toEqual(['token-2'])
  })

  it('that LINE refuses again and again is not requested again and again', async () => {
    const { client, issued, refused } = processes()
    for (let i = 1; i <= 20; i++) refused.add(`token-${i}`)
    for (let i = 0; i < 10; i++) await expect(client().bot.info()).rejects.not.toThrow(/token-\d/)
    expect(issued).toHaveLength(1)
  })

  it('is not issued by all when one of them fails', async () => {
    const { client, source, issued } = processes()
    source.issue.mockImplementationOnce(() => Promise.reject(new Error('LINE is away')))
    await expect(client().bot.info()).rejects.toThrow('LINE is away')
    await client().bot.info()
    expect(issued).toHaveLength(1)
  })
})

describe('while the store is away', () => {
  it('each process has a token of its own, and says so', async () => {
    const store = { ...memoryStore(), get: () => Promise.reject(new Error('no connection')) }
    const { client, issued, away } = processes(store)
    const [one, two] = [client(), client()]
    for (let i = 0; i < 5; i++) {
      await one.bot.info()
      await two.bot.info()
    }
    expect(issued).toHaveLength(2)
    expect(away[0]).toBe('fails: no connection')
  })

  it('that does not answer is given up after a second', async () => {
    const claim = vi.fn(() => new Promise<never>(() => undefined))
    const store = { ...memoryStore(), claim }
    const { client, issued, clock } = processes(store)
    const info = client().bot.info()
    await vi.waitFor(() => expect(claim).toHaveBeenCalled())
    await clock.pass(1_000)
    await info
    expect(issued).toHaveLength(1)
  })
})

it('uses nothing else that lies under its key', async () => {
  const store = memoryStore()
  await store.set('token:1234567890', { token: 5 }, { ttl: 60_000 })
  const { client, used } = processes(store)
  await client().bot.info()
  expect(used).toEqual(['token-1'])
})

it.each([
  [undefined, {}, 'undefined is not permitted. Use a source'],
  [{ issue: () => 1 }, { store: memoryStore() }, 'key: undefined is not permitted'],
  [{ issue: () => 1 }, { store: {}, key: '1' }, 'store: use redisStore(client)'],
  [{ issue: () => 1 }, { store: memoryStore(), kye: '1' }, 'kye is not an option'],
])('refuses %o with %o', (source, options, text) => {
  expect(() => sharedToken(source as never, options as never)).toThrow(`sharedToken: ${text}`)
})
