/** Paths into a value, as reports write them: `messages[0].template.actions[1].label`. */

export type Segment = string | number

const plainName = /^[A-Za-z_$][\w$]*$/

/** Writes segments dotted. Names that are no identifiers are quoted: `substitution["a b"]`. */
export function dotted(segments: readonly Segment[]): string {
  let path = ''
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`
    else if (plainName.test(segment)) path += path === '' ? segment : `.${segment}`
    else path += `[${JSON.stringify(segment)}]`
  }
  return path
}

const token = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g

/** Reads a dotted path. */
export function segments(path: string): Segment[] {
  return [...path.matchAll(token)].map(([, index, quotedName, name]) =>
    index !== undefined
      ? Number(index)
      : quotedName !== undefined
        ? (JSON.parse(quotedName) as string)
        : name!,
  )
}

/** Reads a JSON pointer into a value: which segments are indices depends on the value. */
export function fromPointer(pointer: string, root: unknown): Segment[] {
  if (pointer === '') return []
  let at: unknown = root
  return pointer
    .slice(1)
    .split('/')
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
      const segment = Array.isArray(at) ? Number(name) : name
      at = (at as Record<Segment, unknown> | null | undefined)?.[segment]
      return segment
    })
}
