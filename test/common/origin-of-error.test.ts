import { expect, it } from 'vitest'
import { originOf, throwAtOrigin } from '../../src/common/origin-of-error.js'

const wrapped = (cause: unknown) =>
  Object.assign(new Error('<Price> threw', { cause }), { code: 'component_threw' })

it('is the error of the project, in all errors that the library made of it', () => {
  const own = new Error('no price')
  expect(originOf(wrapped(wrapped(own)))).toBe(own)
  expect(() => throwAtOrigin(wrapped(own))).toThrow('<Price> threw')
})

it('is found in an error that is its own cause', () => {
  const error = wrapped(undefined)
  error.cause = error
  expect(originOf(error)).toBe(error)
  const other = wrapped(error)
  error.cause = other
  expect([error, other]).toContain(originOf(other))
})
