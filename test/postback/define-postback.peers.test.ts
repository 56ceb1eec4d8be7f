import fc from 'fast-check'
import * as v from 'valibot'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { definePostback, PostbackError, type StandardSchema } from '../../src/postback/index.js'

/** JSON values whose strings survive UTF-8, as everything that comes over the wire does. */
const json = fc.jsonValue({
  depthSize: 'small',
  stringUnit: 'binary',
  noUnicodeString: false,
} as object)

const codeOf = (make: () => unknown) => {
  try {
    make()
  } catch (error) {
    if (error instanceof PostbackError) return error.code
    throw error
  }
  return 'nothing was thrown'
}

describe('a postback without a schema', () => {
  it('makes short data that a person can read in a log', () => {
    const buy = definePostback<{ id: number; size: string; gift: boolean }>('buy')
    expect(buy({ id: 1, size: 'large', gift: true })).toBe('buy:(id:1,size:large,gift:!t)')
  })

  it('gives back what was put in, whatever JSON it is', () => {
    const any = definePostback<unknown>('any')
    fc.assert(
      fc.property(json, (payload) => {
        let data: string
        try {
          data = any(payload)
        } catch (error) {
          // Too long for LINE, which is said and not cut.
          fc.pre(!(error instanceof PostbackError && error.code === 'data_too_long'))
          throw error
        }
        expect(data.length).toBeLessThanOrEqual(300)
        expect(any.read(data)).toEqual({ payload })
      }),
      { numRuns: 20_000 },
    )
  })

  it.each([
    ['1', 1],
    ['true', true],
    ['null', null],
    ['', undefined],
    ['-1.5', -1.5],
    ['1e21', 1e21],
    ['-0', -0],
  ])('distinguishes the string %j and the value %j', (text, value) => {
    const either = definePostback<unknown>('either')
    expect(either.read(either(text))).toEqual({ payload: text })
    expect(either.read(either(value))).toEqual({ payload: value })
  })

  it('needs no argument when there is no payload', () => {
    const cancel = definePostback('cancel')
    expect(cancel()).toBe('cancel:')
    expect(cancel.read('cancel:')).toEqual({ payload: undefined })
  })

  it('leaves out properties that are undefined', () => {
    const buy = definePostback<{ id: number; note?: string | undefined }>('buy')
    expect(buy({ id: 1, note: undefined })).toBe('buy:(id:1)')
  })

  it('treats __proto__ as the key it is', () => {
    const any = definePostback<unknown>('any')
    const payload: unknown = JSON.parse('{"__proto__":{"admin":true}}')
    const read = any.read(any(payload))!.payload as object
    expect(Object.keys(read)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  it.each([
    '',
    'buy',
    'action=buy&id=1',
    'buyer:(id:1)',
    'Buy:(id:1)',
    '{"id":1}',
    'buy:(id:1',
    'buy:(id:1))',
    "buy:'x",
    'buy:!x',
    'buy:(',
    'buy:!(1,',
    'buy:()x',
  ])('leaves the foreign data %j alone', (data) => {
    expect(definePostback<{ id: number }>('buy').read(data)).toBeUndefined()
  })

  it('survives any foreign data', () => {
    const buy = definePostback<unknown>('buy')
    const soup = fc.string({ unit: fc.constantFrom(...Array.from("()!',:.-09eabnt 漢😀")) })
    fc.assert(
      fc.property(fc.oneof(soup, fc.string()), (text) => {
        const read = buy.read(`buy:${text}`)
        // What it does read, it would write again.
        if (read && text) expect(buy.read(buy(read.payload))).toEqual(read)
      }),
      { numRuns: 20_000 },
    )
    expect(buy.read(`buy:${'!('.repeat(100_000)}`)).toBeUndefined()
  })

  it('permits 300 characters and not one more, naming the definition', () => {
    const note = definePostback<string>('note')
    expect(note('x'.repeat(295))).toHaveLength(300)
    expect(() => note('x'.repeat(296))).toThrow(/"note" does not fit: it needs 301 characters.*300/)
    expect(codeOf(() => note('😀'.repeat(148)))).toBe('data_too_long')
  })

  it.each([
    ['NaN', { id: NaN }, /id is NaN/],
    ['a Date', { at: new Date(0) }, /at is a Date/],
    ['a function', { f: () => 1 }, /f is a function/],
    ['a bigint', { list: [1n] }, /list\[0\] is a bigint/],
    ['a hole', { list: [undefined] }, /list\[0\] is undefined/],
    ['a Map', new Map(), /the payload is a Map/],
    ['half an emoji', { text: '\uD83D' }, /text is a string with half an emoji/],
  ])('refuses %s and says where it is', (_, payload, message) => {
    const make = () => definePostback<unknown>('buy')(payload)
    expect(make).toThrow(message)
    expect(make).toThrow(/"buy"/)
    expect(codeOf(make)).toBe('payload_unsupported')
  })

  it.each(['', ' ', '1st', 'a b', 'a:b', 'x'.repeat(33)])('refuses the name %j', (name) => {
    expect(codeOf(() => definePostback(name))).toBe('name_invalid')
  })
})

describe.each([
  ['Valibot', v.object({ id: v.number(), gift: v.optional(v.boolean(), false) })],
  ['Zod', z.object({ id: z.number(), gift: z.boolean().default(false) })],
])('a postback with a schema of %s', (_, schema) => {
  const buy = definePostback('buy', schema)

  it('checks what goes out', () => {
    expect(buy({ id: 1 })).toBe('buy:(id:1)')
    const wrong = () => buy({ id: 'one' } as never)
    expect(wrong).toThrow(/Postback "buy": id: /)
    expect(codeOf(wrong)).toBe('payload_invalid')
  })

  it('gives what the schema makes of it', () => {
    expect(buy.read('buy:(id:1)')).toEqual({ payload: { id: 1, gift: false } })
  })

  it('leaves data of an older shape to others', () => {
    expect(buy.read('buy:(item:1)')).toBeUndefined()
    expect(buy.read("buy:(id:'1')")).toBeUndefined()
  })
})

it('refuses an asynchronous schema', () => {
  const schema = v.pipeAsync(
    v.string(),
    v.checkAsync(() => Promise.resolve(true)),
  )
  const later = definePostback('later', schema as StandardSchema<string>)
  expect(codeOf(() => later('x'))).toBe('schema_async')
})
