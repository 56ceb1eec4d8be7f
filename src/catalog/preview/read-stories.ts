/** Reads which stories a file exports from its syntax, without running it. */
import { placeOfExport } from '../node/load-stories.js'
import type { Parse, SyntaxNode } from './parser.js'

/** A story as its source describes it. */
export interface SourceStory {
  /** Name of the export. */
  name: string
  /** Undefined if it is not a literal: only running the file shows it. */
  title: string | undefined
  line: number
  column: number
}

/** Methods that return a story. */
const storyMethods = new Set(['story', 'chat', 'json'])
/** Methods and functions that do not return a story. */
const otherCalls = new Set(['component', 'richMenu', 'defineCatalog', 'createBot', 'require'])

/**
 * The stories of a file, in the order of the source. An export that may be something else is one of them until the file runs.
 *
 * @throws {ParseError}
 */
export async function readStories(
  file: string,
  source: string,
  parse: Parse,
): Promise<SourceStory[]> {
  const statements = await parse(file, source)
  const values = constantsOf(statements)
  const stories: SourceStory[] = []
  const add = (name: string, node: unknown) => {
    const value = resolve(node, values)
    if (!value || !mayBeStory(value)) return
    const title = titleOf(value, values)
    stories.push({ name, title, ...placeOfExport(source, name) })
  }
  for (const statement of statements) {
    if (statement.type === 'ExportDefaultDeclaration') add('default', statement['declaration'])
    if (statement.type !== 'ExportNamedDeclaration') continue
    for (const { name, init } of declared(statement['declaration'])) add(name, init)
    // Names of another module are known when it has run.
    if (statement['source'] || statement['exportKind'] === 'type') continue
    for (const specifier of nodesIn(statement['specifiers'])) {
      const name = nameOf(specifier['exported'])
      const local = nameOf(specifier['local'])
      if (name !== undefined && local !== undefined && specifier['exportKind'] !== 'type')
        add(name, values.get(local))
    }
  }
  return stories
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value

const nodesIn = (value: unknown): SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : [])

/** The name of an identifier, or the text of a literal. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  const name = node.type === 'Identifier' ? node['name'] : node['value']
  return typeof name === 'string' ? name : undefined
}

/** Names and values of `const a = …, b = …`. */
function declared(node: unknown): { name: string; init: unknown }[] {
  if (!isNode(node) || node.type !== 'VariableDeclaration') return []
  return nodesIn(node['declarations']).flatMap(({ id, init }) => {
    const name = nameOf(id)
    return name === undefined ? [] : [{ name, init }]
  })
}

/** All constants of the module by their names. */
function constantsOf(statements: readonly SyntaxNode[]): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const statement of statements) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement
    for (const { name, init } of declared(declaration)) values.set(name, init)
  }
  return values
}

/** A value without the types and brackets around it; of a name, the value of its constant. */
function resolve(node: unknown, values: ReadonlyMap<string, unknown>): SyntaxNode | undefined {
  let current = node
  // A name may be that of another constant; two may name each other.
  for (let i = 0; i < 20 && isNode(current); i++) {
    if (/^(?:TS\w+Expression|ParenthesizedExpression|AwaitExpression)$/.test(current.type))
      current = current['expression'] ?? current['argument']
    else if (current.type === 'Identifier' && values.has(nameOf(current)!))
      current = values.get(nameOf(current)!)
    else return current
  }
  return undefined
}

/** The last name of what is called: `story` of `card.story()`. */
function calledName({ callee }: SyntaxNode): string | undefined {
  if (!isNode(callee)) return undefined
  return callee.type === 'MemberExpression' ? nameOf(callee['property']) : nameOf(callee)
}

function mayBeStory(value: SyntaxNode): boolean {
  if (value.type === 'CallExpression') return !otherCalls.has(calledName(value) ?? '')
  // An imported name, or a property of something.
  return value.type === 'Identifier' || value.type === 'MemberExpression'
}

/** The literal title of a story: its own, or that of the component that it belongs to. */
function titleOf(call: SyntaxNode, values: ReadonlyMap<string, unknown>): string | undefined {
  if (call.type !== 'CallExpression' || !storyMethods.has(calledName(call) ?? '')) return undefined
  const own = titleIn(nodesIn(call['arguments'])[0], values)
  if (own !== undefined || calledName(call) !== 'story') return own ?? undefined
  const owner = (call['callee'] as SyntaxNode)['object']
  const component = resolve(owner, values)
  if (component?.type !== 'CallExpression') return undefined
  const [rendered, options] = nodesIn(component['arguments'])
  const shared = titleIn(options, values)
  // Without a title, that of a component is its name.
  return shared === undefined ? nameOf(rendered) : (shared ?? undefined)
}

/** The title among options: `undefined` if there is none, `null` if it is not a literal. */
function titleIn(node: unknown, values: ReadonlyMap<string, unknown>): string | null | undefined {
  const options = resolve(node, values)
  if (!options) return undefined
  if (options.type !== 'ObjectExpression') return null
  let title: string | null | undefined
  for (const property of nodesIn(options['properties'])) {
    if (property.type === 'SpreadElement') title = null
    else if (nameOf(property['key']) === 'title' && property['computed'] !== true)
      title = textOf(resolve(property['value'], values))
  }
  return title
}

/** The text of a literal; null of anything else. */
function textOf(node: SyntaxNode | undefined): string | null {
  const [quasi, ...more] = node?.type === 'TemplateLiteral' ? nodesIn(node['quasis']) : []
  const text =
    quasi && more.length === 0 ? (quasi['value'] as { cooked?: unknown }).cooked : node?.['value']
  if (typeof text !== 'string') return null
  // As `titleOf` of the options writes it.
  const levels = text.split('/').map((level) => level.trim())
  return levels.includes('') ? null : levels.join('/')
}
