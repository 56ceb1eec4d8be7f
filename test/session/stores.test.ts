import { describe, expect, it, vi } from 'vitest'
import { session } from '../../src/session/index.js'
import { createStore, memoryStore, type StoreAdapter } from '../../src/store/index.js'
import { createBot } from '../../src/webhook/index.js'
import { aki, destination, FakeClock, Notebook, promise, says, secret } from '../webhook/support.js'
import { cart, carts } from './support.js'

describe('the store', () => {
  it('is the memory of the process, with a warning, if there is none', async () => {
    const without = session({ schema: cart, initial: { teas: [] } })
    const codes: string[] = []
    const alone = createBot({
      channelSecret: secret,
      client: new Notebook(),
      session: without,
      onWarning: ({ code }) => codes.push(code),
    })
    const seen: unknown[] = []
    alone.on('message:text', async ({ session }) => {
      seen.push(await session.get())
      await session.set({ name: 'x' })
    })
    await alone.handle([says('a')] as never, { destination })
    await alone.handle([says('b')] as never, { destination })
    expect(seen).toEqual([{ teas: [] }, { teas: [], name: 'x' }])
    expect(codes).toEqual(['store_not_shared'])
  })

  it('that fails or does not answer is store_unavailable', async () => {
    const store = memoryStore()
    const fails = {
      ...store,
      get: () => Promise.reject(new Error('redis://:hunter2@host is away')),
    }
    const { during, warnings } = carts({}, fails)
    const error = await during(({ session }) => session.get())
    expect(error).toMatchObject({ code: 'store_unavailable' })
    expect(String(error)).not.toContain('hunter2')
    expect(warnings).toContain('store_unavailable')
  })

  it('has a time limit', async () => {
    const clock = new FakeClock()
    const asked = promise()
    const store = Object.assign(memoryStore({ clock }), {
      set: () => {
        asked.resolve()
        return new Promise<never>(() => undefined)
      },
    })
    const bot = createBot({
      channelSecret: secret,
      client: new Notebook(),
      store,
      clock,
      dedupe: { timeout: 300 },
      session: session({ schema: cart, initial: { teas: [] } }),
      onWarning: () => undefined,
    })
    bot.catch(() => undefined)
    bot.on('message:text', ({ session }) => session.set({ name: 'x' }))
    const reports = bot.handle([says('a')] as never, { destination })
    await asked.kept
    await clock.pass(300)
    expect(await reports).toMatchObject([
      { outcome: 'failed', error: { code: 'store_unavailable' } },
    ])
  })

  it('is a function of env, on platforms that pass one', async () => {
    const stores = new Map<object, StoreAdapter>()
    const bot = createBot({
      channelSecret: secret,
      client: new Notebook(),
      store: (env: { STORE: ReturnType<typeof memoryStore> }) => env.STORE,
      session: session({ schema: cart, initial: { teas: [] } }),
    })
    bot.on('message:text', ({ session }) => session.set({ name: 'x' }))
    for (const env of [{ STORE: memoryStore() }, { STORE: memoryStore() }]) {
      stores.set(env, env.STORE)
      await bot.handle([says('a')] as never, { destination, env })
    }
    for (const store of stores.values()) expect(await store.forget(aki)).toBe(1)
  })

  it('is asked for nothing by events that use no session', async () => {
    const store = memoryStore()
    const get = vi.spyOn(store, 'get')
    await carts({}, store).during(() => 1)
    expect(get).not.toHaveBeenCalled()
  })
})

describe('a process that has lost the event', () => {
  it('writes nothing', async () => {
    const clock = new FakeClock()
    // By its contract, as if other processes had it.
    const store = createStore({ ...memoryStore({ clock }) })
    const bot = createBot({
      channelSecret: secret,
      client: new Notebook(),
      store,
      clock,
      lease: 3_000,
      session: session({ schema: cart, initial: { teas: [] } }),
    })
    const errors: unknown[] = []
    bot.catch((error) => errors.push(error))
    bot.on('message:text', async ({ session }) => {
      await session.get()
      // The process stops.
      const { now } = clock
      clock.now = () => now() + 60_000
      for (const write of [
        () => session.set({ name: 'late' }),
        () => session.update((s) => ({ ...s, name: 'late' })),
        () => session.clear(),
      ])
        await expect(write()).rejects.toMatchObject({ code: 'lease_lost' })
      clock.now = now
    })
    await store.set(`session:${destination}:user:${aki}`, { teas: ['kept'] }, { ttl: 90_000 })
    await bot.handle([says('a')] as never, { destination })
    const kept = await store.get(`session:${destination}:user:${aki}`)
    expect(kept!.value).toEqual({ teas: ['kept'] })
  })
})
