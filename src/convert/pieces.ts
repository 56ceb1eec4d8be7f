/** Pieces that are repeated with different texts, as components with a prop for each text. */
import { isObject } from '../common/json.js'
import { builtIn } from '../jsx-runtime/component.js'
import { Compiler } from '../jsx-runtime/compiler.js'
import { type ElementNode, isElement } from '../jsx-runtime/element.js'
import { createNode } from '../jsx-runtime/jsx.js'
import { nameOf } from '../jsx-runtime/place.js'
import { builderCall } from './builder-call.js'
import type { Target } from './draft.js'
import { makingOf } from './find.js'
import { Hole } from './hole.js'
import { isSame } from './json.js'
import { childrenOf } from './print/tsx.js'

/** A component for a repeated piece. */
export interface Piece {
  readonly name: string
  /** The piece, with a {@link Hole} in the place of each text that differs. */
  readonly template: ElementNode
  readonly props: readonly string[]
}

/** More props than this are no easier to read than the piece. */
const MAX_PROPS = 8
const MAX_PIECES = 20

type Props = Readonly<Record<string, unknown>>

/** Elements of one design: they differ in texts only. */
interface Group {
  readonly nodes: ElementNode[]
  /** How many elements each has. */
  readonly size: number
}

/**
 * Takes repeated pieces out of elements.
 *
 * @param value - an element, or a list of these
 * @param taken - names that are used already
 */
export function takeOutPieces(
  value: unknown,
  target: Target,
  taken: Iterable<string>,
): { value: unknown; pieces: readonly Piece[] } {
  const pieces: Piece[] = []
  const names = new Set(taken)
  let rest = value
  while (pieces.length < MAX_PIECES) {
    const group = bestGroup(rest, target)
    if (!group) break
    const name = nameFor(group.nodes[0]!, target, names)
    names.add(name)
    const piece = pieceOf(name, group.nodes, target)
    const next = replaced(rest, usesOf(piece, group.nodes))
    // The pieces have to give the same JSON.
    if (!isSame(jsonOf(next), jsonOf(rest))) break
    pieces.push(piece)
    rest = next
  }
  return { value: rest, pieces }
}

function jsonOf(value: unknown): unknown {
  const compiler = new Compiler({})
  return compiler.read(value, () => compiler.value(value))
}

/** The smallest group worth a component, so that larger pieces are made of smaller ones. */
function bestGroup(root: unknown, target: Target): Group | undefined {
  const groups = new Map<string, Group>()
  const parents = new Map<ElementNode, ElementNode | undefined>()
  const keys = new Map<ElementNode, string>()
  visit(root, undefined)
  const isComponent = ({ nodes: [first] }: Group) => builtIn(first!.type) !== undefined
  const isWorthy = (group: Group): boolean => {
    const { nodes, size } = group
    const { length } = holesOf(nodes, target).props
    const isLarge = size > 2 || (size === 2 && nodes.length > 2 && length > 1)
    return isLarge && length <= MAX_PROPS && !isPart(group)
  }
  return [...groups.values()]
    .filter((group) => group.size > 1 && group.nodes.length > 1 && isComponent(group))
    .sort((one, other) => one.size - other.size)
    .find(isWorthy)

  function visit(value: unknown, parent: ElementNode | undefined): { key: string; size: number } {
    if (!isObject(value)) return { key: JSON.stringify(value) ?? '', size: 0 }
    const isNode = isElement(value)
    if (isNode) parents.set(value, parent)
    let size = isNode ? 1 : 0
    const parts = partsOf(value).map(([name, part, isText]) => {
      if (isText) return `${name}=text`
      const inner = visit(part, isNode ? value : parent)
      size += inner.size
      return `${name}=${inner.key}`
    })
    // What is foreign may have a comment of its own.
    const isForeign = isNode && builtIn(value.type)?.kind === 'raw'
    const start = isNode ? `<${nameOf(value.type)}${isForeign ? parents.size : ''}` : '{'
    const key = `${start} ${parts.join(' ')}>`
    if (isNode) {
      keys.set(value, key)
      const group = groups.get(key) ?? { nodes: [], size }
      group.nodes.push(value)
      groups.set(key, group)
    }
    return { key, size }
  }

  /** Whether each of these is in a larger piece that is repeated as often. */
  function isPart({ nodes }: Group): boolean {
    for (let node = parents.get(nodes[0]!); node; node = parents.get(node)) {
      const outer = groups.get(keys.get(node)!)!
      if (outer.nodes.length === nodes.length) {
        const isAround = (inner: ElementNode): boolean => {
          for (let at = parents.get(inner); at; at = parents.get(at))
            if (outer.nodes.includes(at)) return true
          return false
        }
        if (nodes.every(isAround)) return true
      }
    }
    return false
  }
}

/** Parts of an element, list or object: a name, the part, and whether it is a text that may differ. */
function partsOf(value: object): [name: string, part: unknown, isText: boolean][] {
  if (!isElement(value)) return Object.entries(value).map(([name, part]) => [name, part, false])
  const texts = textProps(value)
  const props = Object.entries(value.props)
    .filter(([name]) => name !== 'children')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]): [string, unknown, boolean] => [
      name,
      part,
      typeof part === 'string' && (texts?.includes(name) ?? true),
    ])
  const children = childrenOf(value).map((child, index): [string, unknown, boolean] => [
    `children.${index}`,
    child,
    typeof child === 'string' && child.trim() !== '',
  ])
  return [...props, ...children]
}

