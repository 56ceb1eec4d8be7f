/** LINE's JSON of a rich menu as a module of `fukidashi/rich-menu`. */
import { isRecord } from '../../common/json.js'
import { type ConvertOptions } from '../../convert/index.js'
import { convertToSource, elementsToSource } from '../../convert/source.js'
import { builtIn } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import { createNode } from '../../jsx-runtime/jsx.js'
import { labelLimits } from '../../spec/label-limits.js'
import { truncate } from '../../spec/counting.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { findGrid, type GridNode } from './find-grid.js'
import { moduleOf, sizeName, wordOf } from './print-module.js'

type Element = ReturnType<typeof createNode>

/** A plain function, whose props are printed as they are. Bundlers rename functions, so it carries its name. */
export const printedAs = (displayName: string) => Object.assign(() => undefined, { displayName })

const Row = printedAs('Row')
const Column = printedAs('Column')
const Cell = printedAs('Cell')
const Tab = printedAs('Tab')
const RichMenu = printedAs('RichMenu')
const parts = new Set(['Row', 'Column', 'Cell', 'Tab'])

const menuNames = ['size', 'selected', 'name', 'chatBarText', 'areas']
const areaNames = ['bounds', 'action']

/** A node without props that are undefined: these would be printed. */
export const nodeOf = (type: unknown, props: object): Element =>
  createNode(
    type,
    Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)),
  )

/**
 * The source of a module whose menu has the same areas: in rows and columns where the areas make some, else with `<Area>`.
 *
 * @param file - name of the JSON file without its extension; it becomes the key
 * @returns `undefined` for something else than a rich menu, for a menu that LINE would refuse, and for one with unknown properties
 */
export function menuToSource(
  json: unknown,
  file: string,
  as?: ConvertOptions['as'],
): string | undefined {
  if (!isRecord(json) || !Array.isArray(json['areas'])) return undefined
  // What LINE answers has an id, too.
  const { richMenuId, ...menu } = json
  const { kind, value, rawCount, notes, problems } = convertToSource(menu, 'tsx', { as })
  const isMenu = kind === 'rich-menu' && isElement(value) && builtIn(value.type)
  if (!hasOnly(menu, menuNames)) return undefined
  if (!isMenu || rawCount > 0 || notes.length > 0 || problems.length > 0) return undefined
  const { size, selected, name, chatBarText, areas } = menu as unknown as RichMenuRequest
  if (!areas.every((area) => hasOnly(area, areaNames))) return undefined
  const drawn = childrenOf(value)
  const grid = findGrid(
    areas.map(({ bounds }) => bounds),
    size.width,
    size.height,
  )
  const key = wordOf(file)
  const element = nodeOf(RichMenu, {
    chatBarText,
    size: sizeName(size),
    selected: selected || undefined,
    picture: `./${key}.png`,
    adopt: typeof richMenuId === 'string' ? richMenuId : undefined,
    children: grid ? childrenOfMenu(grid, drawn, areas) : drawn,
  })
  return moduleOf([{ key, ...printed(element), note: noteOf(key, name) }], 'bot', key)
}

const hasOnly = (value: object, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name))

const noteOf = (key: string, name: string): string =>
  `Save its picture as ${key}.png. Its name was ${JSON.stringify(name)}; menus that are deployed are named after owner and key.`

/** Source of a menu, and what it imports from both entry points. */
export function printed(element: Element): { code: string; used: string[]; parts: string[] } {
  const code = elementsToSource(element, 'tsx')
  const names = [...new Set([...code.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name!))]
  const used = names.filter((name) => name !== 'RichMenu' && !parts.has(name))
  if (/\braw\(/.test(code)) used.push('raw')
  return { code, used, parts: names.filter((name) => parts.has(name)) }
}

const childrenOf = (value: unknown): unknown[] => {
  const children = isElement(value) && isRecord(value.props) ? value.props['children'] : undefined
  return children === undefined ? [] : Array.isArray(children) ? children : [children]
}

/** A menu is a column itself. */
function childrenOfMenu(
  grid: GridNode,
  drawn: readonly unknown[],
  areas: RichMenuRequest['areas'],
): unknown {
  const nodes = grid.kind === 'column' ? grid.parts : [grid]
  return nodes.map((node) => partOf(node, drawn, areas))
}

function partOf(
  node: GridNode,
  drawn: readonly unknown[],
  areas: RichMenuRequest['areas'],
): Element {
  const { flex, width, height } = node
  const size = { flex, width, height }
  if (node.kind === 'hole') return nodeOf(Cell, size)
  if (node.kind === 'area') return cellOf(size, childrenOf(drawn[node.at])[0], areas[node.at]!)
  const children = node.parts.map((part) => partOf(part, drawn, areas))
  return nodeOf(node.kind === 'row' ? Row : Column, { ...size, children })
}

/** A label becomes the text of the cell where it gives the same label again. */
function cellOf(
  size: object,
  written: unknown,
  { action }: RichMenuRequest['areas'][number],
): Element {
  const { label } = action
  const text = label !== undefined && isKeptAsText(label) ? label : undefined
  if (action.type === 'richmenuswitch' && (text !== undefined || label === undefined)) {
    const { richMenuAliasId, data } = action
    const own = data === `tab=${richMenuAliasId}` ? undefined : data
    return nodeOf(Tab, { ...size, to: richMenuAliasId, data: own, children: text })
  }
  if (text === undefined || !isElement(written) || !isRecord(written.props))
    return nodeOf(Cell, { ...size, children: written })
  const short = nodeOf(written.type, { ...written.props, label: undefined })
  return nodeOf(Cell, { ...size, children: [short, text] })
}

const isKeptAsText = (label: string): boolean =>
  label !== '' &&
  label === label.replace(/[ \t\r\n]+/g, ' ').trim() &&
  label === truncate(label, labelLimits.richMenu.label.max, 'utf16')
