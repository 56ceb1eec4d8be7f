/** Objects that people take for children or JSON: elements of other libraries, sets, generators. */
import { nameOf } from './place.js'

/** Libraries by what only their elements have. */
const libraries: [name: string, isOne: (element: Record<string, unknown>) => boolean][] = [
  ['React', ({ $$typeof }) => typeof $$typeof === 'symbol' && String($$typeof).includes('(react.')],
  ['Preact', (element) => element['constructor'] === undefined && '__v' in element],
  ['Hono', (element) => 'tag' in element],
  ['Vue', ({ __v_isVNode }) => __v_isVNode === true],
  // Of any other, a component: JSON has no functions.
  ['another library', ({ type, tag }) => typeof (type ?? tag) === 'function'],
]

/**
 * The reason why an object is neither a child nor JSON, with what to do; undefined for everything else.
 *
 * @param name - how the report calls the value
 */
export function notJson(value: object, name: unknown): string | undefined {
  if (Symbol.iterator in value || Symbol.asyncIterator in value)
    return value instanceof String ? undefined : `${String(name)} is ${iterable(value)}`
  if (!('props' in value)) return undefined
  const element = value as Record<string, unknown>
  const library = libraries.find(([, isOne]) => isOne(element))?.[0]
  if (!library) return undefined
  const type = element['type'] ?? element['tag']
  const tag = typeof type === 'string' || typeof type === 'function' ? nameOf(type) : ''
  return `<${tag}> is JSX of ${library}, not of fukidashi; set "jsxImportSource": "fukidashi" in tsconfig.json, or begin the file with /** @jsxImportSource fukidashi */`
}

function iterable(value: object): string {
  const array =
    Symbol.asyncIterator in value
      ? 'await Array.fromAsync(x)'
      : value instanceof Map
        ? '[...x.values()]'
        : '[...x]'
  return `of type ${Object.prototype.toString.call(value).slice(8, -1)}, and not an array; write ${array}`
}
