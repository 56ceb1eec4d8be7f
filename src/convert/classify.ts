/** Finds out what a JSON value is, when it was not said. */
import { isRecord } from '../common/json.js'
import { validate, type ValidateAs } from '../validation/index.js'
import { makingOf } from './find.js'
import { shapes } from './generated/shapes.js'

/** What a JSON value can be converted as. */
export const inputKinds = [
  'message',
  'messages',
  'request',
  'flex',
  'flex-component',
  'template',
  'action',
  'quick-reply',
  'rich-menu',
  'unknown',
] as const

/**
 * What a JSON value is: a message, a list of messages, the body of a request with messages, a bubble or carousel, a Flex component, a
 * template, an action, a quick reply, a rich menu, or none of these.
 */
export type InputKind = (typeof inputKinds)[number]

/** What each kind is validated as. */
export const validatedAs = {
  message: 'message',
  messages: 'messages',
  request: 'messages',
  flex: 'flex',
  'flex-component': 'flex-component',
  template: 'template',
  action: 'action',
  'quick-reply': 'quick-reply',
  'rich-menu': 'rich-menu',
  unknown: undefined,
} as const satisfies Record<InputKind, ValidateAs | undefined>

/** Types of what components make, by what it is. A text is a message and a Flex component. */
const typesOf = (kind: string): ReadonlySet<string> =>
  new Set(
    Object.values(shapes).flatMap(({ type, component, inside }) =>
      type !== undefined &&
      (inside === undefined
        ? component !== undefined && makingOf(component).kind === kind && !templates.has(type)
        : kind === 'message')
        ? [type]
        : [],
    ),
  )

const templates = new Set(['buttons', 'confirm', 'carousel', 'image_carousel'])
const types = {
  message: typesOf('message'),
  flex: typesOf('flexContainer'),
  'flex-component': typesOf('flexComponent'),
  action: typesOf('action'),
  template: templates,
} as const

/** What a value is: of several possibilities, the one with the fewest problems. */
export function classify(value: unknown): InputKind {
  if (Array.isArray(value)) return 'messages'
  if (!isRecord(value)) return 'unknown'
  const { type, messages, areas, items } = value
  if (typeof type === 'string') {
    if (type === 'carousel') return value['columns'] === undefined ? 'flex' : 'template'
    const kinds = Object.entries(types).flatMap(([kind, names]) =>
      names.has(type) ? [kind as keyof typeof types] : [],
    )
    return kinds.length > 1 ? fewestProblems(value, kinds) : (kinds[0] ?? 'message')
  }
  if (Array.isArray(messages)) return 'request'
  if (Array.isArray(areas)) return 'rich-menu'
  if (Array.isArray(items)) return 'quick-reply'
  return 'unknown'
}

function fewestProblems(value: unknown, kinds: readonly (keyof typeof types)[]): InputKind {
  const counts = kinds.map((kind) => validate(value, { as: kind }).length)
  return kinds[counts.indexOf(Math.min(...counts))]!
}

/** Bubbles, carousels and templates, around which `render` puts a message. */
export const isWrapped = (value: unknown): boolean => {
  if (!isRecord(value)) return false
  const type = String(value['type'])
  return types.flex.has(type) || templates.has(type)
}
