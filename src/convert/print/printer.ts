/** Source text of JSON and of elements, in a layout of its own: what fits is on one line. */
import { isObject } from '../../common/json.js'
import { builtIn } from '../../jsx-runtime/component.js'
import { type ElementNode, isElement } from '../../jsx-runtime/element.js'
import { Hole } from '../hole.js'
import { commentText, quoted } from './text.js'

/** Columns of a line. */
const WIDTH = 100

/** Comments by the element of `raw(…)` that they are about. */
export type Comments = ReadonlyMap<object, readonly string[]>

/** Names of imports that are something else in a module. */
export interface LocalNames {
  get: (imported: string) => string | undefined
}

/** Prints values. Subclasses print the elements in them. */
export abstract class Printer {
  /** Imported names that were printed. */
  readonly used = new Set<string>()
  readonly #comments: Comments
  readonly #localNames: LocalNames

  /** @param localNames - names of imports that are something else here */
  constructor(comments: Comments = new Map(), localNames: LocalNames = new Map()) {
    this.#comments = comments
    this.#localNames = localNames
  }

  /** An element on one line; undefined if it needs several, or more room. */
  protected abstract flatElement(element: ElementNode, room: number): string | undefined
  /** An element on several lines. */
  protected abstract brokenElement(element: ElementNode, indent: number): string
  /** A value of an object that has several lines. */
  protected abstract inProperty(code: string, value: unknown, indent: number): string

  /** An expression. Its first line begins at `column`, and the others are indented. */
  expression(value: unknown, indent: number, column = indent): string {
    return this.flat(value, WIDTH - column) ?? this.#broken(value, indent)
  }

  /** An expression on a line of its own, below its comments. */
  protected onLine(value: unknown, indent: number, end = ''): string {
    const comments = this.commentsOf(value).map((line) => `${line}\n${' '.repeat(indent)}`)
    return `${comments.join('')}${this.expression(value, indent, indent + end.length)}${end}`
  }

  /** Line comments of a value. */
  commentsOf(value: unknown): string[] {
    const comments = isObject(value) ? (this.#comments.get(value) ?? []) : []
    return comments.map((comment) => `// ${commentText(comment)}`)
  }

  /** The name of an import, which is noted. */
  protected use(name: string): string {
    this.used.add(name)
    return this.#localNames.get(name) ?? name
  }

  protected flat(value: unknown, room: number): string | undefined {
    if (room < 0) return undefined
    if (value === undefined) return fitting('undefined', room)
    if (typeof value === 'string') return fitting(quoted(value), room, true)
    if (value instanceof Hole) return fitting(value.name, room)
    if (!isObject(value)) return fitting(Object.is(value, -0) ? '-0' : JSON.stringify(value), room)
    if (this.#comments.has(value)) return undefined
    if (isElement(value))
      return isRaw(value) ? this.#flatRaw(value, room) : this.flatElement(value, room)
    return Array.isArray(value) ? this.#flatList(value, room) : this.#flatObject(value, room)
  }

  #flatRaw(element: ElementNode, room: number): string | undefined {
    const name = this.use('raw')
    const { value } = element.props
    if (!isObject(value)) return fitting(`${name}(${this.flat(value, room) ?? ''} as never)`, room)
    const inner = this.flat(value, room - name.length - 2)
    return inner && `${name}(${inner})`
  }

  #flatList(items: readonly unknown[], room: number): string | undefined {
    const inner = this.flatItems(items, room - 2)
    return inner === undefined ? undefined : `[${inner}]`
  }

  /** Expressions with commas between them. */
  protected flatItems(items: readonly unknown[], room: number): string | undefined {
    let code = ''
    for (const item of items) {
      const separator = code === '' ? '' : ', '
      const part = this.flat(item, room - code.length - separator.length)
      if (part === undefined) return undefined
      code += separator + part
    }
    return fitting(code, room)
  }

  #flatObject(value: object, room: number): string | undefined {
    let code = ''
    for (const [name, part] of Object.entries(value)) {
      const start = `${code === '' ? '' : ', '}${this.#start(name, part)}`
      const end =
        part instanceof Hole && part.name === name
          ? ''
          : this.flat(part, room - start.length - code.length - 4)
      if (end === undefined) return undefined
      code += start + end
    }
    return code === '' ? '{}' : fitting(`{ ${code} }`, room)
  }

  /** A property up to its value. */
  #start(name: string, value: unknown): string {
    return value instanceof Hole && value.name === name ? name : `${propertyName(name)}: `
  }

  #broken(value: unknown, indent: number): string {
    if (isElement(value))
      return isRaw(value) ? this.#brokenRaw(value, indent) : this.brokenElement(value, indent)
    // A long text.
    if (!isObject(value)) return this.flat(value, Infinity)!
    const inner = indent + 2
    if (Array.isArray(value)) return `[\n${this.lines(value, inner)}${' '.repeat(indent)}]`
    const lines = Object.entries(value).map(([name, part]) => {
      const start = this.#start(name, part)
      const comments = this.commentsOf(part).map((line) => `${' '.repeat(inner)}${line}\n`)
      if (part instanceof Hole && part.name === name) return `${' '.repeat(inner)}${name},\n`
      const code = this.expression(part, inner, inner + start.length + 1)
      const end = code.includes('\n') ? this.inProperty(code, part, inner) : code
      return `${comments.join('')}${' '.repeat(inner)}${start}${end},\n`
    })
    return `{\n${lines.join('')}${' '.repeat(indent)}}`
  }

  /** Items, each on a line of its own. */
  protected lines(items: readonly unknown[], indent: number): string {
    return items.map((item) => `${' '.repeat(indent)}${this.onLine(item, indent, ',')}\n`).join('')
  }

  #brokenRaw(element: ElementNode, indent: number): string {
    const name = this.use('raw')
    const { value } = element.props
    if (!isObject(value)) return `${name}(${this.flat(value, Infinity)!} as never)`
    return `${name}(${this.expression(value, indent, indent + name.length + 2)})`
  }
}

/** True for elements of `raw(…)`. */
export const isRaw = ({ type }: ElementNode): boolean => builtIn(type)?.kind === 'raw'

/** Code, if there is room for it. Texts are never broken, so they may always be as long as they are. */
const fitting = (code: string, room: number, isText = false): string | undefined =>
  code.length <= room || (isText && room === Infinity) ? code : undefined

/** The name of a property in an object literal. `__proto__` without brackets would set the prototype. */
export function propertyName(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}
