/** Deep equality of JSON, in which a part of what is expected may judge by itself. */

interface Matcher {
  asymmetricMatch(other: unknown): boolean
}

/** What `expect.objectContaining` and the like make. */
export const isMatcher = (value: unknown): value is Matcher =>
  typeof value === 'object' && value !== null && 'asymmetricMatch' in value

/** Whether `actual` is what is expected. A RegExp fits any text in a message that people read. */
export function matches(expected: unknown, actual: unknown): boolean {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual)
  // `search` forgets where a pattern with the flag g or y was left.
  if (expected instanceof RegExp)
    return readable(actual).some((text) => text.search(expected) !== -1)
  if (typeof expected !== 'object' || expected === null) return Object.is(expected, actual)
  if (typeof actual !== 'object' || actual === null) return false
  if (Array.isArray(expected) !== Array.isArray(actual)) return false
  const keys = new Set([...defined(expected), ...defined(actual)])
  return [...keys].every((key) => matches(valueOf(expected, key), valueOf(actual, key)))
}

const valueOf = (value: object, key: string): unknown => (value as Record<string, unknown>)[key]

const defined = (value: object): string[] =>
  Object.keys(value).filter((key) => valueOf(value, key) !== undefined)

/** Every text in a message, at whatever depth. */
function readable(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  const {
    text,
    altText,
    title,
    label,
    contents,
    template,
    columns,
    actions,
    body,
    header,
    footer,
    action,
  } = value as Record<string, unknown>
  if (Array.isArray(value)) return value.flatMap(readable)
  return [
    text,
    altText,
    title,
    label,
    contents,
    template,
    columns,
    actions,
    body,
    header,
    footer,
    action,
  ].flatMap(readable)
}
