/** `validate` takes whatever it is given: it answers with problems, and never throws. */
import { describe, expect, it } from 'vitest'
import { type Problem, validate, type ValidateAs } from 'fukidashi'

const codes = (problems: Problem[]) => problems.map(({ code }) => code)
const bubbleWith = (...contents: unknown[]) => ({
  type: 'flex',
  altText: 'a',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
})
const url = (length: number) => `https://example.com/${'a'.repeat(length)}`

describe('a type that is no word', () => {
  // Has no text form: `String(hostile)` throws. JSON.parse makes such objects.
  const hostile: unknown = JSON.parse('{"toString":1,"valueOf":1}')
  const places: [ValidateAs, unknown][] = [
    ['message', { type: hostile }],
    ['message', bubbleWith({ type: hostile })],
    ['message', { type: 'template', altText: 'a', template: { type: hostile } }],
    ['action', { type: hostile, label: 'x'.repeat(50) }],
    ['flex', { type: hostile }],
    ['flex-component', { type: hostile }],
    ['recipient', { type: hostile }],
    ['demographic', { type: hostile }],
  ]
  it.each(places)('is a problem of a %s', (as, value) => {
    expect(codes(validate(value, { as }))).toContain('unknown_type')
  })

  it('is a problem at the ends of a range too', () => {
    const range = { type: 'age', gte: hostile, lt: 'age_20' }
    expect(codes(validate(range, { as: 'demographic' }))).toContain('wrong_type')
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is unknown when it is %s, which every object has',
    (type) => {
      const template = { type: 'buttons', text: 'a', actions: [{ type, label: 'x'.repeat(21) }] }
      const problems = validate(template, { as: 'template' })
      expect(codes(problems)).toEqual(['unknown_type', 'too_long'])
      expect(problems.map(({ message }) => message).join()).not.toContain('native code')
    },
  )
})

describe('values that are no JSON', () => {
  it.each([
    ['a bigint', { type: 'text', text: 'a', maxLines: 1n }, 'wrong_type'],
    ['a bigint in an unknown property', { type: 'text', text: 'a', weigth: 1n }, 'unreadable'],
    [
      'a toJSON that throws',
      {
        type: 'text',
        text: 'a',
        toJSON() {
          throw new Error('no')
        },
      },
      'unreadable',
    ],
  ])('%s in Flex, whose bytes are counted', (_name, component, code) => {
    expect(codes(validate(bubbleWith(component)))).toContain(code)
  })

  it('a getter that throws the second time it is read', () => {
    let reads = 0
    const message = {
      get type() {
        if (reads++ > 0) throw new Error('gone')
        return 'text'
      },
      text: 'a',
    }
    expect(validate(message)).toEqual([
      expect.objectContaining({ code: 'unreadable', path: '', severity: 'error' }),
    ])
  })

  it('nesting that only inherited properties reach', () => {
    let box: object = { type: 'box', layout: 'vertical', contents: [] }
    for (let i = 0; i < 100_000; i++)
      box = Object.create({ type: 'box', layout: 'vertical', contents: [box] }) as object
    expect(codes(validate(bubbleWith(box)))).toEqual(['unreadable'])
  })
})

describe('10 MB', () => {
  const long = 10_000_000
  it('of address is too long, and nothing more is said about it', () => {
    const image = { type: 'image', originalContentUrl: url(long), previewImageUrl: url(long) }
    expect(codes(validate(image))).toEqual(['too_long', 'too_long'])
    const uri = { type: 'uri', uri: `${url(long)} | ` }
    expect(codes(validate(uri, { as: 'action' }))).toEqual(['too_long'])
  })

  it('of placeholders are too long, and are not looked through', () => {
    const text = '{a}'.repeat(long / 3)
    expect(codes(validate({ type: 'textV2', text }))).toEqual(['too_long'])
  })
})
