import { expect, it } from 'vitest'
import { memoryStore, storeContract } from 'fukidashi/store'
import { FakeClock } from 'fukidashi/testing'

const clock = new FakeClock()
const pass = (ms: number) => {
  clock.advance(ms)
  return Promise.resolve()
}
for (const { name, run } of storeContract(() => shared, { pass })) it(name, run)
const shared = memoryStore({ clock })

it('keeps at most as many values as permitted, the newest', async () => {
  const store = memoryStore({ max: 2 })
  for (const n of [1, 2, 3]) await store.set(`${n}`, n, { ttl: 1000 })
  expect(await store.get('1')).toBeUndefined()
  expect((await store.get('3'))?.value).toBe(3)
})

it('deletes a tenth of its values at once, the oldest, and no claim that is in force', async () => {
  const store = memoryStore({ max: 20 })
  for (let n = 1; n <= 21; n++) {
    await store.set(`${n}`, n, { ttl: 1000 })
    await store.claim(`${n}`, 'a', 1000).catch(() => undefined)
  }
  const values = await Promise.all(['3', '4', '21'].map((key) => store.get(key)))
  expect(values.map((stored) => stored?.value)).toEqual([undefined, 4, 21])
  for (let n = 1; n <= 20; n++) expect(await store.claim(`${n}`, 'b', 1000)).toBe('busy')
})

it('keeps every lease that is in force, and says so when there is no room', async () => {
  const store = memoryStore({ max: 2 })
  await store.claim('done', 'a', 1000)
  await store.done('done', 'a', 1000)
  await store.claim('1', 'a', 1000)
  await store.claim('2', 'a', 1000)
  expect(await store.claim('1', 'b', 1000)).toBe('busy')
  await expect(store.claim('3', 'b', 1000)).rejects.toMatchObject({
    code: 'store_full',
    message: expect.stringContaining('memoryStore({ max })') as string,
  })
  expect(await store.claim('2', 'b', 1000)).toBe('busy')
  await store.release('2', 'a')
  expect(await store.claim('3', 'b', 1000)).toBe('mine')
})

it.each([
  [{ max: 0 }, 'max: 0 is not permitted. Use a whole number from 1 to 10000000.'],
  [{ max: '10' }, "max: the text '10' is not permitted."],
  [{ size: 5 }, 'size is not an option.'],
  [null, 'options: null is not permitted.'],
])('refuses %j', (options, text) => {
  expect(() => memoryStore(options as never)).toThrow(text)
})
