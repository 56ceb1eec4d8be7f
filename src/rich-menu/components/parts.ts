/** Reads the children of menus, rows and columns. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { builtIn } from '../../jsx-runtime/component.js'
import type { JsxElement } from '../../jsx-runtime/element.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { Nothing } from '../../jsx-runtime/types.js'
import { isBlank } from '../../spec/blank.js'
import type { RichMenuArea } from '../../spec/rich-menu.js'
import type { GroupNode, LayoutNode, PartSize } from '../layout/node.js'

/** Children of rows and columns: `<Row>`, `<Column>`, `<Cell>` and `<Tab>`. */
export type PartChildren = JsxElement | Nothing | readonly PartChildren[]

/** Children by kind. */
export interface Parts {
  parts: LayoutNode[]
  /** Parts at places of their own. */
  places: GroupNode[]
  areas: RichMenuArea[]
}

/** @param isMenu - the parent is the menu itself, which also holds areas and places */
export function readParts(
  children: unknown,
  compiler: ComponentHost,
  { isMenu }: { isMenu: boolean },
): Parts {
  const result: Parts = { parts: [], places: [], areas: [] }
  const holds = `${isMenu ? '<Area>, <Place>, ' : ''}<Row>, <Column>, <Cell> and <Tab>`
  const refuse = (what: string, child?: object) =>
    compiler.report(
      'wrong_child',
      `${what} is not permitted in <${compiler.parent}>; it holds ${holds}`,
      child && { child },
    )
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') {
      if (!isBlank(leaf)) refuse('text')
      return
    }
    if (!isElement(leaf)) {
      if (isMenu) result.areas.push(compiler.value(leaf) as RichMenuArea)
      else refuse('JSON')
      return
    }
    const definition = builtIn(leaf.type)
    const kind = definition?.kind
    if (definition && kind === 'richMenuPart') {
      const part = compiler.build(leaf, definition) as LayoutNode
      if (part.kind === 'cell' || !part.at) result.parts.push(part)
      else if (isMenu) result.places.push(part)
      else refuse('<Place>', leaf)
    } else if (definition && isMenu && (kind === 'richMenuArea' || kind === 'raw'))
      result.areas.push(compiler.build(leaf, definition) as RichMenuArea)
    else refuse(`<${definition?.name ?? String(leaf.type)}>`, leaf)
  })
  return result
}

/** Reports a number that is not permitted; returns the number or the one to go on with. */
export function readNumber(
  compiler: ComponentHost,
  name: string,
  value: unknown,
  fallback: number,
): number {
  if (value === undefined) return fallback
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  compiler.report(
    'wrong_value',
    `${name} is ${typeof value === 'number' ? value : JSON.stringify(value)}; it must be a number of pixels, 0 or more`,
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
