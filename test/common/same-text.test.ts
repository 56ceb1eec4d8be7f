import { expect, it } from 'vitest'
import { sameText } from '../../src/common/same-text.js'

it.each([
  ['', '', true],
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'xbc', false],
  ['abc', 'ab', false],
  ['ab', 'abc', false],
  ['é', 'e\u0301', false],
])('%j and %j are the same text: %s', (expected, actual, same) => {
  expect(sameText(expected, actual)).toBe(same)
})
