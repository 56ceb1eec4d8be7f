/** `validate` takes whatever it is given: it answers with problems, and never throws. */
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { compile, type Problem, StructureError, validate } from 'fukidashi'
import { nested, values } from '../fixtures/messages/any-json.ts'
import { trees } from '../fixtures/messages/structure.tsx'
import { type AnyKind, requestKinds, validateAny } from '../support/validate-any.ts'

const codes = (problems: Problem[]) => problems.map(({ code }) => code)
const bubbleWith = (...contents: unknown[]) => ({
  type: 'flex',
  altText: 'a',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
})
const url = (length: number) => `https://example.com/${'a'.repeat(length)}`

describe('a type that is not a string', () => {
  // Has no text form: `String(hostile)` throws. JSON.parse makes such objects.
  const hostile: unknown = JSON.parse('{"toString":1,"valueOf":1}')
  const places: [AnyKind, unknown][] = [
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
    expect(codes(validateAny(value, { as }))).toContain('unknown_type')
  })

  it('is a problem at the ends of a range too', () => {
    const range = { type: 'age', gte: hostile, lt: 'age_20' }
    expect(codes(validateAny(range, { as: 'demographic' }))).toContain('wrong_type')
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is unknown when it is %s, which every object has',
    (type) => {
      const template = { type: 'buttons', text: 'a', actions: [{ type, label: 'x'.repeat(21) }] }
      const problems = validate(template, { as: 'template' })
      expect(codes(problems)).toEqual(['too_long', 'unknown_type'])
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

  it('a getter that throws only when it has been read before', () => {
    let reads = 0
    const message = {
      get type() {
        // Read by the look; the validators meet the error.
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
    expect(codes(validate(bubbleWith(box)))).toEqual(['too_deep'])
  })
})

describe('10 MB', () => {
  const long = 10_000_000
  it('of an address is too long, without further problems', () => {
    const image = { type: 'image', originalContentUrl: url(long), previewImageUrl: url(long) }
    expect(codes(validate(image))).toEqual(['too_long', 'too_long'])
    const uri = { type: 'uri', uri: `${url(long)} | ` }
    expect(codes(validate(uri, { as: 'action' }))).toEqual(['too_long'])
  })

  it('of placeholders are too long, and are not searched', () => {
    const text = '{a}'.repeat(long / 3)
    expect(codes(validate({ type: 'textV2', text }))).toEqual(['too_long'])
  })
})

describe('values that are hardly messages', () => {
  it.each(values())('$name', ({ value, codes: expected }) => {
    expect(codes(validate(value))).toEqual(expected)
  })

  it.each(kinds().map((as) => [as]))('as %s: any JSON', (as) => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withNullPrototype: true,
          withSparseArray: true,
          withDate: true,
          withMap: true,
        }),
        (value) => {
          expect(Array.isArray(validateAny(value, { as }))).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('says where the depth is too much, and where the cycle closes', () => {
    expect(validate(nested(1000))[0]?.path).toMatch(/^contents\.body\.contents\[0\]\.contents/)
    const cycle = values().find(({ name }) => name === 'a cycle')!
    expect(validate(cycle.value)[0]?.path).toBe('contents.body.contents[0].contents[1]')
    expect(validate([{ type: 'text', text: 'a' }, cycle.value])[0]?.path).toBe(
      'messages[1].contents.body.contents[0].contents[1]',
    )
  })

  it.each([NaN, 1n, Symbol('a'), () => 'a', undefined, null, true, '', 'Hello', /a/, new Error()])(
    '%s is no message',
    (value) => {
      expect(codes(validate(value))).toEqual([
        typeof value === 'object' && value !== null ? 'required' : 'wrong_type',
      ])
    },
  )

  it('names that objects have by nature are properties like others', () => {
    const message: unknown = JSON.parse(
      '{"type":"text","text":"a","__proto__":{"x":1},"constructor":1,"toString":2,"hasOwnProperty":3}',
    )
    expect(validate(message).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown_property __proto__',
      'unknown_property constructor',
      'unknown_property toString',
      'unknown_property hasOwnProperty',
    ])
  })
})

describe('the work', () => {
  /** The value behind proxies that count each read of a property. */
  function counting(value: unknown): { value: unknown; reads: () => number } {
    let reads = 0
    const seen = new WeakMap<object, object>()
    const wrap = (inner: unknown): unknown => {
      if (typeof inner !== 'object' || inner === null) return inner
      const known = seen.get(inner)
      if (known) return known
      const proxy = new Proxy(inner, {
        get(target, name) {
          reads++
          return wrap(Reflect.get(target, name))
        },
      })
      seen.set(inner, proxy)
      return proxy
    }
    return { value: wrap(value), reads: () => reads }
  }
  const readsOf = (given: unknown, as?: AnyKind) => {
    const { value, reads } = counting(given)
    validateAny(value, as && { as })
    return reads()
  }
  const wrong = (count: number) =>
    Array.from({ length: count }, () => ({ type: 'text', text: '', color: 'red', size: 1 }))

  it('grows with the value, not with its square, even when everything is wrong', () => {
    const few = readsOf(bubbleWith(...wrong(100)))
    const many = readsOf(bubbleWith(...wrong(1000)))
    expect(many).toBeLessThan(few * 15)
  })

  it('ends early when the value is far larger than any message', () => {
    // A look reads each part at most a few times; beyond 50,000 parts nothing is read.
    const most = 50_000 * 8
    expect(readsOf(bubbleWith(...wrong(100_000)))).toBeLessThan(most)
    expect(readsOf(nested(100_000))).toBeLessThan(most)
    expect(readsOf(values().find(({ name }) => name.includes('2^30'))!.value)).toBeLessThan(most)
    expect(readsOf({ type: 'text', text: 'a', emojis: new Array(2 ** 32 - 1) })).toBeLessThan(most)
  })

  // In each, everything is wrong; but of a list that is ten times too long, the length is the one problem.
  const say = { type: 'message', label: '', text: '' }
  const far = (limit: number, ...items: unknown[]) =>
    Array.from({ length: limit * 10 + 1 }, (_, i) => items[i % items.length])
  const area = { x: -1, y: 0, width: 0, height: 2000 }
  const menuArea = { bounds: area, action: say }
  const lists: [name: string, as: AnyKind, value: unknown, path: string][] = [
    ['messages', 'messages', far(5, { type: 'text' }), 'messages'],
    ['quick replies', 'quick-reply', { items: far(13, { action: say }) }, 'items'],
    ['actions', 'template', { type: 'buttons', text: 'a', actions: far(4, say) }, 'actions'],
    [
      'columns',
      'template',
      { type: 'carousel', columns: far(10, {}, { title: '', actions: [say] }) },
      'columns',
    ],
    [
      'bubbles',
      'flex',
      {
        type: 'carousel',
        contents: far(12, { size: 'a' }, { size: 'b', hero: { type: 'video' } }),
      },
      'contents',
    ],
    [
      'areas',
      'rich-menu',
      {
        size: { width: 2500, height: 843 },
        selected: true,
        name: 'a',
        chatBarText: 'a',
        areas: far(20, menuArea),
      },
      'areas',
    ],
    [
      'operations',
      'rich-menu-batch',
      { operations: far(1000, { type: 'unlinkAll' }) },
      'operations',
    ],
    ['emoji', 'message', { type: 'text', text: 'a', emojis: far(20, { index: 5 }) }, 'emojis'],
    [
      'imagemap areas',
      'message',
      {
        type: 'imagemap',
        baseUrl: 'https://example.com/a',
        altText: 'a',
        baseSize: { width: 1040, height: 1040 },
        actions: far(50, { type: 'message', area }),
      },
      'actions',
    ],
  ]
  it.each(lists)('does not enter %s that are ten times too many', (_name, as, value, path) => {
    expect(validateAny(value, { as })).toEqual([
      expect.objectContaining({ code: 'too_many', path }),
    ])
  })

  it('stops at 200 problems and says that there are more', () => {
    const problems = validate(bubbleWith(...wrong(500)))
    expect(problems).toHaveLength(201)
    expect(problems.at(-1)).toMatchObject({ code: 'and_more', severity: 'error', limit: 200 })
  })
})

describe('elements that do not become JSON', () => {
  it.each(trees)('$name', ({ tree, codes: expected }) => {
    expect(codes(validate(tree))).toEqual(expect.arrayContaining(expected))
  })

  it('are refused by compile too, all at once', () => {
    const broken = trees.filter(
      ({ codes: [code] }) => code === 'wrong_child' || code === 'wrong_value',
    )
    expect(broken.length).toBeGreaterThan(2)
    for (const { tree } of broken) expect(() => compile(tree)).toThrow(StructureError)
  })
})

function kinds(): AnyKind[] {
  return [
    'messages',
    'message',
    'action',
    'flex',
    'bubble',
    'flex-component',
    'template',
    'quick-reply',
    'imagemap',
    'rich-menu',
    ...requestKinds,
  ]
}
