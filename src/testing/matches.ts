/** Deep equality of JSON with support for asymmetric matchers. */

import { isObject } from '../common/json.js'

interface Matcher {
  asymmetricMatch(other: unknown): boolean
}

/** Returns whether a value is an asymmetric matcher, such as `expect.objectContaining(…)`. */
export const isMatcher = (value: unknown): value is Matcher =>
  isObject(value) && 'asymmetricMatch' in value

/** Returns whether `actual` matches. A RegExp matches any visible text of a message. */
export function matches(expected: unknown, actual: unknown): boolean {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual)
  // `search` ignores `lastIndex` of patterns with the flag g or y.
  if (expected instanceof RegExp)
    return readable(actual).some((text) => text.search(expected) !== -1)
  if (!isObject(expected)) return Object.is(expected, actual)
  if (!isObject(actual)) return false
  if (Array.isArray(expected) !== Array.isArray(actual)) return false
  const keys = new Set([...defined(expected), ...defined(actual)])
  return [...keys].every((key) => matches(valueOf(expected, key), valueOf(actual, key)))
}

const valueOf = (value: object, key: string): unknown => (value as Record<string, unknown>)[key]

const defined = (value: object): string[] =>
  Object.keys(value).filter((key) => valueOf(value, key) !== undefined)

/** Properties that hold text, or parts with text. */
const textual = [
  'text',
  'altText',
  'title',
  'label',
  'contents',
  'template',
  'columns',
  'actions',
  'body',
  'header',
  'footer',
  'action',
]

/** All texts in a message, at any depth. */
function readable(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (!isObject(value)) return []
  if (Array.isArray(value)) return value.flatMap(readable)
  return textual.flatMap((name) => readable(valueOf(value, name)))
}
