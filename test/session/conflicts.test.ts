import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { session } from '../../src/session/index.js'
import { memoryStore, type StoreAdapter } from '../../src/store/index.js'
import { createBot } from '../../src/webhook/index.js'
import { aki, destination, Notebook, says, secret, team, turn } from '../webhook/support.js'
import { type Cart, cart, carts, raced } from './support.js'

describe('when another process writes at the same time', () => {
  const writes = (fields: Partial<Cart>) => (store: StoreAdapter, key: string) =>
    store.set(key, { teas: [], ...fields }, { ttl: 1_000 })

  it('update is repeated with what the other one wrote', async () => {
    const { during } = carts({}, raced(writes({ teas: ['theirs'] })))
    let runs = 0
    const result = await during(({ session }) =>
      session.update((s) => {
        runs++
        return { ...s, teas: [...s.teas, 'mine'] }
      }),
    )
    expect(result).toEqual({ teas: ['theirs', 'mine'] })
    expect(runs).toBe(2)
  })

  it('set keeps the fields of the other one', async () => {
    const { during } = carts({}, raced(writes({ teas: ['theirs'] })))
    const result = await during(async ({ session }) => {
      const data = await session.get()
      // The whole object: only what is changed counts.
      return session.set({ ...data, name: 'mine' })
    })
    expect(result).toEqual({ teas: ['theirs'], name: 'mine' })
  })

  it('set of the same field is a conflict that names it', async () => {
    const { during, store } = carts({}, raced(writes({ name: 'theirs' })))
    const error = await during(({ session }) => session.set({ name: 'mine', teas: ['mine'] }))
    expect(error).toMatchObject({ code: 'session_conflict', fields: ['name'] })
    expect(String(error)).toContain('another process has changed name meanwhile')
    const stored = await store.get(`session:${destination}:user:${aki}`)
    expect(stored!.value).toEqual({ teas: [], name: 'theirs' })
  })

  it('set of the same field with the same value is none', async () => {
    const { during } = carts({}, raced(writes({ name: 'same' })))
    expect(await during(({ session }) => session.set({ name: 'same' }))).toMatchObject({
      name: 'same',
    })
  })

  it('a field that the other one deleted and this one changed is a conflict', async () => {
    const { during } = carts(
      {},
      raced((store, key) => store.delete(key)),
    )
    const before = await carts().during(({ session }) => session.get())
    expect(before).toEqual({ teas: [] })
    const error = await during(async ({ session }) => {
      await session.get()
      return session.set({ teas: ['mine'] })
    })
    // Deleting what was not there changes nothing.
    expect(error).toEqual({ teas: ['mine'] })
  })

  it('gives up after many tries, and says so', async () => {
    const store = memoryStore()
    const busy = { ...store, set: () => Promise.resolve(undefined) }
    const bot = session({ schema: cart, initial: { teas: [] } })
    const clock = { now: () => 0, sleep: () => Promise.resolve(), after: () => () => undefined }
    const opened = bot.open({ store: busy, destination, userId: aki, clock })
    await expect(opened.update((s) => ({ ...s, name: 'x' }))).rejects.toMatchObject({
      code: 'session_conflict',
    })
  })

  it('100 members of a group at once all count', async () => {
    const counter = z.object({ count: z.number().default(0) })
    const sessions = session({ schema: counter, per: 'chat' })
    const bot = createBot({
      channelSecret: secret,
      client: new Notebook(),
      store: memoryStore(),
      session: sessions,
      onWarning: () => undefined,
    })
    bot.on('message:text', async ({ session }) => {
      await session.get()
      await turn()
      await session.update((s) => ({ count: s.count + 1 }))
    })
    const events = Array.from({ length: 100 }, (_, i) =>
      says('x', {
        source: { type: 'group', groupId: team, userId: `U${String(i).padStart(32, '0')}` },
      }),
    )
    const reports = await bot.handle(events as never, { destination })
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(['handled']))
    let count: unknown
    bot.default(async ({ session }) => {
      count = await session.get()
    })
    await bot.handle(
      [
        says('y', { type: 'join', message: undefined, source: { type: 'group', groupId: team } }),
      ] as never,
      { destination },
    )
    expect(count).toEqual({ count: 100 })
  })
})

describe('defaults of a schema', () => {
  const schema = z.object({ count: z.number().default(0), name: z.string().optional() })

  it('need no initial data, and are no change that conflicts', async () => {
    const store = raced((other, key) => other.set(key, { count: 5 }, { ttl: 1_000 }))
    const opened = session({ schema }).open({ store, destination, userId: aki })
    const data = await opened.get()
    expect(data).toEqual({ count: 0 })
    expect(await opened.set({ ...data, name: 'mine' })).toEqual({ count: 5, name: 'mine' })
  })
})
