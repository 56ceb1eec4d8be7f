/** Tests that every store passes, for the stores of this library and for those of users. */
import { type ContractTest, long, same, wait } from '../common/contract-test.js'
import type { Claim, StoreAdapter } from './adapter.js'

/** Options of {@link storeContract}. */
export interface ContractOptions {
  /** Lets time pass for the store. Waits by default; a store with a clock of its own can advance that. */
  pass?: (ms: number) => Promise<void>
  /** Milliseconds of the leases that run out in a test. 300 by default; more for a slow store. */
  leaseMs?: number
}

const counted = (claims: readonly Claim[]) => ({
  mine: claims.filter((claim) => claim === 'mine').length,
  busy: claims.filter((claim) => claim === 'busy').length,
  done: claims.filter((claim) => claim === 'done').length,
})

/**
 * Tests of a store. Each test uses keys of its own, so the store may have been used before.
 *
 * @param make - makes the store, or a second instance of the same store; called for each test
 *
 * @example
 * import { test } from 'node:test'
 * for (const { name, run } of storeContract(() => memoryStore())) test(name, run)
 */
export function storeContract(
  make: () => StoreAdapter | Promise<StoreAdapter>,
  { pass = wait, leaseMs = 300 }: ContractOptions = {},
): ContractTest[] {
  const run = crypto.randomUUID()
  let used = 0
  /** A key, or the id of a user, of this test only. */
  const fresh = () => `${run}-${used++}`
  const test = (
    name: string,
    body: (store: StoreAdapter, key: string) => Promise<void>,
  ): ContractTest => ({
    name,
    run: async () => body(await make(), fresh()),
  })
  const leaseOver = () => pass(leaseMs + 50)

  return [
    test('a claim is for one owner', async (store, key) => {
      same(await store.claim(key, 'a', long), 'mine', 'the first claim')
      same(await store.claim(key, 'b', long), 'busy', 'a claim of another owner')
      same(await store.claim(key, 'a', long), 'mine', 'a second claim of the same owner')
      same(await store.claim(fresh(), 'b', long), 'mine', 'a claim of another key')
    }),
    test('of many claims at once one is mine', async (store, key) => {
      const owners = Array.from({ length: 20 }, (_, i) => `owner ${i}`)
      const claims = await Promise.all(owners.map((owner) => store.claim(key, owner, long)))
      same(counted(claims), { mine: 1, busy: 19, done: 0 }, '20 claims')
    }),
    test('instances share their claims', async (store, key) => {
      const other = await make()
      same(await store.claim(key, 'a', long), 'mine', 'the first claim')
      same(await other.claim(key, 'b', long), 'busy', 'a claim by another instance')
      same(await store.done(key, 'a', long), true, 'done')
      same(await other.claim(key, 'b', long), 'done', 'a claim after the work')
    }),
    test('what is done is not done again', async (store, key) => {
      await store.claim(key, 'a', long)
      same(await store.done(key, 'a', long), true, 'done')
      same(await store.claim(key, 'b', long), 'done', 'a claim of another owner')
      same(await store.claim(key, 'a', long), 'done', 'a claim of the same owner')
      same(await store.done(key, 'a', long), true, 'done, a second time')
      same(await store.done(key, 'b', long), false, 'done, by another owner')
      same(await store.release(key, 'a'), false, 'release')
      same(await store.renew(key, 'a', long), false, 'renew')
      same(await store.claim(key, 'b', long), 'done', 'a claim at the end')
    }),
    test('done is kept for its time', async (store, key) => {
      await store.claim(key, 'a', long)
      await store.done(key, 'a', leaseMs)
      same(await store.claim(key, 'b', long), 'done', 'a claim at once')
      await leaseOver()
      same(await store.claim(key, 'b', long), 'mine', 'a claim afterwards')
    }),
    test('done without a lease is kept, unless another owner has the key', async (store, key) => {
      same(await store.done(key, 'a', long), true, 'done without a claim')
      same(await store.claim(key, 'b', long), 'done', 'a claim')
      const taken = fresh()
      await store.claim(taken, 'b', long)
      same(await store.done(taken, 'a', long), false, 'done of a key of another owner')
      same(await store.renew(taken, 'b', long), true, 'renew by its owner')
    }),
    test('a released claim is free', async (store, key) => {
      await store.claim(key, 'a', long)
      same(await store.release(key, 'b'), false, 'release by another owner')
      same(await store.claim(key, 'b', long), 'busy', 'a claim of another owner')
      same(await store.release(key, 'a'), true, 'release')
      same(await store.release(key, 'a'), false, 'release, a second time')
      same(await store.claim(key, 'b', long), 'mine', 'a claim afterwards')
    }),
    test('a lease runs out, and its owner has lost it', async (store, key) => {
      await store.claim(key, 'a', leaseMs)
      await leaseOver()
      same(await store.renew(key, 'a', long), false, 'renew afterwards')
      same(await store.claim(key, 'b', long), 'mine', 'a claim of another owner')
      same(await store.renew(key, 'a', long), false, 'renew by the first owner')
      same(await store.release(key, 'a'), false, 'release by the first owner')
      same(await store.done(key, 'a', long), false, 'done by the first owner')
      same(await store.done(key, 'b', long), true, 'done by the second owner')
    }),
    test('a renewed lease lasts', async (store, key) => {
      await store.claim(key, 'a', leaseMs)
      same(await store.renew(key, 'a', long), true, 'renew')
      same(await store.renew(key, 'b', long), false, 'renew by another owner')
      same(await store.renew(fresh(), 'a', long), false, 'renew of a key that was never claimed')
      await leaseOver()
      same(await store.claim(key, 'b', long), 'busy', 'a claim of another owner')
    }),
    test('values come back as JSON', async (store, key) => {
      same(await store.get(key), undefined, 'a value that was never set')
      const values = [0, '', false, null, 'ตกลง 好 👍\u0001', [1, { a: null }], { __proto: 1 }]
      for (const value of values) {
        const version = await store.set(key, value, { ttl: long })
        same(typeof version, 'string', 'the version')
        same(await store.get(key), { value, version }, 'the value')
      }
    }),
    test('values and claims do not meet', async (store, key) => {
      await store.claim(key, 'a', long)
      await store.set(key, 1, { ttl: long })
      same(await store.claim(key, 'b', long), 'busy', 'a claim')
      same((await store.get(key))?.value, 1, 'the value')
      await store.delete(key)
      same(await store.claim(key, 'b', long), 'busy', 'a claim after delete')
    }),
    test('a value is kept for its time', async (store, key) => {
      await store.set(key, 1, { ttl: leaseMs })
      await leaseOver()
      same(await store.get(key), undefined, 'the value')
      same(await store.delete(key), false, 'delete')
      same(typeof (await store.set(key, 2, { ttl: long, version: null })), 'string', 'a new value')
    }),
    test('a value is set only over the version that was read', async (store, key) => {
      const first = await store.set(key, 1, { ttl: long, version: null })
      same(await store.set(key, 2, { ttl: long, version: null }), undefined, 'a second first value')
      const second = await store.set(key, 2, { ttl: long, version: first })
      same(second !== undefined && second !== first, true, 'a new version')
      same(await store.set(key, 3, { ttl: long, version: first }), undefined, 'an old version')
      same(await store.delete(key, { version: first }), false, 'delete of an old version')
      same((await store.get(key))?.value, 2, 'the value')
      same(await store.delete(key, { version: second }), true, 'delete')
      same(await store.set(key, 4, { ttl: long, version: second }), undefined, 'a deleted version')
      same(await store.get(key), undefined, 'the value at the end')
    }),
    test('of many changes at once one is made', async (store, key) => {
      const version = await store.set(key, 0, { ttl: long })
      const many = Array.from({ length: 10 }, (_, i) => i + 1)
      const set = await Promise.all(many.map((n) => store.set(key, n, { ttl: long, version })))
      same(set.filter((one) => one !== undefined).length, 1, 'changes')
    }),
    test('forgets a user', async (store, key) => {
      const [user, other, keyOfOther, moved] = [fresh(), fresh(), fresh(), fresh()]
      await store.set(key, 1, { ttl: long, userId: user })
      await store.set(moved, 1, { ttl: long, userId: user })
      await store.set(moved, 2, { ttl: long, userId: other })
      await store.set(keyOfOther, 3, { ttl: long, userId: other })
      same(await store.forget(user), 1, 'deleted values')
      same(await store.get(key), undefined, 'the value of the user')
      same((await store.get(moved))?.value, 2, 'a value that is about another user now')
      same((await store.get(keyOfOther))?.value, 3, 'the value of another user')
      same(await store.forget(user), 0, 'deleted values, a second time')
    }),
    test('refuses what it cannot keep', async (store, key) => {
      const wrong: [string, () => Promise<unknown>][] = [
        ['an empty key', () => store.claim('', 'a', long)],
        ['an empty owner', () => store.claim(key, '', long)],
        ['a key of 10,000 characters', () => store.get('k'.repeat(10_000))],
        ['a lease of 0 ms', () => store.claim(key, 'a', 0)],
        ['a lease that is NaN', () => store.renew(key, 'a', NaN)],
        ['a time to live without end', () => store.set(key, 1, { ttl: Infinity })],
        ['undefined', () => store.set(key, undefined, { ttl: long })],
        ['a bigint', () => store.set(key, 1n, { ttl: long })],
        ['an empty user id', () => store.forget('')],
      ]
      for (const [what, call] of wrong) {
        const error = await call().then(
          () => undefined,
          (reason: unknown) => reason,
        )
        same(error instanceof Error, true, `${what} is refused`)
      }
    }),
  ]
}
