import { expect, it } from 'vitest'
import { isObject, isRecord } from '../../src/common/json.js'

it.each([
  [{}, true, true],
  [Object.create(null), true, true],
  [[], true, false],
  [null, false, false],
  [undefined, false, false],
  ['text', false, false],
  [() => 1, false, false],
])('%o is an object: %s; a record: %s', (value: unknown, object, record) => {
  expect([isObject(value), isRecord(value)]).toEqual([object, record])
})
