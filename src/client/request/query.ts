import { optionsProblem } from '../../common/options.js'
import type { Query } from '../../endpoints/index.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { isBlank } from './ids.js'
import { checkText } from './text.js'

/**
 * Fields as names and texts. Missing fields are left out; lists are joined with commas, as LINE reads them.
 * @throws {LineArgumentError} `parameter_invalid` for what cannot be written
 */
export const fieldsOf = (fields: object): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined || value === null) return []
    const text = Array.isArray(value) ? value.join(',') : (value as string)
    checkText(name, text)
    return [[name, text]]
  })

/**
 * `?a=1&b=2`, or nothing.
 * @throws {LineArgumentError} `parameter_invalid` for unknown, missing and wrong parameters
 */
export function queryOf(path: string, query: Query<unknown>, fields: object = {}): string {
  const problem = optionsProblem(fields, query.names) ?? queryProblem(query, fields)
  if (problem !== undefined)
    throw new LineArgumentError('parameter_invalid', `The query of ${path}: ${problem}`)
  const text = formOf(fields)
  return text && `?${text}`
}

function queryProblem({ kinds }: Query<unknown>, fields: object): string | undefined {
  for (const name in kinds) {
    const value = (fields as Record<string, unknown>)[name]
    const [kind, optional] = kinds[name]!.split(/(?=\?)/) as [keyof typeof checks, string?]
    if (optional && (value === undefined || value === null)) continue
    const [isRight, words] = checks[kind]
    if (!isRight(value)) return `${name} is ${describeArgument(value)}; it must be ${words}.`
  }
  return undefined
}

const isText = (value: unknown) => typeof value === 'string' && !isBlank(value)

const checks = {
  text: [isText, 'a string that is not empty'],
  number: [Number.isSafeInteger, 'a whole number'],
  boolean: [(value: unknown) => typeof value === 'boolean', 'true or false'],
  list: [
    (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText),
    'an array of strings that are not empty',
  ],
} satisfies Record<string, [(value: unknown) => boolean, string]>

/** Fields as a form writes them. */
export const formOf = (fields: object): string => new URLSearchParams(fieldsOf(fields)).toString()