/** Props that take any text; undefined for all of a piece. */
function textProps({ type }: ElementNode): readonly string[] | undefined {
  const definition = builtIn(type)
  if (!definition) return typeof type === 'string' ? [] : undefined
  return definition.kind === 'raw' ? [] : makingOf(definition.name).props.texts
}

/** The texts that differ, by the path to each, and the props for them. */
function holesOf(
  nodes: readonly ElementNode[],
  target: Target,
): { holes: Map<string, Hole>; values: Map<string, string[]>; props: string[] } {
  const columns = new Map<string, string[]>()
  for (const node of nodes)
    for (const [path, text] of textsIn(node)) {
      const column = columns.get(path) ?? []
      column.push(text)
      columns.set(path, column)
    }
  const factories = target === 'builders' ? factoriesIn(nodes[0]!) : []
  const holes = new Map<string, Hole>()
  const values = new Map<string, string[]>()
  const byColumn = new Map<string, Hole>()
  for (const [path, column] of columns) {
    if (column.every((text) => text === column[0])) continue
    const key = JSON.stringify(column)
    const hole = byColumn.get(key) ?? new Hole(propName(path, factories, values))
    byColumn.set(key, hole)
    holes.set(path, hole)
    values.set(hole.name, column)
  }
  return { holes, values, props: [...values.keys()] }
}

function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (!isObject(value)) return []
  return partsOf(value).flatMap(([name, part, isText]) =>
    isText
      ? [[`${path}/${name}`, part as string] as [string, string]]
      : textsIn(part, `${path}/${name}`),
  )
}

/** The functions that a piece calls, which its props may not hide. */
function factoriesIn(value: unknown): string[] {
  if (!isObject(value)) return []
  const own = isElement(value) ? [builderCall(value).factory] : []
  return [...own, ...partsOf(value).flatMap(([, part]) => factoriesIn(part))]
}

/** The last name of a path, such as `label`; `text` for children. */
function propName(
  path: string,
  factories: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): string {
  const last = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\d+$/, '')
    .replace(/\d+$/, '')
  const own = last === 'children' ? 'text' : last
  const base = factories.includes(own) ? `${own}Value` : own
  return free(base, taken)
}

function free(base: string, taken: { has: (name: string) => boolean }): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`
    if (!taken.has(name)) return name
  }
}

function pieceOf(name: string, nodes: readonly ElementNode[], target: Target): Piece {
  const { holes, props } = holesOf(nodes, target)
  return { name, props, template: withHoles(nodes[0]!, holes, '') as ElementNode }
}

function withHoles(value: unknown, holes: ReadonlyMap<string, Hole>, path: string): unknown {
  const hole = holes.get(path)
  if (hole) return hole
  return mapped(value, (part, name) => withHoles(part, holes, `${path}/${name}`))
}

/** The use of a piece in the place of each element. */
function usesOf(piece: Piece, nodes: readonly ElementNode[]): Map<unknown, ElementNode> {
  const component = Object.assign((props: Props) => filled(piece.template, props), {
    displayName: piece.name,
  })
  const places = [...textPlaces(piece.template)]
  return new Map(
    nodes.map((node) => {
      const texts = new Map(textsIn(node))
      const props = Object.fromEntries(
        piece.props.map((name) => [name, texts.get(places.find(([, hole]) => hole === name)![0])]),
      )
      return [node, createNode(component, props)]
    }),
  )
}

function* textPlaces(value: unknown, path = ''): Generator<[path: string, hole: string]> {
  if (value instanceof Hole) yield [path, value.name]
  else if (isObject(value))
    for (const [name, part] of partsOf(value)) yield* textPlaces(part, `${path}/${name}`)
}

/** A template with the texts of one use. */
function filled(value: unknown, props: Props): unknown {
  return value instanceof Hole ? props[value.name] : mapped(value, (part) => filled(part, props))
}

function replaced(value: unknown, uses: ReadonlyMap<unknown, ElementNode>): unknown {
  return uses.get(value) ?? mapped(value, (part) => replaced(part, uses))
}

/** A copy with each part changed; the same value if no part is. Names are those of {@link partsOf}. */
function mapped(value: unknown, change: (part: unknown, name: string) => unknown): unknown {
  if (!isObject(value) || value instanceof Hole) return value
  let isChanged = false
  const changed = (part: unknown, name: string): unknown => {
    const result = change(part, name)
    if (result !== part) isChanged = true
    return result
  }
  if (Array.isArray(value)) {
    const list = value.map((part, index) => changed(part, String(index)))
    return isChanged ? list : value
  }
  if (!isElement(value)) {
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, changed(part, name)]),
    )
    return isChanged ? copy : value
  }
  const props: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(value.props))
    if (name !== 'children') props[name] = changed(part, name)
  const children = childrenOf(value).map((child, index) => changed(child, `children.${index}`))
  if (children.length > 0) props['children'] = children.length === 1 ? children[0] : children
  return isChanged ? createNode(value.type, props) : value
}

/** A name for the component of a piece. */
function nameFor({ type, props }: ElementNode, target: Target, taken: ReadonlySet<string>): string {
  const component = nameOf(type)
  const layouts: Readonly<Record<string, string>> = {
    horizontal: 'Row',
    vertical: 'Stack',
    baseline: 'Line',
  }
  const layout = component === 'Flex.Box' ? layouts[String(props['layout'])] : undefined
  const bare = component.replace('Flex.', '')
  const own = component === 'Flex.Bubble' ? 'Card' : (layout ?? `${bare}Item`)
  return free(target === 'tsx' ? own : `${own[0]!.toLowerCase()}${own.slice(1)}`, taken)
}
