import { describe, expect, it, vi } from 'vitest'
import { session, SessionError } from '../../src/session/index.js'
import { memoryStore } from '../../src/store/index.js'
import { createBot } from '../../src/webhook/index.js'
import { aki, ben, FakeClock, Notebook, says, secret, team } from '../webhook/support.js'
import { type Cart, cart, carts, inGroup, type Work } from './support.js'

const ofBen = { source: { type: 'user', userId: ben } }

describe('ctx.session', () => {
  it('begins with the initial data, and keeps what handlers write', async () => {
    const { during } = carts()
    expect(await during(({ session }) => session.get())).toEqual({ teas: [] })
    const add = ({ session }: Parameters<Work>[0]) =>
      session.update((s) => ({ ...s, teas: [...s.teas, 'Sencha'] }))
    expect(await during(add)).toEqual({ teas: ['Sencha'] })
    expect(await during(add)).toEqual({ teas: ['Sencha', 'Sencha'] })
    expect(await during((ctx) => ctx.session.get())).toEqual({ teas: ['Sencha', 'Sencha'] })
  })

  it('takes a change of the data instead of new data', async () => {
    const { during } = carts()
    await during(({ session }) =>
      session.update((s) => {
        s.teas.push('Hojicha')
      }),
    )
    expect(await during(({ session }) => session.get())).toEqual({ teas: ['Hojicha'] })
  })

  it('writes what is not awaited before the event ends, in order', async () => {
    const { during } = carts()
    await during(({ session }) => {
      void session.set({ name: 'A' })
      void session.set({ name: 'B' })
      void session.update((s) => ({ ...s, teas: [s.name!] }))
    })
    expect(await during(({ session }) => session.get())).toEqual({ teas: ['B'], name: 'B' })
  })

  it('gives copies, so that changes without a write change nothing', async () => {
    const { during } = carts()
    await during(async ({ session }) => {
      const data = await session.get()
      data.teas.push('never written')
      expect(await session.get()).toEqual({ teas: [] })
    })
  })

  it('is the same in all chats of a user, and another one for each user and each channel', async () => {
    const { during } = carts()
    await during(({ session }) => session.set({ name: 'Aki' }))
    const name = async (fields?: object, to?: string) =>
      ((await during(({ session }) => session.get(), fields, to)) as Cart).name
    expect(await name(inGroup)).toBe('Aki')
    expect(await name(ofBen)).toBeUndefined()
    expect(await name({}, `U${'9'.repeat(32)}`)).toBeUndefined()
  })

  it('of chats is shared by a group', async () => {
    const { during, store } = carts({ per: 'chat' })
    await during(({ session }) => session.set({ name: 'Team' }), inGroup)
    const byBen = { source: { type: 'group', groupId: team, userId: ben } }
    expect(await during(({ session }) => session.get(), byBen)).toMatchObject({ name: 'Team' })
    expect(await during(({ session }) => session.get())).toEqual({ teas: [] })
    // The data is the group's, and not that of the member who wrote it.
    expect(await store.forget(aki)).toBe(0)
    expect(await store.forget(team)).toBe(1)
  })

  it('is erased by store.forget and clear', async () => {
    const { during, store } = carts()
    await during(({ session }) => session.set({ name: 'Aki' }))
    expect(await store.forget(aki)).toBe(1)
    expect(await during(({ session }) => session.get())).toEqual({ teas: [] })
    await during(({ session }) => session.set({ name: 'Aki' }))
    await during(async ({ session }) => {
      await session.clear()
      expect(await session.get()).toEqual({ teas: [] })
    })
    expect(await store.forget(aki)).toBe(0)
  })

  it('ends after its time to live, counted from the last write', async () => {
    const clock = new FakeClock()
    const { during } = carts({ ttl: 1_000 }, memoryStore({ clock }))
    await during(({ session }) => session.set({ name: 'Aki' }))
    await clock.pass(900)
    await during(({ session }) => session.set({ teas: ['Sencha'] }))
    await clock.pass(900)
    expect(await during(({ session }) => session.get())).toMatchObject({ name: 'Aki' })
    await clock.pass(100)
    expect(await during(({ session }) => session.get())).toEqual({ teas: [] })
  })

  it.each<[string, Work]>([
    ['set', ({ session }) => session.set({ name: 'Aki' })],
    ['set without fields', ({ session }) => session.set({})],
    ['update', ({ session }) => session.update((s) => s)],
  ])('is kept longer after %s that changes nothing', async (_, write) => {
    const clock = new FakeClock()
    const { during } = carts({ ttl: 1_000 }, memoryStore({ clock }))
    await during(({ session }) => session.set({ name: 'Aki' }))
    await clock.pass(900)
    expect(await during(write)).toEqual({ teas: [], name: 'Aki' })
    await clock.pass(900)
    expect(await during(({ session }) => session.get())).toMatchObject({ name: 'Aki' })
  })

  it('that does not exist is not made by a set that changes nothing', async () => {
    const { during, store } = carts()
    await during(({ session }) => session.set({ teas: [], name: undefined }))
    expect(await store.forget(aki)).toBe(0)
  })

  it('is read once for each event', async () => {
    const store = memoryStore()
    const get = vi.spyOn(store, 'get')
    const { during } = carts({}, store)
    await during(async ({ session }) => {
      await session.get()
      await session.get()
      await session.update((s) => ({ ...s, name: 'A' }))
    })
    expect(get).toHaveBeenCalledTimes(1)
  })

  it('of a bot without the option is undefined', async () => {
    const bot = createBot({ channelSecret: secret, client: new Notebook() })
    let found: unknown = 'nothing'
    bot.on('message:text', (ctx) => {
      found = ctx.session
    })
    await bot.handle([says('x')] as never)
    expect(found).toBeUndefined()
  })
})

