/** Checks of options, for every room that takes some: each option is checked where it is passed. */
import { isRecord } from './json.js'
import { closest, either } from './words.js'

/** The numbers that an option takes. `NaN` is never one of them. */
export interface NumberRange {
  /** The smallest number permitted. */
  readonly min?: number
  /** Only numbers larger than this are permitted. */
  readonly above?: number
  /** The largest number permitted. */
  readonly max?: number
  /** Only whole numbers are permitted. */
  readonly whole?: true
  /** Meaning of `Infinity`, such as `'for no limit'`. Without it `Infinity` is not permitted. */
  readonly infinity?: string
  /** Unit, such as `'milliseconds'`. */
  readonly unit?: string
}

/**
 * The reason why an option cannot be used, as a sentence that says what is permitted; `undefined` when it can be.
 *
 * @param name - the option as users write it: `'timeout'`, `'retry.attempts'`
 */
export function numberProblem(
  name: string,
  value: unknown,
  range: NumberRange,
): string | undefined {
  if (isInRange(value, range)) return undefined
  const hint = hintFor(value)
  return `${name}: ${describeValue(value)} is not permitted. Use ${describeRange(range)}.${hint && ` ${hint}`}`
}

/**
 * An option that is a number, or its default where it is missing or `undefined`.
 *
 * @param fail - makes the error that is thrown
 */
export function numberOption(
  name: string,
  value: unknown,
  fallback: number,
  range: NumberRange,
  fail: (problem: string) => Error,
): number {
  if (value === undefined) return fallback
  const problem = numberProblem(name, value, range)
  if (problem !== undefined) {
    throw fail(`${problem} Leave ${name} out for the default, ${fallback}.`)
  }
  return value as number
}

/** Names of options, as they are passed. The type makes the list complete. */
export const optionNames = <T>(names: Record<keyof T, true>): readonly string[] =>
  Object.keys(names)

/**
 * The reason why options cannot be used: not an object, or one with an unknown name; `undefined` when they can be.
 *
 * @param permitted - all names
 * @param prefix - part of the name that users write before it: `'retry.'`
 */
export function optionsProblem(
  options: unknown,
  permitted: readonly string[],
  prefix = '',
): string | undefined {
  if (!isRecord(options)) {
    return `${prefix.slice(0, -1) || 'options'}: ${kindOf(options)} is not permitted. Use an object of options: ${permitted.join(', ')}.`
  }
  for (const name in options) {
    if (permitted.includes(name)) continue
    const nearest = closest(name, permitted)
    const advice = nearest
      ? `Did you mean ${prefix}${nearest}?`
      : `Use ${either(permitted.map((one) => prefix + one))}.`
    return `${prefix}${name.slice(0, 40)} is not an option. ${advice}`
  }
  return undefined
}

/** The kind of a value that is not an object of options. A text may be secret. */
const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'an array'
    : typeof value === 'string'
      ? 'a text'
      : typeof value === 'function'
        ? 'a function'
        : String(value)

/** A value for an error text. Text that is not a number is not repeated, because it may be secret. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return isNumeric(value) ? `the text '${value}'` : textOf(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'bigint' ? `${value}n` : String(value)
}

const textOf = (text: string): string => (text.trim() === '' ? 'an empty text' : 'a text')

/** Numbers and durations as environment variables and other libraries write them: `10`, `1e3`, `10s`, `5 min`. */
const isNumeric = (text: string): boolean =>
  /^\s*[-+]?[\d.,_]{1,20}(e\d{1,3})?\s?[a-z]{0,7}\s*$/i.test(text)

function isInRange(value: unknown, range: NumberRange): boolean {
  const { min = -Infinity, above = -Infinity, max = Infinity, whole, infinity } = range
  if (typeof value !== 'number' || Number.isNaN(value) || value === -Infinity) return false
  if (value === Infinity) return infinity !== undefined
  return value >= min && value > above && value <= max && (!whole || Number.isInteger(value))
}

function describeRange({ min, above, max, whole, infinity, unit }: NumberRange): string {
  const limits = [
    above !== undefined && `above ${above}`,
    min !== undefined && (max === undefined ? `of at least ${min}` : `from ${min}`),
    max !== undefined && (min === undefined ? `up to ${max}` : `to ${max}`),
  ]
  const words = [
    whole ? 'a whole number' : 'a number',
    unit && `of ${unit}`,
    ...limits,
    infinity && `, or Infinity ${infinity}`,
  ]
  return words.filter(Boolean).join(' ').replace(' ,', ',')
}

/** What the author most likely has to change. */
function hintFor(value: unknown): string {
  if (typeof value === 'string') {
    return 'Environment variables are texts: convert them, as in Number(process.env.NAME).'
  }
  return Number.isNaN(value)
    ? 'It comes from a calculation without a result, such as Number(process.env.NAME) where NAME is not set.'
    : ''
}
