/**
 * The literal part of a tree of elements: what is known before the program runs becomes elements, everything else is left out.
 * So the limits of what is there can be checked, and nothing is assumed about the rest.
 */
import { Builder } from '../builders/builder.js'
import { builtIn } from '../jsx-runtime/component.js'
import type { ElementNode } from '../jsx-runtime/element.js'
import { Fragment, jsxDEV, Provide } from '../jsx-runtime/jsx.js'
import { attempt, type Factory, isScalar, returned, unwrapped } from './expressions.js'
import { jsxText } from './jsx-text.js'
import { isConst, type Names } from './names.js'
import { nameIn, type Node, syntax } from './syntax.js'

/** A value that is not known before the program runs. */
const unknown = Symbol('unknown')

/** An element in a file. */
export interface Part {
  /** The tag, or the calls of a builder. */
  readonly nodes: Node[]

  /** The name of the tag or of the function. */
  readonly name: Node
  /** The expressions of its props; `children` if it has one child. */
  readonly props: Map<string, Node>
  /** Props that are not fully known, and `children`. */
  readonly partial: Set<string>
  /** True if it has props whose names are not known. */
  spread: boolean
}

/** Styles and line breaks that texts may have. */
const tags = new Set(['b', 'i', 'u', 's', 'br'])

/** One evaluation of an expression. What only some runs of the program have is left out, unless it is chosen. */
export class Evaluation {
  readonly parts: Part[] = []
  /** Expressions that only some runs of the program come to, such as both sides of a condition. */
  readonly optional: Node[] = []
  /** How many values are not known. */
  unknowns = 0
  readonly #names: Names
  readonly #chosen: ReadonlySet<Node>
  readonly #reading = new Set<Node>()
  readonly #builders = new Map<unknown, Builder>()

  constructor(names: Names, chosen: ReadonlySet<Node>) {
    this.#names = names
    this.#chosen = chosen
  }

  /** The element that an expression is; undefined if it is none, or one of an unknown component. */
  element(node: Node): ElementNode | undefined {
    const value = this.#value(node)
    return typeof value === 'object' && value !== null && '$$typeof' in value
      ? (value as ElementNode)
      : undefined
  }

  /** True if the value of an expression is known. */
  knows(node: Node): boolean {
    const inner = new Evaluation(this.#names, this.#chosen)
    inner.#value(node)
    return inner.unknowns === 0
  }

  /** The part of an expression that is its value: of a condition, the chosen side. */
  chosenIn(node: Node): Node {
    const side = this.#side(node)
    return side ? this.chosenIn(side) : node
  }

  #side(node: Node): Node | undefined {
    const read = syntax(node)
    const sides =
      read.type === 'ConditionalExpression'
        ? [read.consequent, read.alternate]
        : read.type === 'LogicalExpression'
          ? [read.right]
          : []
    return sides.find((side) => this.#chosen.has(side))
  }

  #unknown(): typeof unknown {
    this.unknowns++
    return unknown
  }

  #optional(node: Node): unknown {
    if (this.#chosen.has(node)) return this.#value(node)
    this.optional.push(node)
    return this.#unknown()
  }

