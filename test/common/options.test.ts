import { describe, expect, it } from 'vitest'
import { numberOption, numberProblem, optionsProblem } from '../../src/common/options.js'

const anyTime = { above: 0, infinity: 'for no limit', unit: 'milliseconds' } as const
const count = { min: 1, max: 100, whole: true } as const

describe('an option that is a number', () => {
  it.each([
    ['one in its range', 1.5, anyTime],
    ['the smallest one above a bound', Number.MIN_VALUE, anyTime],
    ['Infinity where it means something', Infinity, anyTime],
    ['its smallest one', 1, count],
    ['its largest one', 100, count],
  ])('may be %s', (_, value, range) => {
    expect(numberProblem('timeout', value, range)).toBeUndefined()
  })

  it.each<[unknown, object, RegExp]>([
    [
      0,
      anyTime,
      /^timeout: 0 is not permitted. Use a number of milliseconds above 0, or Infinity for no limit\.$/,
    ],
    [-1, anyTime, /-1 is not permitted/],
    [NaN, anyTime, /NaN is not permitted.*where NAME is not set/],
    [-Infinity, anyTime, /-Infinity is not permitted/],
    ['10', anyTime, /the text '10' is not permitted.*Number\(process\.env\.NAME\)/],
    ['10s', anyTime, /the text '10s' is not permitted/],
    ['', anyTime, /an empty text is not permitted.*Number\(process\.env\.NAME\)/],
    [undefined, anyTime, /undefined is not permitted/],
    [null, anyTime, /null is not permitted/],
    [10n, anyTime, /10n is not permitted/],
    [true, anyTime, /true is not permitted/],
    [[1], anyTime, /an array is not permitted/],
    [{ valueOf: () => 1 }, anyTime, /an object is not permitted/],
    [() => 1, anyTime, /a function is not permitted/],
    [new Number(1), anyTime, /an object is not permitted/],
    [Symbol('1'), anyTime, /Symbol\(1\) is not permitted/],
    [Infinity, count, /Infinity is not permitted. Use a whole number from 1 to 100\.$/],
    [1.5, count, /1\.5 is not permitted/],
    [0, count, /0 is not permitted/],
    [101, count, /101 is not permitted/],
    [-1, { min: 0 }, /Use a number of at least 0\.$/],
    [2, { max: 1 }, /Use a number up to 1\.$/],
  ])('may not be %o', (value, range, text) => {
    expect(numberProblem('timeout', value, range)).toMatch(text)
  })

  it('is not repeated in the error when it may be a secret', () => {
    const secret = '8c570fa6dd201bb328f1c1eac23a96d8'
    expect(numberProblem('timeout', secret, anyTime)).toMatch(/^timeout: a text is not permitted/)
    expect(numberProblem('timeout', secret, anyTime)).not.toContain(secret)
  })

  it('has its default where it is left out or undefined, and says so in the error', () => {
    const take = (value: unknown) =>
      numberOption('timeout', value, 500, anyTime, (problem) => new RangeError(problem))
    expect(take(undefined)).toBe(500)
    expect(take(7)).toBe(7)
    expect(() => take(null)).toThrow(RangeError)
    expect(() => take(NaN)).toThrow(/Leave timeout out for the default, 500\.$/)
  })
})

describe('an unknown option', () => {
  const permitted = ['channelSecret', 'channelAccessToken', 'store', 'retry', 'baseUrl']

  it.each([
    ['secret', 'channelSecret'],
    ['token', 'channelAccessToken'],
    ['accessToken', 'channelAccessToken'],
    ['url', 'baseUrl'],
    ['retries', 'retry'],
    ['chanelSecret', 'channelSecret'],
  ])('%s is advised to be %s', (name, advice) => {
    expect(optionsProblem({ [name]: 'x' }, permitted)).toContain(`Did you mean ${advice}?`)
  })

  it('lists all names if none is like it', () => {
    expect(optionsProblem({ colour: 'x' }, permitted)).toMatch(/Use channelSecret, .* or baseUrl\./)
  })
})
