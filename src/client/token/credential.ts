/** Checks of the options of token sources. */
import { unsetAdvice } from '../../common/env.js'
import { optionsProblem } from '../../common/options.js'
import { badOption, LineArgumentError } from '../errors/argument-error.js'

/** @throws {LineArgumentError} `option_invalid` */
export function checkNames(channel: object, names: readonly string[]): void {
  const problem = optionsProblem(channel, names)
  if (problem !== undefined) throw badOption(problem)
}

/**
 * A text that is set and not empty. The error does not repeat it.
 * @throws {LineArgumentError} `option_invalid`, `token_missing`
 */
export function checkCredential(name: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  if (value !== undefined) throw badOption(`${name} is ${value === null ? 'null' : 'empty'}`)
  throw new LineArgumentError(
    'token_missing',
    `${name} is undefined, so no channel access token can be requested; ${unsetAdvice}`,
  )
}