  #value(node: Node): unknown {
    const read = syntax(node)
    switch (read.type) {
      case 'Literal':
        return read.regex ? this.#unknown() : read.value
      case 'TemplateLiteral':
        return read.quasis
          .map(({ value }, i) => {
            const inner = read.expressions[i] && this.#value(read.expressions[i])
            return `${value.cooked ?? ''}${isScalar(inner) ? String(inner) : ''}`
          })
          .join('')
      case 'BinaryExpression':
        return this.#binary(read.operator, this.#value(read.left), this.#value(read.right))
      case 'UnaryExpression': {
        const value = this.#value(read.argument)
        return typeof value === 'number' && read.operator === '-' ? -value : this.#unknown()
      }
      case 'LogicalExpression':
        return this.#optional(read.right)
      case 'ConditionalExpression': {
        const chosen = this.#side(node)
        if (chosen) return this.#value(chosen)
        this.optional.push(read.consequent, read.alternate)
        return this.#unknown()
      }
      case 'Identifier':
        return read.name === 'undefined' ? undefined : this.#constant(read.name, node)
      case 'ArrayExpression':
        return read.elements
          .map((item) => (item ? this.#value(item) : this.#unknown()))
          .filter((item) => item !== unknown)
      case 'ObjectExpression':
        return this.#object(read.properties)
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
        return this.#value(read.expression)
      case 'CallExpression':
        return this.#call(node, read)
      case 'JSXElement':
        return this.#jsx(node, read.openingElement, read.children)
      case 'JSXFragment':
        return jsxDEV(Fragment, { children: this.#children(read.children) })
      default:
        return this.#unknown()
    }
  }

  #binary(operator: string, left: unknown, right: unknown): unknown {
    if (operator === '+' && (typeof left === 'string' || typeof right === 'string'))
      return [left, right].map((side) => (isScalar(side) ? String(side) : '')).join('')
    return this.#unknown()
  }

  /** The text or number of a constant of the file. */
  #constant(name: string, at: Node): unknown {
    const declaration = this.#names.declaration(name, at)
    const read = declaration && syntax(declaration.node)
    if (
      read?.type !== 'VariableDeclarator' ||
      read.id.type !== 'Identifier' ||
      !read.init ||
      !isConst(declaration?.parent) ||
      !/^(?:Literal|TemplateLiteral|BinaryExpression)$/.test(read.init.type) ||
      this.#reading.has(read.init)
    )
      return this.#unknown()
    this.#reading.add(read.init)
    const value = this.#value(read.init)
    this.#reading.delete(read.init)
    return value
  }

  #object(properties: readonly Node[]): unknown {
    const object: Record<string, unknown> = {}
    for (const property of properties.map(syntax)) {
      const name = property.type === 'Property' && !property.computed && nameIn(property.key)
      const value = name ? this.#value(property.value) : this.#unknown()
      if (name && value !== unknown) object[name] = value
    }
    return object
  }

