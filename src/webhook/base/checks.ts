/** Checks of a bot's options. Each throws `option_invalid`. */
import { unsetAdvice } from '../../common/env.js'
import { describeValue, numberOption, type NumberRange } from '../../common/options.js'
import { WebhookError } from './errors.js'

/** Error for an option that cannot be used. */
export const optionInvalid = (problem: string): WebhookError =>
  new WebhookError('option_invalid', problem)

/** A number; `undefined` means the default. */
export const checkNumber = (
  name: string,
  value: unknown,
  fallback: number,
  range: NumberRange,
): number => numberOption(name, value, fallback, range, optionInvalid)

/** A function, or `undefined`. */
export function checkFunction(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return
  throw optionInvalid(`${name}: ${describeValue(value)} is not permitted. Use a function.`)
}

/** An object with these methods, or `undefined`. */
export function checkMethods(
  name: string,
  value: unknown,
  methods: readonly string[],
  advice: string,
): void {
  if (value === undefined) return
  const object = (typeof value === 'object' && value !== null) || typeof value === 'function'
  const missing = methods.filter(
    (method) => !object || typeof (value as Record<string, unknown>)[method] !== 'function',
  )
  if (missing.length === 0) return
  const what = object
    ? `has no ${missing.join('() and no ')}()`
    : `${describeValue(value)} is not permitted`
  throw optionInvalid(`${name}${object ? ' ' : ': '}${what}. ${advice}`)
}

/** One of a few words; `undefined` means the first. */
export function checkWord<T extends string>(
  name: string,
  value: unknown,
  words: readonly [T, ...T[]],
): T {
  if (value === undefined) return words[0]
  const word = words.find((one) => one === value)
  if (word !== undefined) return word
  const permitted = words.map((one) => `'${one}'`).join(' or ')
  const short = typeof value === 'string' && value !== '' && value.length <= 20
  const what = short ? `'${value}'` : describeValue(value)
  throw optionInvalid(`${name}: ${what} is not permitted. Use ${permitted}.`)
}

/**
 * Refuses an option that protects the bot when it is there without a value, as it is when an environment variable is not
 * set: leaving it out is the only way to go without it.
 */
export function checkSet(options: object, name: string, prefix = ''): void {
  const value = (options as Record<string, unknown>)[name]
  if (!(name in options) || (value !== undefined && value !== null && value !== '')) return
  throw optionInvalid(
    `${prefix}${name} is there, but ${describeValue(value)}; ${unsetAdvice}. Or leave it out.`,
  )
}
