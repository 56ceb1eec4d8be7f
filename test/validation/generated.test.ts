/** What is changed in the code that ajv writes, and what is said when a new version of ajv writes something else. */
import { describe, expect, it } from 'vitest'
import { readSpec } from '../../scripts/generate/schema.ts'
import { ajvCode } from '../../scripts/generate/validators/index.ts'
import { compact, steps } from '../../scripts/generate/validators/steps.ts'

describe('the code that ajv writes', () => {
  const code = ajvCode(readSpec('tsconfig.json'))

  it.each(steps)('has the code that the step "$name" removes', ({ from }) => {
    expect(code.replace(from, '')).not.toBe(code)
  })

  it.each(steps)('without it, the step "$name" says its name', ({ name, from }) => {
    expect(() => compact(code.replace(from, ''))).toThrow(name)
  })

  it.each([
    ['counts errors', 'const _errs1 = errors;'],
    ['makes paths on the way down', 'validate1(data, {instancePath: instancePath+"/a"})'],
    ['calls functions by wrappers', 'wrapper0.validate(data, ctx)'],
    ['notes what is valid', 'var valid0 = true;'],
  ])('is refused when it %s', (_what, more) => {
    expect(() => compact(`${code}\n${more}`)).toThrow(more)
  })
})
