import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.js'

interface Definition {
  $ref?: string
  description?: string
  oneOf?: unknown[]
  properties?: Record<string, { enum?: unknown[]; description?: string }>
}

/** See `test/fixtures/real/README.md`. */
interface Real {
  as?: string
  errors?: string[]
  warnings?: string[]
  message: unknown
}

const schema = JSON.parse(readFileSync('src/validation/generated/schema.json', 'utf8')) as {
  definitions: Record<string, Definition>
}
const accepts = new Ajv({ strict: false }).compile(schema)

const messages = Object.values(corpus)
  .flat()
  .filter(({ as = 'message' }) => as === 'message' || as === 'messages')

/** What standard keywords can say: shape, words, forms and plain bounds. */
const inSchema = new Set(['unknown_type', 'not_permitted', 'too_few'])

describe('fukidashi/schema.json', () => {
  it('takes every message that has no error', () => {
    const right = messages.filter(
      ({ problems, options }) =>
        options?.maxMessages === undefined &&
        problems.every(
          ({ severity, code }) =>
            severity === 'warning' && code !== 'unknown_property' && code !== 'wrong_type',
        ),
    )
    expect(right.length).toBeGreaterThan(100)
    expect(right.filter(({ value }) => !accepts(value)).map(({ name }) => name)).toEqual([])
  })

  it('refuses what is wrong in shape', () => {
    const wrong = messages.filter(({ problems }) =>
      problems.some(({ code, severity = 'error' }) => severity === 'error' && inSchema.has(code)),
    )
    expect(wrong.length).toBeGreaterThan(40)
    expect(wrong.filter(({ value }) => accepts(value)).map(({ name }) => name)).toEqual([])
  })

  it('takes what public bots send', () => {
    const lines = readFileSync('test/fixtures/real/messages.jsonl', 'utf8').trim().split('\n')
    const real = lines.map((line) => JSON.parse(line) as Real)
    const good = real.filter(
      ({ as, errors, warnings = [] }) => !as && !errors && !warnings.includes('unknown_property'),
    )
    expect(good.length).toBeGreaterThan(180)
    expect(good.filter(({ message }) => !accepts(message))).toEqual([])
  })

  it('lets editors complete the type of everything that has one', () => {
    const unions = Object.entries(schema.definitions).filter(([, { oneOf }]) => oneOf)
    expect(unions.length).toBeGreaterThan(15)
    for (const [name, { oneOf = [], properties }] of unions)
      expect(properties?.['type']?.enum, name).toHaveLength(oneOf.length)
    expect(schema.definitions['FlexBoxContent']?.properties?.['type']?.enum).toContain('button')
  })

  it('says of properties what they are for, where draft 7 looks', () => {
    const text = JSON.stringify(schema, (_key, value: Definition | undefined) => {
      expect(value?.$ref !== undefined && value.description !== undefined).toBe(false)
      return value
    })
    expect(text).toContain('"allOf":[{"$ref":')
  })

  it('says of every property of messages what it is for', () => {
    const narrow = /^(?:Coupon.*Request|.*(?:Reward|PriceInfo|Recipient|Filter))$/
    const silent = Object.entries(schema.definitions)
      .filter(([name]) => !narrow.test(name))
      .flatMap(([name, { properties = {} }]) =>
        Object.entries(properties)
          .filter(([property, { description }]) => property !== 'type' && !description)
          .map(([property]) => `${name}.${property}`),
      )
    expect(silent).toEqual([])
  })

  it('holds nothing that editors do not know', () => {
    const text = JSON.stringify(schema)
    for (const own of ['maxUtf16', 'maxGraphemes', 'permitted', 'discriminator'])
      expect(text).not.toContain(`"${own}":`)
  })
})
