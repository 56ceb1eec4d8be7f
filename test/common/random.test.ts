import { expect, it } from 'vitest'
import { randomUuid } from '../../src/common/random.js'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

it.each([
  ['the lowest number', () => 0],
  ['the highest number', () => 1 - Number.EPSILON],
  ['no source', undefined],
])('makes a UUID of version 4 from %s', (_, random) => {
  expect(randomUuid(random)).toMatch(version4)
})

it('makes the same UUID from the same numbers', () => {
  const counting = () => {
    let n = 0
    return () => (n++ % 16) / 16
  }
  expect(randomUuid(counting())).toBe(randomUuid(counting()))
})
