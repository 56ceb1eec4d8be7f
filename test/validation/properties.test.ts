/** What holds for all messages, tried on messages that the published schema permits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Message } from 'fukidashi'
import { fromSchema } from '../support/from-schema.ts'
import { definitions } from '../support/published-schema.ts'
import { toBuilder } from '../support/to-builders.ts'
import { elementsIn } from '../support/to-elements.ts'
import { type AnyKind, validateAny } from '../support/validate-any.ts'

// The schema cannot say what an address is, nor that braces and labels have rules of their own.
const url = fc.webPath().map((path) => `https://example.com${path.replace(/[^\w/]/g, '')}`)
const made = fromSchema(definitions, (property) =>
  /ur[il]$|desktop/i.test(property) ? url : undefined,
)

/** Codes that say that a value has not the shape of the schema. What rules say beside them is no concern here. */
const shape = ['required', 'wrong_type', 'unknown_property', 'unknown_type', 'not_permitted']
const roots: [as: AnyKind, definition: string][] = [
  ['message', 'Message'],
  ['action', 'Action'],
  ['flex', 'FlexContainer'],
  ['flex-component', 'FlexComponent'],
  ['template', 'Template'],
  ['quick-reply', 'QuickReply'],
  ['imagemap', 'ImagemapMessage'],
  ['rich-menu', 'RichMenuRequest'],
  ['rich-menu-alias', 'CreateRichMenuAliasRequest'],
  ['rich-menu-batch', 'RichMenuBatchRequest'],
  ['recipient', 'Recipient'],
  ['demographic', 'DemographicFilter'],
  ['limit', 'Limit'],
  ['coupon', 'CouponCreateRequest'],
]

// Rules that ask for something the schema leaves open.
const byRules: Partial<Record<AnyKind, RegExp>> = {
  recipient: /^required /,
  demographic: /^required /,
  coupon: /^not_permitted (maxUseCountPerTicket|acquisitionCondition\.maxAcquireCount)$/,
}
// A label that a place needs, and the text of a Flex text without spans.
const always = /^required (.*\.)?(label|text)$/

describe('a value that the schema permits', () => {
  it.each(roots)('has the right shape as %s', (as, definition) => {
    fc.assert(
      fc.property(made(definition), (value) => {
        const found = validateAny(value, { as })
          .filter(({ code, severity }) => shape.includes(code) && severity === 'error')
          .map(({ code, path }) => `${code} ${path}`)
          .filter((each) => !always.test(each) && !byRules[as]?.test(each))
        expect(found).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

const children = elementsIn('children')
const props = elementsIn('props')
const messages = made('Message').filter((value) => {
  // An element always has its altText, if only from the content.
  return (value as { altText?: unknown }).altText !== ''
})

describe('a message, written in another way,', () => {
  it.each([
    ['as JSX with children', (value: unknown) => children(value, 'message')],
    ['as JSX with props', (value: unknown) => props(value, 'message')],
    ['with builders', (value: unknown) => toBuilder(value, 'message')],
  ])('is the same JSON %s', (_way, convert) => {
    fc.assert(
      fc.property(messages, (value) => {
        const element = convert(value)
        fc.pre(element !== undefined)
        expect(compile(element as Message)).toEqual([value])
        expect(JSON.parse(JSON.stringify(element))).toEqual(value)
      }),
      { numRuns: 300 },
    )
  })

  it('has the same problems', () => {
    // In the order of the properties, which elements may change.
    const problems = (value: unknown) =>
      validateAny(value, { as: 'message' })
        .map(
          ({ code, path, severity }) =>
            // A deprecation is noted once, where it appears first.
            `${severity} ${code} ${code === 'deprecated' ? '' : path.replace(/^messages\[0\]\.?/, '')}`,
        )
        .sort()
    fc.assert(
      fc.property(messages, (value) => {
        expect(problems(children(value, 'message'))).toEqual(problems(value))
      }),
      { numRuns: 300 },
    )
  })

  it('is not changed by validation', () => {
    fc.assert(
      fc.property(messages, (value) => {
        const before = JSON.stringify(value)
        validateAny(value)
        compile(props(value, 'message') as Message)
        expect(JSON.stringify(value)).toBe(before)
      }),
      { numRuns: 100 },
    )
  })
})
