import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { corpus } from '../fixtures/messages/index.js'

const schema = JSON.parse(readFileSync('src/validation/generated/schema.json', 'utf8')) as {
  definitions: Record<string, unknown>
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

  it('holds nothing that editors do not know', () => {
    const text = JSON.stringify(schema)
    for (const own of ['maxUtf16', 'maxGraphemes', 'permitted', 'discriminator'])
      expect(text).not.toContain(`"${own}":`)
  })
})
