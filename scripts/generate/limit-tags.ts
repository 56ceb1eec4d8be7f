/** `{@limit …}` in docstrings → the limit. So hovers, docs and schemas have no figure of their own. */
import { apiLimits } from '../../src/spec/api/limits.ts'
import { labelLimits } from '../../src/spec/label-limits.ts'
import { limits } from '../../src/spec/limits.ts'
import type { Definition, Definitions } from './schema.ts'

const bounds = [
  'minItems',
  'maxItems',
  'minUtf16',
  'maxUtf16',
  'warnUtf16',
  'maxGraphemes',
  'minimum',
  'maximum',
  'multipleOf',
  'default',
]

/** Every number in a tag of the spec, by the name of its constant: `TextMessage_text_maxUtf16`. */
export function numbersOf(all: Definitions): Record<string, number> {
  const of = (name: string, definition: Definition) =>
    bounds.flatMap((bound): [string, number][] => {
      const value = definition[bound]
      return typeof value === 'number' ? [[`${name}_${bound}`, value]] : []
    })
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, definition]) => [
      ...of(name, definition),
      ...Object.entries(definition.properties ?? {}).flatMap(([property, value]) =>
        of(`${name}_${property}`, value),
      ),
    ]),
  )
}

/**
 * Writes limits in the place of their tags.
 *
 * - `{@limit TextMessage_text_maxUtf16}` is a tag of the spec,
 * - `{@limit files.image}` a number of `limits.ts` or `api/limits.ts`,
 * - `{@limit label.quickReply}` and `{@limit messageText.imagemap}` rows of `label-limits.ts`.
 *
 * @throws {Error} for a limit that there is not
 */
export function withLimits(text: string, numbers: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{@limit\s+([\w.]+)\s*\}/g, (tag, name: string) => {
    const value = numbers[name] ?? byPath(name.split('.'))
    if (typeof value !== 'number') throw new Error(`${tag} names no limit of src/spec`)
    return value.toLocaleString('en')
  })
}

function byPath(path: readonly string[]): unknown {
  const [what, place] = path
  const row = Object.entries(labelLimits).find(([name]) => name === place)?.[1]
  if (row && what === 'label') return row.label.max
  if (row && what === 'messageText') return row.messageText.max
  return path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    { ...limits, ...apiLimits },
  )
}
