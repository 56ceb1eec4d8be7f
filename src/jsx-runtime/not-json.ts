/** Values that people take for children or JSON: dates, functions, sets, generators, elements of other libraries. */
import { nameOf } from './place.js'

/** The library that an object is an element of, by what only its elements have. */
function libraryOf(element: Record<string, unknown>): string | undefined {
  const { $$typeof, type, tag } = element
  if (typeof $$typeof === 'symbol' && String($$typeof).includes('(react.')) return 'React'
  if (element['constructor'] === undefined && '__v' in element) return 'Preact'
  if ('tag' in element) return 'Hono'
  if (element['__v_isVNode'] === true) return 'Vue'
  // Of any other, a component: JSON has no functions.
  return typeof (type ?? tag) === 'function' ? 'another library' : undefined
}

/** The reason why a function or symbol is not a child. */
export function notValue(value: object | symbol): string {
  if (typeof value === 'symbol') return `${String(value)} is not a child`
  const name = nameOf(value)
  return /^[A-Z]/.test(name)
    ? `the function ${name} is not a child; if it is a component, write <${name} />`
    : 'a function is not a child; pass what it returns'
}

/** The reason why an element is not one value. */
export const notOne = (type: unknown, count: number): string =>
  `<${nameOf(type)}> becomes ${count === 0 ? 'nothing' : `${count} values`} where one is expected`

/** The code and the reason for an object that is not a child; undefined for JSON. */
export function notChild(value: object): ['wrong_child' | 'wrong_value', string] | undefined {
  const reason = notJson(value, 'a child')
  if (reason === undefined) return undefined
  return value instanceof Date
    ? ['wrong_value', `${reason}: date.toLocaleDateString()`]
    : ['wrong_child', reason]
}

/**
 * The reason why an object is not JSON, with what to do; undefined if it is.
 *
 * @param name - how the report calls the value
 */
export function notJson(value: object, name: unknown): string | undefined {
  if (value instanceof Date)
    return `${String(name)} is a Date, and LINE knows no time zones; write it as text`
  // Reading is several times as fast as `in`, and nearly all values have none of these.
  const element = value as Record<string | symbol, unknown>
  if ((element[Symbol.iterator] ?? element[Symbol.asyncIterator]) !== undefined)
    return value instanceof String ? undefined : `${String(name)} is ${iterable(value)}`
  const library = element['props'] !== undefined && libraryOf(element)
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
