/** The depth limit of JSON: it is later written, copied and searched recursively. */
import { shape } from '../../spec/shape.js'

/** The depth of the deepest messages that the validators accept, in a body. */
export const MOST_DEPTH = shape.depth + 1

/** Returns whether arrays and objects are nested deeper than a limit. */
export function isDeep(value: unknown, most: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > most) return true
    for (const inner of Object.values(next.value))
      if (typeof inner === 'object') open.push({ value: inner, depth: next.depth + 1 })
  }
  return false
}

/** Whether a text has enough brackets for {@link MOST_DEPTH}; cheaper than to look at what was read. */
export function mayBeDeep(text: string): boolean {
  if (text.length <= 2 * MOST_DEPTH) return false
  let left = MOST_DEPTH
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1))
      if (--left < 0) return true
  return false
}
