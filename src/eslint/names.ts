/** Names in a file → exports of fukidashi. */
import * as builders from '../builders/index.js'
import * as components from '../components/index.js'
import * as flex from '../components/flex/index.js'
import { Fragment, Provide } from '../jsx-runtime/jsx.js'
import * as richMenu from '../rich-menu/components/index.js'
import { nameIn, type Node, type Scope, type SourceCode, syntax } from './syntax.js'

/** The exports that become elements, by module. */
const modules: Readonly<Record<string, object>> = {
  fukidashi: { ...components, Fragment, Provide },
  'fukidashi/flex': flex,
  'fukidashi/builders': builders,
  'fukidashi/rich-menu': richMenu,
  'fukidashi/jsx-runtime': { Fragment },
  'fukidashi/jsx-dev-runtime': { Fragment },
}

/** True if a file names a module of fukidashi. All other files are left alone. */
export const namesFukidashi = ({ ast }: SourceCode): boolean =>
  (ast as unknown as { body: readonly { source?: Node | null }[] }).body.some(
    ({ source }) => source && /^fukidashi(?:\/|$)/.test(nameIn(source) ?? ''),
  )

/** The declaration of a name in a file. */
export interface Declaration {
  readonly type: string
  readonly node: Node
  readonly parent?: Node | null
}

/** Finds what names in a file mean. */
export class Names {
  readonly #source: SourceCode

  constructor(source: SourceCode) {
    this.#source = source
  }

  /** The export of fukidashi that an expression or the name of a tag is; undefined for everything else. */
  exportOf(node: Node): unknown {
    return this.#resolve(node, node, 0)
  }

  /** The only declaration of a name, as seen from a node. */
  declaration(name: string, at: Node): Declaration | undefined {
    let scope = this.#source.getScope?.(at) as Scope | null | undefined
    for (; scope; scope = scope.upper) {
      const variable = scope.set.get(name)
      if (variable && variable.defs.length > 0)
        return variable.defs.length === 1 ? variable.defs[0] : undefined
    }
    return undefined
  }

  #resolve(node: Node, at: Node, depth: number): unknown {
    const read = syntax(node)
    if (depth > 10) return undefined
    if (read.type === 'Identifier' || read.type === 'JSXIdentifier') {
      const declaration = this.declaration(read.name, at)
      return declaration && this.#declared(declaration, read.name, depth)
    }
    if (read.type === 'JSXMemberExpression' || (read.type === 'MemberExpression' && !read.computed))
      return member(this.#resolve(read.object, at, depth + 1), nameIn(read.property))
    if (read.type === 'CallExpression' && nameIn(read.callee) === 'require')
      return modules[nameIn(read.arguments[0] ?? node) ?? '']
    return undefined
  }

  #declared({ type, node, parent }: Declaration, name: string, depth: number): unknown {
    if (type === 'ImportBinding') {
      const { source } = (parent ?? {}) as { source?: Node }
      const module = source && modules[nameIn(source) ?? '']
      const specifier = syntax(node)
      return specifier.type === 'ImportSpecifier'
        ? member(module, nameIn(specifier.imported))
        : node.type === 'ImportNamespaceSpecifier'
          ? module
          : undefined
    }
    const read = syntax(node)
    if (type !== 'Variable' || read.type !== 'VariableDeclarator' || !read.init || !isConst(parent))
      return undefined
    const value = this.#resolve(read.init, node, depth + 1)
    if (read.id.type === 'Identifier') return value
    // `const { Box, Text: T } = Flex`
    const { properties = [] } = read.id as { properties?: readonly Node[] }
    for (const property of properties.map(syntax))
      if (property.type === 'Property' && nameIn(property.value) === name)
        return member(value, nameIn(property.key))
    return undefined
  }
}

/** True for the declaration of constants. */
export const isConst = (declaration: Node | null | undefined): boolean =>
  (declaration as { kind?: unknown } | null | undefined)?.kind === 'const'

const member = (owner: unknown, name: string | undefined): unknown =>
  typeof owner === 'object' && owner !== null && name !== undefined && Object.hasOwn(owner, name)
    ? (owner as Record<string, unknown>)[name]
    : undefined
