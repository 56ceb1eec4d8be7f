import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RecentIds } from '../../src/store/recent-ids.js'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ulid = fc
  .tuple(
    fc.constantFrom(...Array.from('01234567')),
    fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 25, maxLength: 25 }),
  )
  .map(([first, rest]) => first + rest)

/** Ids that differ in one letter only, and ids that are not ULIDs. */
const neighbours = ulid.chain((id) =>
  fc
    .tuple(fc.nat(25), fc.constantFrom(...Array.from('07')))
    .map(([at, letter]) => id.slice(0, at) + letter + id.slice(at + 1)),
)
const strange = fc.oneof(
  fc.string(),
  ulid.map((id) => id.toLowerCase()),
  ulid.map((id) => `8${id.slice(1)}`),
  ulid.map((id) => `${id.slice(0, 25)}漢`),
)

it('remembers the ids that were added and no others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(ulid, neighbours, strange), { maxLength: 60 }),
      fc.array(fc.oneof(ulid, neighbours, strange), { maxLength: 60 }),
      (given, others) => {
        const recent = new RecentIds(100, 1000)
        for (const id of given) recent.add(id, 5)
        const all = new Set(given)
        for (const id of [...given, ...others])
          expect(recent.look(id, 6)).toBe(all.has(id) ? 'done' : undefined)
      },
    ),
    { numRuns: 2_000 },
  )
})

it('distinguishes every single bit', () => {
  const recent = new RecentIds(1000, 1000)
  const zero = '0'.repeat(26)
  recent.add(zero, 0)
  for (let at = 0; at < 26; at++) {
    for (let bit = 0; bit < (at === 0 ? 3 : 5); bit++) {
      const id = zero.slice(0, at) + letters[1 << bit]! + zero.slice(at + 1)
      expect(recent.look(id, 0)).toBeUndefined()
      recent.add(id, 0)
      expect(recent.look(id, 0)).toBe('done')
    }
  }
})

it('remembers at least as many as it should, and at most twice as many', () => {
  const recent = new RecentIds(50, 1000)
  const id = (n: number) => String(n).padStart(26, '0')
  for (let n = 0; n < 500; n++) {
    recent.add(id(n), 0)
    const remembered = Array.from({ length: n + 1 }, (_, i) => recent.look(id(i), 0) === 'done')
    expect(remembered.slice(-50).every(Boolean)).toBe(true)
    expect(remembered.filter(Boolean).length).toBeLessThanOrEqual(100)
  }
})

it('knows what is under way', () => {
  const recent = new RecentIds(50, 1000)
  for (const id of ['0'.repeat(26), 'no ULID']) {
    recent.begin(id)
    expect(recent.look(id, 0)).toBe('running')
    recent.release(id)
    expect(recent.look(id, 0)).toBeUndefined()
    recent.begin(id)
    recent.add(id, 0)
    expect(recent.look(id, 999)).toBe('done')
    expect(recent.look(id, 2000)).toBeUndefined()
  }
})
