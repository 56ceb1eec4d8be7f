/** What public bots send is accepted, as JSON and as the elements that a person would write for it; what breaks a rule is refused. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Message, type Problem, validate, type ValidateAs } from 'fukidashi'
import { toBuilder } from '../support/to-builders.ts'
import { elementsIn } from '../support/to-elements.ts'

/** A line of `test/fixtures/real/messages.jsonl`. */
interface Real {
  from: string
  where: string
  as?: ValidateAs
  errors?: string[]
  warnings?: string[]
  why?: string
  message: { type: string }
}

const file = new URL('../fixtures/real/messages.jsonl', import.meta.url)
const lines = readFileSync(file, 'utf8').trim().split('\n')
const all = lines.map((line, i) => {
  const real = JSON.parse(line) as Real
  return { ...real, name: `${String(i + 1)}: ${real.from}, ${real.where}` }
})

const codes = (problems: readonly Problem[], severity: string) => [
  ...new Set(
    problems
      .filter((each) => each.severity === severity)
      .map(({ code }) => code)
      .sort(),
  ),
]

const children = elementsIn('children')
const props = elementsIn('props')
const ways: Record<string, (value: unknown, as: ValidateAs) => unknown> = {
  'raw JSON': (value) => value,
  'JSX with children': children,
  'JSX with props': props,
  builders: toBuilder,
}

describe.each(Object.entries(ways))('%s', (_way, convert) => {
  const sayable = all.filter(({ message, as = 'message' }) => convert(message, as) !== undefined)

  it.each(sayable)('$name', ({ message, as = 'message', errors = [], warnings = [] }) => {
    const said = convert(message, as)
    const found = validate(said, { as })
    expect(codes(found, 'error')).toEqual(errors)
    expect(codes(found, 'warning')).toEqual(warnings)
    if (said === message) return
    const json: unknown =
      as === 'message' ? compile(said as Message)[0] : JSON.parse(JSON.stringify(said))
    expect(json).toEqual(message)
  })

  it('can say nearly all of them', () => {
    expect(sayable.length / all.length).toBeGreaterThan(0.94)
  })
})

describe('the collection', () => {
  it('has hundreds of messages, of dozens of bots', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(new Set(all.map(({ from, where }) => from + where)).size).toBeGreaterThan(60)
  })

  it('says which rule is broken wherever an error is expected', () => {
    expect(all.filter(({ errors, why }) => (errors === undefined) !== (why === undefined))).toEqual(
      [],
    )
  })

  it('has nothing twice', () => {
    const texts = all.map(({ message }) => JSON.stringify(message))
    expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
  })
})
