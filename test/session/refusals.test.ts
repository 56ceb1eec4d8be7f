import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { session } from '../../src/session/index.js'
import { memoryStore } from '../../src/store/index.js'
import { aki, destination } from '../webhook/support.js'
import { carts, type Work } from './support.js'

describe('what the schema refuses', () => {
  it('is not written, and the error names the field', async () => {
    const { during, store } = carts()
    for (const work of [
      ({ session }) => session.set({ teas: 'Sencha' } as never),
      ({ session }) => session.update(() => ({ teas: [1] }) as never),
      ({ session }) => session.set({ teas: undefined }),
    ] as Work[]) {
      const error = await during(work)
      expect(error).toMatchObject({ name: 'SessionError', code: 'session_invalid' })
      expect(String(error)).toMatch(/teas.*Nothing was written/)
    }
    expect(await store.forget(aki)).toBe(0)
  })

  it('is an error when it is read, and nothing is lost', async () => {
    const { during, store } = carts()
    const key = `session:${destination}:user:${aki}`
    await store.set(key, { teas: 'old' }, { ttl: 1_000 })
    const error = await during(({ session }) => session.get())
    expect(error).toMatchObject({ code: 'session_invalid' })
    expect(String(error)).toMatch(/stored session: teas.*migrate/)
    expect(await during(({ session }) => session.set({ name: 'x' }))).toMatchObject({
      code: 'session_invalid',
    })
    expect((await store.get(key))!.value).toEqual({ teas: 'old' })
    await during(({ session }) => session.clear())
    expect(await during(({ session }) => session.get())).toEqual({ teas: [] })
  })

  it('is converted by migrate', async () => {
    const { during, store } = carts({
      migrate: (stored) => ({ teas: [(stored as { teas: string }).teas] }),
    })
    await store.set(`session:${destination}:user:${aki}`, { teas: 'old' }, { ttl: 1_000 })
    expect(await during(({ session }) => session.get())).toEqual({ teas: ['old'] })
    expect(await during(({ session }) => session.set({ name: 'new' }))).toEqual({
      teas: ['old'],
      name: 'new',
    })
  })

  it('of migrate is an error too', async () => {
    const { during, store } = carts({ migrate: () => ({ teas: 1 }) as never })
    await store.set(`session:${destination}:user:${aki}`, { teas: 'old' }, { ttl: 1_000 })
    const error = await during(({ session }) => session.get())
    expect(String(error)).toMatch(/teas.*It is what migrate has returned/)
  })

  it('of an initial value is an error', async () => {
    const { during } = carts({ initial: {} as never })
    expect(String(await during(({ session }) => session.get()))).toMatch(/initial data: .*teas/)
  })

  it.each([
    ['a bigint', { name: 1n }],
    ['an array', []],
    ['a text', 'x'],
  ])('or %s is an error', async (_, value) => {
    const { during } = carts()
    expect(await during(({ session }) => session.set(value as never))).toMatchObject({
      code: 'session_invalid',
    })
    expect(await during(({ session }) => session.update(() => value as never))).toMatchObject({
      code: 'session_invalid',
    })
  })

  it('by an asynchronous schema is noticed', async () => {
    const schema = v.pipeAsync(
      v.object({ name: v.optional(v.string()) }),
      v.checkAsync(async ({ name }) => Promise.resolve(name !== 'no'), 'not this name'),
    )
    const sessions = session({ schema })
    const opened = sessions.open({ store: memoryStore(), destination, userId: aki })
    await opened.set({ name: 'yes' })
    await expect(opened.set({ name: 'no' })).rejects.toThrow('not this name')
  })

  it('or a function that returns a promise is an error', async () => {
    const { during } = carts()
    const error = await during(({ session }) =>
      session.update((() => Promise.resolve({})) as never),
    )
    expect(String(error)).toContain('await what it needs before')
  })
})
