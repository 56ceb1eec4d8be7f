/** Elements as TSX. */
import { builtIn, type Kind } from '../../jsx-runtime/component.js'
import { type ElementNode, FRAGMENT, isElement } from '../../jsx-runtime/element.js'
import { nameOf } from '../../jsx-runtime/place.js'
import { makingOf } from '../find.js'
import { Hole } from '../hole.js'
import { isRaw, Printer } from './printer.js'
import { isJsxAttribute, isJsxText } from './text.js'

/** Elements that stay on the line of the text around them. */
const inline: readonly (Kind | undefined)[] = ['mention', 'emoji', 'flexSpan']

/** Prints elements as TSX. Elements in elements are on lines of their own, except in texts. */
export class TsxPrinter extends Printer {
  protected flatElement(element: ElementNode, room: number): string | undefined {
    const children = childrenOf(element)
    if (children.some((child) => isElement(child) && !isInline(child))) return undefined
    const start = this.#flatStart(element, room, children.length === 0)
    if (start === undefined || children.length === 0) return start
    let code = start
    const end = `</${this.#name(element)}>`
    for (const child of children) {
      const left = room - code.length - end.length
      const part = this.#flatChild(child, left)
      if (part === undefined || part.length > left) return undefined
      code += part
    }
    return code + end
  }

  protected brokenElement(element: ElementNode, indent: number): string {
    const children = childrenOf(element)
    const start =
      this.#flatStart(element, 100 - indent, children.length === 0) ??
      this.#brokenStart(element, indent, children.length === 0)
    if (children.length === 0) return start
    const inner = ' '.repeat(indent + 2)
    const lines = children.map((child) => `${inner}${this.#child(child, indent + 2)}\n`)
    return `${start}\n${lines.join('')}${' '.repeat(indent)}</${this.#name(element)}>`
  }

  protected inProperty(code: string, value: unknown, indent: number): string {
    return isElement(value) && !isRaw(value) ? this.parenthesized(value, indent) : code
  }

  /** An element of several lines, in parentheses. */
  parenthesized(value: unknown, indent: number): string {
    const code = this.expression(value, indent + 2)
    const space = ' '.repeat(indent)
    return `(\n${space}  ${code}\n${space})`
  }

  #name({ type }: ElementNode): string {
    if (type === FRAGMENT) return ''
    const name = nameOf(type)
    if (!builtIn(type)) return name
    return name.startsWith('Flex.') ? `${this.use('Flex')}${name.slice(4)}` : this.use(name)
  }

  #flatStart(element: ElementNode, room: number, isWhole: boolean): string | undefined {
    let code = `<${this.#name(element)}`
    const end = isWhole ? ' />' : '>'
    for (const [name, value] of this.#attributes(element)) {
      const start = ` ${name}`
      const part = this.#flatAttribute(name, value, room - code.length - start.length - end.length)
      if (part === undefined) return undefined
      code += start + part
    }
    return code.length + end.length <= room ? code + end : undefined
  }

  /** The part of an attribute behind its name. */
  #flatAttribute(name: string, value: unknown, room: number): string | undefined {
    if (value === true) return ''
    if (typeof value === 'string' && isJsxAttribute(value))
      return value.length + 3 <= room ? `="${value}"` : undefined
    const code = this.flat(value, room - 3)
    if (code === undefined) return undefined
    return name === SPREAD ? `${code}}` : `={${code}}`
  }

  #brokenStart(element: ElementNode, indent: number, isWhole: boolean): string {
    const inner = indent + 2
    const lines = this.#attributes(element).map(([name, value]) => {
      const flat = this.#flatAttribute(name, value, Infinity)
      if (
        flat !== undefined &&
        (typeof value !== 'object' || inner + name.length + flat.length <= 100)
      )
        return `${' '.repeat(inner)}${name}${flat}\n`
      if (name === SPREAD)
        return `${' '.repeat(inner)}${name}${this.expression(value, inner, Infinity)}}\n`
      return `${' '.repeat(inner)}${name}=${this.#container(value, inner)}\n`
    })
    const space = ' '.repeat(indent)
    return `<${this.#name(element)}\n${lines.join('')}${space}${isWhole ? '/>' : '>'}`
  }

  /** A value in braces, with its comments. */
  #container(value: unknown, indent: number): string {
    const space = ' '.repeat(indent)
    const isTag = isElement(value) && !isRaw(value)
    if (!isTag && this.commentsOf(value).length === 0)
      return `{${this.expression(value, indent, indent + 2)}}`
    return `{\n${space}  ${this.onLine(value, indent + 2)}\n${space}}`
  }

  /** Props by name. Those that the component does not know are spread. */
  #attributes({ type, props }: ElementNode): [name: string, value: unknown][] {
    const definition = builtIn(type)
    const making = definition && makingOf(definition.name).props
    const attributes: [string, unknown][] = []
    let others: Record<string, unknown> | undefined
    for (const name of Object.keys(props)) {
      if (name === 'children') continue
      const isKnown =
        !making ||
        making.one.includes(name) ||
        making.flags.includes(name) ||
        making.many.includes(name)
      if (isKnown) attributes.push([name, props[name]])
      else others = { ...others, [name]: props[name] }
    }
    return others ? [...attributes, [SPREAD, others]] : attributes
  }

  #flatChild(child: unknown, room: number): string | undefined {
    if (typeof child === 'string')
      return isJsxText(child) ? child : this.#flatExpression(child, room)
    return isElement(child) ? this.flatElement(child, room) : this.#flatExpression(child, room)
  }

  #flatExpression(value: unknown, room: number): string | undefined {
    const code = this.flat(value, room - 2)
    return code && `{${code}}`
  }

  /** A child on a line of its own. */
  #child(child: unknown, indent: number): string {
    if (typeof child === 'string' && isJsxText(child)) return child
    if (isElement(child) && !isRaw(child)) return this.expression(child, indent)
    return this.#container(child, indent)
  }
}

const SPREAD = '{...'

const isInline = (element: ElementNode): boolean =>
  typeof element.type === 'string' || inline.includes(builtIn(element.type)?.kind)

/** Children of an element, in one list. */
export function childrenOf({ props }: ElementNode): readonly unknown[] {
  const { children } = props
  if (children === undefined) return []
  return Array.isArray(children) ? (children as unknown[]) : [children]
}

/** True for a value that is printed as a tag. */
export const isTag = (value: unknown): boolean =>
  isElement(value) && !isRaw(value) && !(value instanceof Hole)
