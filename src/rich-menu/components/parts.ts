/** Reads the children of menus, imagemaps, rows and columns. */
import type { ComponentHost, Definition } from '../../jsx-runtime/component.js'
import { builtIn } from '../../jsx-runtime/component.js'
import type { ElementNode, JsxElement } from '../../jsx-runtime/element.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { Nothing } from '../../jsx-runtime/types.js'
import { isBlank } from '../../spec/blank.js'
import type { GroupNode, LayoutNode } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'

/** Children of rows and columns: `<Row>`, `<Column>`, `<Cell>`, `<Tab>` and `<VideoCell>`. */
export type PartChildren = JsxElement | Nothing | readonly PartChildren[]

/** Children by kind. */
export interface Parts {
  parts: LayoutNode[]
  /** Parts at places of their own. */
  places: GroupNode[]
}

/** What a menu or an imagemap holds beside parts. */
export interface RootChildren {
  /** All its children in words. */
  readonly holds: string
  /** Takes an element, or JSON without a definition. Returns `false` if it is not permitted. */
  take: (child: object, definition: Definition | undefined) => boolean
}

/** The element of each part and content, for reports. */
const elements = new WeakMap<object, ElementNode>()

/** The element that a part or content was made of, as a report names it. */
export function ownerOf(node: object): { owner: ElementNode } | undefined {
  const owner = elements.get(node)
  return owner && { owner }
}

/** @param root - set if the parent is the menu or the imagemap itself */
export function readParts(children: unknown, compiler: ComponentHost, root?: RootChildren): Parts {
  const result: Parts = { parts: [], places: [] }
  const refuse = (what: string, child?: object) =>
    compiler.report(
      'wrong_child',
      `${what} is not permitted in <${compiler.parent}>; it holds ${root?.holds ?? '<Row>, <Column> and <Cell>'}`,
      child && { child },
    )
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') {
      if (!isBlank(leaf)) refuse('text')
      return
    }
    if (!isElement(leaf)) {
      if (!root?.take(leaf, undefined)) refuse('JSON')
      return
    }
    const definition = builtIn(leaf.type)
    if (definition?.kind === 'richMenuPart') {
      const part = buildPart(compiler, leaf, definition) as LayoutNode
      if (part.kind === 'cell' || !part.at) result.parts.push(part)
      else if (root) result.places.push(part)
      else refuse('<Place>', leaf)
    } else if (!definition || !root?.take(leaf, definition))
      refuse(`<${definition?.name ?? String(leaf.type)}>`, leaf)
  })
  return result
}

/** Builds an element of a menu that its JSON does not have. */
export function buildPart(
  compiler: ComponentHost,
  element: ElementNode,
  definition: Definition,
): object {
  const part = compiler.build(element, definition)
  elements.set(part, element)
  return part
}

/** Reports a number that is not permitted; returns the number or the one to go on with. */
export function readNumber<F>(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  fallback: F,
): number | F {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  compiler.report(
    'wrong_value',
    `<${compiler.parent}>: ${name} is ${typeof value === 'number' ? value : JSON.stringify(value)}; it must be a number of pixels, 0 or more`,
    { property: name },
  )
  return fallback
}

/** `flex`, `width` and `height` of a part. */
export function readSize(compiler: ComponentHost, { flex, width, height }: PartSize): PartSize {
  const size: PartSize = {}
  if (flex !== undefined) size.flex = readNumber(compiler, 'flex', flex, 1)
  if (width !== undefined) size.width = readNumber(compiler, 'width', width, 0)
  if (height !== undefined) size.height = readNumber(compiler, 'height', height, 0)
  return size
}
