/** Every case of the corpus, as raw JSON. */
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.ts'
import { foundAsWanted, wanted } from '../support/problems.ts'
import { validateAny } from '../support/validate-any.ts'

describe.each(Object.entries(corpus))('raw JSON: %s', (_kind, cases) => {
  it.each(cases)('$name', ({ as = 'message', options, value, problems }) => {
    const found = validateAny(value, { as, ...options })
    expect(foundAsWanted(found, problems)).toEqual(wanted(problems))
  })
})