  #jsx(
    node: Node,
    { name, attributes }: { name: Node; attributes: readonly Node[] },
    children: readonly Node[],
  ): unknown {
    const tag = nameIn(name)
    const type = tag !== undefined && tags.has(tag) ? tag : this.#names.exportOf(name)
    if (type === Provide) return jsxDEV(Fragment, { children: this.#children(children) })
    if (type === undefined || (typeof type === 'function' && !builtIn(type))) return this.#unknown()
    const part = this.#part(node, name)
    const props: Record<string, unknown> = {}
    for (const attribute of attributes.map(syntax)) {
      const property = attribute.type === 'JSXAttribute' ? nameIn(attribute.name) : undefined
      if (attribute.type !== 'JSXAttribute' || property === undefined) {
        if (attribute.type !== 'JSXSpreadAttribute' || !this.#spread(attribute.argument, props))
          this.#overwrite(part, props)
      } else if (property !== 'key') {
        const value = attribute.value && unwrapped(attribute.value)
        this.#prop(part, props, property, value)
      }
    }
    const before = this.unknowns
    const content = this.#children(children)
    if (content !== undefined) props['children'] = content
    if (this.unknowns > before) part.partial.add('children')
    const own = children.filter((child) => {
      const read = syntax(child)
      return read.type !== 'JSXText' || jsxText(read.value) !== undefined
    })
    if (own.length === 1) part.props.set('children', unwrapped(own[0]!))
    return this.#located(type, props, part)
  }

  /** Adds the properties of an object that is fully known. False for all others. */
  #spread(node: Node, props: Record<string, unknown>): boolean {
    if (!this.knows(node)) return false
    const value = this.#value(node)
    if (typeof value === 'object') Object.assign(props, value)
    return true
  }

  /** Forgets the props before others whose names are not known. */
  #overwrite(part: Part, props: Record<string, unknown>): void {
    this.#unknown()
    part.spread = true
    for (const name of Object.keys(props)) {
      Reflect.deleteProperty(props, name)
      part.partial.add(name)
    }
  }

  #part(node: Node, name: Node): Part {
    return { nodes: [node], name, props: new Map(), partial: new Set(), spread: false }
  }

  #prop(part: Part, props: Record<string, unknown>, name: string, node: Node | null): void {
    const before = this.unknowns
    const value = node ? this.#value(node) : true
    if (value !== unknown) props[name] = value
    if (node) part.props.set(name, node)
    if (this.unknowns > before) part.partial.add(name)
  }

  #located(type: unknown, props: Record<string, unknown>, part: Part): unknown {
    // Reports name the line of the innermost element: here, its number.
    const lineNumber = this.parts.push(part) - 1
    return jsxDEV(type, props, null, false, { fileName: '', lineNumber, columnNumber: 0 })
  }

  #children(nodes: readonly Node[]): unknown {
    const values = nodes.flatMap((node) => {
      const read = syntax(node)
      if (read.type === 'JSXText') return jsxText(read.value) ?? []
      if (node.type === 'JSXExpressionContainer' && unwrapped(node).type === 'JSXEmptyExpression')
        return []
      const value = this.#value(unwrapped(node))
      return value === unknown ? [] : [value]
    })
    return values.length < 2 ? values[0] : values
  }

  #call(
    node: Node,
    { callee, arguments: args }: { callee: Node; arguments: readonly Node[] },
  ): unknown {
    const member = syntax(callee)
    const method = member.type === 'MemberExpression' && !member.computed && nameIn(member.property)
    if (method && /^(?:map|flatMap|from)$/.test(method)) {
      this.#unknown()
      return args
        .flatMap(returned)
        .map((result) => this.#optional(result))
        .filter((item) => item !== unknown)
    }
    const factory = this.#names.exportOf(callee)
    if (typeof factory === 'function' && !builtIn(factory))
      return this.#built(node, callee, args, factory as Factory)
    return method && member.type === 'MemberExpression'
      ? this.#method(node, member.object, method, args)
      : this.#unknown()
  }

  /** The element of a builder's factory. */
  #built(node: Node, name: Node, args: readonly Node[], factory: Factory): unknown {
    const before = this.parts.length
    const values = args.map((arg) => this.#argument(arg))
    const builder = attempt(() => factory(...values.map(({ value }) => value)))
    if (!(builder instanceof Builder)) return this.#forget(before)
    const part = this.#part(node, name)
    const { first } = builder.$shape
    args.forEach((arg, i) => {
      const property = first[i] ?? 'children'
      if (first[i] !== undefined || args.length === first.length + 1) part.props.set(property, arg)
      if (values[i]!.partial) part.partial.add(property)
    })
    part.spread = args.some(({ type }) => type === 'SpreadElement')
    return this.#kept(builder, this.#located(builder.type, builder.props, part))
  }

  /** The element of a builder after one call more. */
  #method(node: Node, object: Node, method: string, args: readonly Node[]): unknown {
    const before = this.parts.length
    const element = this.#value(object) as ElementNode | undefined
    const builder = this.#builders.get(element)
    if (!builder) return this.#forget(before)
    const part = this.parts[element!.source!.lineNumber]!
    const values = args.map((arg) => this.#argument(arg))
    const passed = values.flatMap(({ value }) => (value === undefined ? [] : [value]))
    const next =
      passed.length === 0 && args.length > 0
        ? builder
        : attempt(() => (builder as unknown as Record<string, Factory>)[method]!(...passed))
    if (!(next instanceof Builder)) return this.#forget(before)
    part.nodes.push(node)
    if (values.some(({ partial }) => partial)) part.partial.add(method)
    if (args[0]) part.props.set(method, args[0])
    return this.#kept(next, jsxDEV(next.type, next.props, null, false, element!.source))
  }

  /** Keeps the builder of an element, for further calls. */
  #kept(builder: Builder, element: unknown): unknown {
    this.#builders.set(element, builder)
    return element
  }

  /** Drops the elements since then: they are checked by themselves. */
  #forget(parts: number): typeof unknown {
    this.parts.length = parts
    return this.#unknown()
  }

  #argument(node: Node): { value: unknown; partial: boolean } {
    const before = this.unknowns
    const value = this.#value(node)
    return { value: value === unknown ? undefined : value, partial: this.unknowns > before }
  }
}
