/** Numbers on the command line. */
import { InvalidArgumentError } from 'commander'

/** @throws {InvalidArgumentError} */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('Use a whole number above 0.')
  return Number(text)
}
