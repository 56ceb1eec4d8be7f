/** How deep JSON may be nested: what is kept is written, copied and looked through by recursion later. */

/** More than any message has. */
export const MOST_DEPTH = 200

/** Whether lists and objects stand in each other more than so many levels deep. */
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
