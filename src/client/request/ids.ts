/** Checks of ids in paths, queries and bodies. */
import { isObject } from '../../common/json.js'
import type { IdKind } from '../../endpoints/index.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'

/** Ids of users, groups and rooms, and user ids as module channels get them (`LU…`). */
const receiver = /^(?:[UCR][0-9a-f]{32}|LU[\w-]+)$/

export const isBlank = (text: string): boolean => text.trim() === ''

/** Options of a check. */
export interface IdCheck {
  /** The request goes to LINE's own hosts: ids of receivers must have LINE's form. Emulators and tests may have short ids. */
  readonly strict: boolean
  /** Place of the id for the error text, such as a path. */
  readonly place: string
}

/**
 * Refuses an id that is missing, blank or of the wrong type.
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function checkId(name: string, value: unknown, kind: IdKind, check: IdCheck): void {
  if (value === undefined && kind.endsWith('?')) return
  const isNumber = kind.startsWith('number')
  const isRight = isNumber
    ? Number.isSafeInteger(value) || (typeof value === 'string' && /^\d+$/.test(value))
    : typeof value === 'string' && !isBlank(value)
  if (!isRight)
    throw invalid(
      name,
      check.place,
      value,
      `it must be the id that LINE gave, as a ${isNumber ? 'number' : 'string'}`,
    )
  if (kind.startsWith('receiver') && check.strict && !receiver.test(value as string))
    throw invalid(
      name,
      check.place,
      value,
      'it must be the id of a user, group or room: U, C or R and 32 hexadecimal digits, as in ctx.userId and ctx.chatId. ' +
        'Names and LINE IDs are not ids',
    )
}

/**
 * Checks the ids in a body.
 * @throws {LineArgumentError} `parameter_invalid`
 */
export function checkIds(
  body: unknown,
  ids: Readonly<Record<string, IdKind>> | undefined,
  check: IdCheck,
): void {
  for (const path in ids) visit(body, path, '', ids[path]!, check)
}

/** Follows a path such as `audiences[].id` to all of its values. */
function visit(value: unknown, path: string, before: string, kind: IdKind, check: IdCheck): void {
  const [, name, list, rest] = /^(\w+)(\[\])?\.?(.*)$/.exec(path) as unknown as string[]
  const own = isObject(value) ? (value as Record<string, unknown>)[name!] : undefined
  const place = before + name!
  const next = (item: unknown, at: string) =>
    rest ? visit(item, rest, `${at}.`, kind, check) : checkId(at, item, kind, check)
  if (!list) next(own, place)
  else if (Array.isArray(own)) for (let i = 0; i < own.length; i++) next(own[i], `${place}[${i}]`)
  // An optional list, such as the members of a new audience.
  else if (own !== undefined || !rest) throw invalid(place, check.place, own, 'it must be an array')
}

const invalid = (name: string, place: string, value: unknown, permitted: string) =>
  new LineArgumentError(
    'parameter_invalid',
    `${name} of ${place} is ${describeArgument(value)}; ${permitted}.`,
  )
