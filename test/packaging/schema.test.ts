import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.js'

interface Definition {
  $ref?: string
  description?: string
  allOf?: { then?: Definition }[]
  then?: Definition
  properties?: Record<string, { enum?: unknown[]; description?: string }>
}

/** See `test/fixtures/real/README.md`. */
interface Real {
  as?: string
  errors?: string[]
  warnings?: string[]
  message: unknown
}

const schema = JSON.parse(
  readFileSync('src/validation/generated/schema/messages.json', 'utf8'),
) as {
  definitions: Record<string, Definition>
}
const accepts = new Ajv({ strict: false }).compile(schema)

const messages = Object.values(corpus)
  .flat()
  .filter(({ as = 'message' }) => as === 'message' || as === 'messages')

/** What standard keywords can say: shape, words, forms and plain bounds. */
const inSchema = new Set(['unknown_type', 'not_permitted', 'too_few'])

describe('fukidashi/schema.json', () => {
  it('accepts every message without errors', () => {
    const right = messages.filter(
      ({ problems, options }) =>
        options?.maxMessages === undefined &&
        problems.every(
          ({ severity, code }) =>
            severity === 'warning' &&
            !['unknown_property', 'wrong_type', 'numeric_id'].includes(code),
        ),
    )
    expect(right.length).toBeGreaterThan(100)
    expect(right.filter(({ value }) => !accepts(value)).map(({ name }) => name)).toEqual([])
  })

  it('refuses messages of a wrong shape', () => {
    const wrong = messages.filter(({ problems }) =>
      problems.some(({ code, severity = 'error' }) => severity === 'error' && inSchema.has(code)),
    )
    expect(wrong.length).toBeGreaterThan(40)
    expect(wrong.filter(({ value }) => accepts(value)).map(({ name }) => name)).toEqual([])
  })

  it('accepts messages of public bots', () => {
    const lines = readFileSync('test/fixtures/real/messages.jsonl', 'utf8').trim().split('\n')
    const real = lines.map((line) => JSON.parse(line) as Real)
    const good = real.filter(
      ({ as, errors, warnings = [] }) => !as && !errors && !warnings.includes('unknown_property'),
    )
    expect(good.length).toBeGreaterThan(180)
    expect(good.filter(({ message }) => !accepts(message))).toEqual([])
  })

  it('lets editors complete every type', () => {
    const unions = Object.entries(schema.definitions).filter(([, { allOf }]) => allOf?.[0]?.then)
    expect(unions.length).toBeGreaterThan(15)
    for (const [name, { allOf = [], properties }] of unions)
      expect(properties?.['type']?.enum, name).toHaveLength(allOf.length)
    expect(schema.definitions['FlexBoxContent']?.properties?.['type']?.enum).toContain('button')
  })

  it('has descriptions of properties where draft 7 allows them', () => {
    const text = JSON.stringify(schema, (_key, value: Definition | undefined) => {
      expect(value?.$ref !== undefined && value.description !== undefined).toBe(false)
      return value
    })
    expect(text).toMatch(/"allOf":\[\{"description":"[^"]+"\},\{"\$ref":/)
  })

  it('has a description of every property of messages', () => {
    const narrow = /^(?:Coupon.*Request|.*(?:Reward|PriceInfo|Recipient|Filter))$/
    const silent = Object.entries(schema.definitions)
      .filter(([name]) => !narrow.test(name))
      .flatMap(([name, { properties = {}, then }]) =>
        Object.entries({ ...properties, ...then?.properties })
          .filter(([property, { description }]) => property !== 'type' && !description)
          .map(([property]) => `${name}.${property}`),
      )
    expect(silent).toEqual([])
  })

  it('has only keywords that editors know', () => {
    const text = JSON.stringify(schema)
    for (const own of ['maxUtf16', 'maxGraphemes', 'permitted', 'discriminator'])
      expect(text).not.toContain(`"${own}":`)
  })
})
