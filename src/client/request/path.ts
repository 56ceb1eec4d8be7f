import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { checkText } from './text.js'

const hole = /\{(\w+)\}/g

/**
 * A path with its parameters put in, percent-encoded. A value that could lead to another operation (empty, `.`, `..`, not a
 * string or number), or that has half of a character in it, is refused.
 *
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function fillPath(path: string, parameters: Record<string, unknown> | undefined): string {
  if (!path.includes('{')) return path
  return path.replace(hole, (_, name: string) => {
    const value = parameters?.[name]
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
    if (typeof value !== 'string' || /^\.{0,2}$/.test(value))
      throw new LineArgumentError(
        'parameter_invalid',
        `${name} of ${path} is ${describeArgument(value)}; it must be the id that LINE gave`,
      )
    checkText(`${name} of ${path}`, value)
    return encodeURIComponent(value)
  })
}
