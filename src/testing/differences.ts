/** Lists the differences of two values, one per line. */
import { isMatcher, matches } from './matches.js'

/** Lines such as `- template.text: "a"` and `+ template.text: "b"`. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (matches(expected, actual)) return path === '' ? ['  (this one is as expected)'] : []
  if (!comparable(expected, actual)) {
    const at = path === '' ? '' : `${path}: `
    return [
      ...(expected === undefined ? [] : [`  - ${at}${written(expected)}`]),
      ...(actual === undefined ? [] : [`  + ${at}${written(actual)}`]),
    ]
  }
  const keys = [...new Set([...Object.keys(expected as object), ...Object.keys(actual as object)])]
  return keys.flatMap((key) => {
    const [a, b] = [expected, actual].map((side) => (side as Record<string, unknown>)[key])
    if (a === undefined && b === undefined) return []
    if (matches(a, b)) return []
    const inner = Array.isArray(expected) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    return differences(a, b, inner)
  })
}

const comparable = (expected: unknown, actual: unknown): boolean =>
  typeof expected === 'object' &&
  expected !== null &&
  !isMatcher(expected) &&
  !(expected instanceof RegExp) &&
  typeof actual === 'object' &&
  actual !== null

function written(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  if (isMatcher(value)) return (value as { toString(): string }).toString()
  return JSON.stringify(value)
}