describe('an event without a place for a session', () => {
  it('is an error that says what is missing', async () => {
    const { during } = carts()
    const nobody = { source: { type: 'group', groupId: team } }
    const error = await during(({ session }) => session.get(), nobody)
    expect(error).toBeInstanceOf(SessionError)
    expect(error).toMatchObject({ code: 'user_missing' })
    const perChat = carts({ per: 'chat' })
    expect(
      await perChat.during(({ session }) => session.get(), { source: undefined }),
    ).toMatchObject({
      code: 'chat_missing',
    })
    expect(await during(({ session }) => session.get(), {}, '')).toMatchObject({
      code: 'destination_missing',
    })
  })
})

describe('options', () => {
  it.each([
    [{}, 'session({ schema }): undefined is not permitted'],
    [{ schema: {} }, 'session({ schema }): an object is not permitted'],
    [{ schema: cart, ttl: 0 }, 'session.ttl: 0 is not permitted'],
    [{ schema: cart, per: 'group' }, "Use 'user' or 'chat'"],
    [{ schema: cart, migrate: {} }, 'session({ migrate }): an object is not permitted'],
    [{ schema: cart, tll: 1 }, 'Did you mean ttl?'],
  ])('%j are refused', (options, text) => {
    expect(() => session(options as never)).toThrow(text)
  })

  it('that are not sessions are refused by the bot', () => {
    for (const wrong of [{ schema: cart }, cart, 'x', true])
      expect(() => createBot({ session: wrong as never })).toThrow(
        'session: use session({ schema }), of fukidashi/session.',
      )
  })

  it('lease and whenStoreIsAway without a store are refused', () => {
    for (const options of [
      { lease: 5_000 },
      { whenStoreIsAway: 'refuse' },
      { store: memoryStore(), dedupe: false, lease: 5_000 },
    ] as const)
      expect(() => createBot(options)).toThrow('lease and whenStoreIsAway need a store')
  })
})
