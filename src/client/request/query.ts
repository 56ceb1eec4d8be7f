import { checkText } from './text.js'

/**
 * Fields that are absent are left out; lists are joined with commas, as LINE reads them.
 * @throws {LineArgumentError} `parameter_invalid` for what cannot be written
 */
const written = (fields: object): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (value === undefined || value === null) return []
    const text = Array.isArray(value) ? value.join(',') : (value as string)
    checkText(name, text)
    return [[name, text]]
  })

/** `?a=1&b=2`, or nothing. */
export function queryOf(fields: object | undefined): string {
  if (!fields) return ''
  const text = formOf(fields)
  return text && `?${text}`
}

/** Fields as a form writes them. */
export const formOf = (fields: object): string => new URLSearchParams(written(fields)).toString()

/** Fields of a form of several parts, but for files. */
export const partsOf = written
