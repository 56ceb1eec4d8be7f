/** Numbers and lists on the command line. */
import { InvalidArgumentError } from 'commander'
import { either } from '../common/words.js'

/** @throws {InvalidArgumentError} */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Use a whole number above 0.')
  return Number(text)
}

/**
 * A parser of numbers with limits.
 * @throws {InvalidArgumentError} by the parser
 */
export const numberFrom =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,4}(?:\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`Use a number from ${least} to ${most}.`)
  }

/**
 * A parser of names that are separated by commas.
 *
 * @param permitted - all names by default
 * @throws {InvalidArgumentError} by the parser
 */
export const namesFrom =
  <Name extends string>(permitted?: readonly Name[]) =>
  (text: string): Name[] => {
    const names = [...new Set(text.split(',').map((name) => name.trim()))] as Name[]
    const wrong = names.find((name) => name === '' || permitted?.includes(name) === false)
    if (wrong !== undefined)
      throw new InvalidArgumentError(
        permitted
          ? `Use ${either(permitted)}, or several of them with commas.`
          : 'Use names that are separated by commas.',
      )
    return names
  }

/**
 * A parser of one name.
 * @throws {InvalidArgumentError} by the parser
 */
export const nameFrom =
  <Name extends string>(permitted: readonly Name[]) =>
  (text: string): Name => {
    const name = permitted.find((one) => one === text)
    if (name !== undefined) return name
    throw new InvalidArgumentError(`Use ${either(permitted)}.`)
  }
