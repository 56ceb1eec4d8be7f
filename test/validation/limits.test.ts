/**
 * Every number of LINE's reference for messages and actions, in one table: at the limit nothing is wrong, one beyond it there is
 * a problem that names the limit. As JSON, as elements and with builders.
 */
import { describe, expect, it } from 'vitest'
import { type Problem, validate, type ValidateAs } from 'fukidashi'
import { addresses } from '../fixtures/limits/addresses.ts'
import { lists } from '../fixtures/limits/lists.ts'
import { emoji, type Row, wide, x } from '../fixtures/limits/samples.ts'
import { inClusters, inUnits } from '../fixtures/limits/texts.ts'
import { toBuilder } from '../support/to-builders.ts'
import { elementsIn } from '../support/to-elements.ts'

const children = elementsIn('children')
const ways: Record<string, (value: unknown, as: ValidateAs) => unknown> = {
  JSON: (value) => value,
  JSX: children,
  builders: toBuilder,
}

/** Errors only: warnings are about clients that are old, and about places. */
const errorsOf = (value: unknown, as: ValidateAs): Problem[] =>
  validate(value, { as }).filter(({ severity }) => severity === 'error')

describe.each(Object.entries(ways))('as %s', (_way, convert) => {
  const run = ([, limit, value, as = 'message']: Row, code: RegExp) => {
    expect(errorsOf(convert(value(limit), as), as)).toEqual([])
    const [problem, ...more] = errorsOf(convert(value(limit + 1), as), as)
    expect(more).toEqual([])
    expect(problem?.code).toMatch(code)
    return problem!
  }

  it.each([...inClusters, ...inUnits, ...addresses])('%s: %i', (...row) => {
    const problem = run(row, /^too_long$|^bad_format$/)
    if (problem.code === 'too_long')
      expect(problem).toMatchObject({ limit: row[1], actual: row[1] + 1 })
  })

  it('textV2: key: 20', () => {
    const keyed = (size: number) => ({
      type: 'textV2',
      text: `{${x(size)}}`,
      substitution: { [x(size)]: { type: 'emoji', ...emoji } },
    })
    expect(errorsOf(convert(keyed(20), 'message'), 'message')).toEqual([])
    const found = errorsOf(convert(keyed(21), 'message'), 'message')
    expect(found.map(({ code }) => code)).toEqual(['bad_format', 'bad_format'])
  })

  it.each(lists)('%s: %i', (...row) => {
    expect(run(row, /^too_many$/)).toMatchObject({ limit: row[1], actual: row[1] + 1 })
  })

  it.each(inClusters)('%s: %i clusters', (_what, limit, value, as = 'message') => {
    const text = JSON.stringify(value(limit)).replace(x(limit), wide(limit))
    expect(errorsOf(convert(JSON.parse(text) as unknown, as), as)).toEqual([])
    const longer = JSON.stringify(value(limit + 1)).replace(x(limit + 1), wide(limit + 1))
    expect(errorsOf(convert(JSON.parse(longer) as unknown, as), as)).toEqual([
      expect.objectContaining({ code: 'too_long', limit, actual: limit + 1, unit: 'graphemes' }),
    ])
  })
})
