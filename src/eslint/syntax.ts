/** The parts of a syntax tree that the rules read, as espree and `@typescript-eslint/parser` write them. */

/** A node of any kind. */
export interface Node {
  readonly type: string
  readonly range?: readonly [number, number] | undefined
}

/** The nodes whose parts are read. All others are a {@link Node}. */
export type Syntax =
  | Literal
  | { type: 'TemplateLiteral'; quasis: readonly Quasi[]; expressions: readonly Node[] }
  | { type: 'BinaryExpression'; operator: string; left: Node; right: Node }
  | { type: 'LogicalExpression'; operator: string; left: Node; right: Node }
  | { type: 'UnaryExpression'; operator: string; argument: Node }
  | { type: 'ConditionalExpression'; consequent: Node; alternate: Node }
  | { type: 'Identifier' | 'JSXIdentifier'; name: string }
  | { type: 'ArrayExpression'; elements: readonly (Node | null)[] }
  | { type: 'ObjectExpression'; properties: readonly Node[] }
  | { type: 'Property'; key: Node; value: Node; computed: boolean; kind: string }
  | { type: 'CallExpression'; callee: Node; arguments: readonly Node[] }
  | { type: 'MemberExpression'; object: Node; property: Node; computed: boolean }
  | { type: 'ArrowFunctionExpression' | 'FunctionExpression'; body: Node }
  | { type: 'BlockStatement'; body: readonly Node[] }
  | { type: 'ReturnStatement'; argument: Node | null }
  | { type: 'IfStatement'; consequent: Node; alternate: Node | null }
  | { type: 'TSAsExpression' | 'TSSatisfiesExpression' | 'TSNonNullExpression'; expression: Node }
  | { type: 'JSXElement'; openingElement: Opening; children: readonly Node[] }
  | { type: 'JSXFragment'; children: readonly Node[] }
  | { type: 'JSXMemberExpression'; object: Node; property: Node }
  | { type: 'JSXExpressionContainer'; expression: Node }
  | { type: 'JSXText'; value: string }
  | { type: 'JSXAttribute'; name: Node; value: Node | null }
  | { type: 'JSXSpreadAttribute'; argument: Node }
  | { type: 'ImportSpecifier'; imported: Node }
  | { type: 'VariableDeclarator'; id: Node; init: Node | null }

export interface Literal extends Node {
  readonly type: 'Literal'
  readonly value: unknown
  readonly raw?: string
  readonly regex?: unknown
}

/** A piece of text of a template literal. */
export interface Quasi extends Node {
  readonly value: { readonly raw: string; readonly cooked?: string | null }
}

/** `<Text …>`. */
export interface Opening extends Node {
  readonly name: Node
  readonly attributes: readonly Node[]
}

/** A node with its parts. */
export const syntax = (node: Node): Syntax => node as unknown as Syntax

/** The name of an identifier, or the text of a literal; undefined for other nodes. */
export function nameIn(node: Node): string | undefined {
  const read = syntax(node)
  if (read.type === 'Identifier' || read.type === 'JSXIdentifier') return read.name
  return read.type === 'Literal' && typeof read.value === 'string' ? read.value : undefined
}

/** What ESLint passes to rules, as far as they read it. */
export interface SourceCode {
  readonly ast: Node
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>
  getScope?(node: Node): unknown
}

/** A scope of names. */
export interface Scope {
  readonly set: ReadonlyMap<string, Variable>
  readonly upper: Scope | null
}

interface Variable {
  readonly defs: readonly { type: string; node: Node; parent?: Node | null }[]
}
