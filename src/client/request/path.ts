import type { IdKind } from '../../endpoints/index.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { checkId } from './ids.js'
import { checkText } from './text.js'

const hole = /\{(\w+)\}/g

/** Kinds of the ids in paths; others are texts. */
const kinds: Readonly<Record<string, IdKind>> = {
  userId: 'receiver',
  groupId: 'receiver',
  roomId: 'receiver',
  chatId: 'receiver',
  audienceGroupId: 'number',
  membershipId: 'number',
}

/**
 * Puts the parameters into a path, percent-encoded. Refuses a value that could lead to another operation (empty, blank, `.`, `..`, of
 * the wrong type), and one with half of a character.
 *
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function fillPath(
  path: string,
  parameters: Record<string, unknown> | undefined,
  strict: boolean,
): string {
  if (!path.includes('{')) return path
  return path.replace(hole, (_, name: string) => {
    const value = parameters?.[name]
    checkId(name, value, kinds[name] ?? 'text', { strict, place: path })
    const text = String(value)
    if (text === '.' || text === '..')
      throw new LineArgumentError(
        'parameter_invalid',
        `${name} of ${path} is ${describeArgument(value)}; it must be the id that LINE gave`,
      )
    checkText(`${name} of ${path}`, text)
    return encodeURIComponent(text)
  })
}
