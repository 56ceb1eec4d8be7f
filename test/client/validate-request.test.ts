/** Requests that are not messages can be checked without sending them. */
import { describe, expect, it } from 'vitest'
import { OptionError } from 'fukidashi'
import {
  assertValidRequest,
  type RequestKind,
  validateRequest,
  type ValidateRequestOptions,
} from '../../src/client/index.js'
import { LineValidationError } from '../../src/validation/index.js'
import { corpus } from '../fixtures/messages/index.ts'
import { isRequestKind, requestKinds } from '../support/validate-any.ts'

const richMenuId = `richmenu-${'a'.repeat(32)}`
const right: Record<RequestKind, unknown> = {
  'rich-menu-alias': { richMenuAliasId: 'shop', richMenuId },
  'rich-menu-alias-update': { richMenuId },
  'rich-menu-batch': { operations: [{ type: 'unlinkAll' }] },
  'rich-menu-bulk-link': { richMenuId, userIds: [`U${'a'.repeat(32)}`] },
  'rich-menu-bulk-unlink': { userIds: [`U${'a'.repeat(32)}`] },
  recipient: { type: 'audience', audienceGroupId: 5614991017776 },
  demographic: { type: 'gender', oneOf: ['male'] },
  filter: { demographic: { type: 'gender', oneOf: ['male'] } },
  limit: { max: 100 },
  coupon: {
    title: 'Tea for two',
    visibility: 'PUBLIC',
    timezone: 'ASIA_TOKYO',
    startTimestamp: 1,
    endTimestamp: 2,
    maxUseCountPerTicket: 1,
    acquisitionCondition: { type: 'normal' },
    reward: { type: 'gift' },
  },
}

describe.each(requestKinds)('a request checked as %s', (as) => {
  it('has no problems if it is right', () => {
    expect(validateRequest(right[as], { as })).toEqual([])
    expect(() => assertValidRequest(right[as], { as })).not.toThrow()
  })

  it.each([null, 'x', [], { nothing: 1 }, { then: 1 }, { toJSON: () => 1 }])(
    'lists what is wrong with %j',
    (value) => {
      const problems = validateRequest(value, { as })
      expect(Array.isArray(problems)).toBe(true)
      if (problems.some(({ severity }) => severity === 'error'))
        expect(() => assertValidRequest(value, { as })).toThrow(LineValidationError)
    },
  )

  it('is wrong in some case of the corpus', () => {
    const cases = Object.values(corpus)
      .flat()
      .filter((each) => each.as === as && isRequestKind(each.as))
    const wrong = cases.filter(({ value }) => validateRequest(value, { as }).length > 0)
    expect(wrong.length).toBeGreaterThan(0)
  })
})

it('the error says what the request is', () => {
  expect(() => assertValidRequest({}, { as: 'coupon' })).toThrow(/in the coupon\n/)
  expect(() => assertValidRequest({}, { as: 'rich-menu-alias' })).toThrow(/in the alias\n/)
})

it.each<[options: object, message: RegExp]>([
  [{}, /^as: .*Use rich-menu-alias, .* or coupon\./],
  [{ as: 'message' }, /^as: "message" is not permitted/],
  [{ as: 'copon' }, /^as: "copon" is not permitted\. Did you mean "coupon"\?/],
  [{ as: 'coupon', endpoint: 'push' }, /^endpoint is not an option/],
])('refuses the options %j', (options, message) => {
  const check = () => validateRequest({}, options as ValidateRequestOptions)
  expect(check).toThrow(OptionError)
  expect(check).toThrow(message)
  expect(() => assertValidRequest({}, options as ValidateRequestOptions)).toThrow(message)
})
