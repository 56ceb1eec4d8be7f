import type { AreaChildren } from '../../components/children.js'
import { component, type ComponentHost } from '../../jsx-runtime/component.js'
import type { ElementNode } from '../../jsx-runtime/element.js'
import { labelLimits } from '../../spec/label-limits.js'
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { setDetails } from './details.js'
import { isOwnMenu } from './own-menu.js'
import { type PartChildren, readParts } from './parts.js'
import { refuseCell, surfaceNames, surfaceOf, type SurfaceProps, withLabel } from './surface.js'
import { type Names, refuseUnknown } from './known-props.js'

/** Sizes by name, in pixels. */
const sizes = {
  large: { width: 2500, height: 1686 },
  compact: { width: 2500, height: 843 },
} as const satisfies Record<string, RichMenuSize>

/** Props of {@link RichMenu}. */
export interface RichMenuProps extends SurfaceProps {
  /** Text on the bar below the chat; at most {@limit RichMenuRequest_chatBarText_maxGraphemes} characters. */
  chatBarText: string
  /** `large` (2500 × 1686), `compact` (2500 × 843), or pixels. `large` by default. */
  size?: 'large' | 'compact' | RichMenuSize | undefined
  /** Opens the menu when the chat is opened. `false` by default. */
  selected?: boolean | undefined
  /**
   * The picture, if it is not drawn from the cells: its bytes, a `URL` of a file, or a path. A path is relative to the file with the menus (with the `fukidashi` command), or
   * to the option `base`.
   */
  picture?: PictureSource | undefined
  /** Id of a menu that exists already and becomes this one, as `fukidashi rich-menu pull` writes it. */
  adopt?: string | undefined
  /**
   * Parts below each other: `<Row>`, `<Column>`, `<Cell>` and `<Tab>`; `<Place>` at any place, and `<Area>` of `fukidashi` for an area in
   * pixels.
   */
  children?: PartChildren | AreaChildren
}

const names: Names<RichMenuProps> = {
  ...{ ...surfaceNames, chatBarText: 1, size: 1, selected: 1 },
  ...{ picture: 1, adopt: 1, children: 1 },
}

/**
 * A rich menu with its picture, for {@link richMenus}. It has no name: LINE's `name` is used to recognize menus that are deployed.
 *
 * @example
 * <RichMenu chatBarText="Menu" picture="./home.png" selected>
 *   <Row height={186}><Tab to="home">Home</Tab><Tab to="shop">Shop</Tab></Row>
 *   <Row>
 *     <Cell flex={2}><MessageAction text="book" />Book a table</Cell>
 *     <Cell><Uri uri="https://example.com/map" />Find us</Cell>
 *   </Row>
 * </RichMenu>
 *
 * @example
 * <RichMenu chatBarText="Menu" size="compact" picture="./home.png" selected>
 *   <Area x={0} y={0} width={1250} height={843}><MessageAction label="Tea" text="tea" /></Area>
 * </RichMenu>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 */
export const RichMenu = component(['RichMenu', 'richMenu'], (props: RichMenuProps, compiler) => {
  refuseUnknown(compiler, props, names)
  const { selected = false, chatBarText, picture, adopt } = props
  const size = sizeOf(props.size ?? 'large', compiler)
  const { areas, drawing } = partsOf(props, size, compiler)
  const json: RichMenuRequest = {
    size,
    selected,
    // Replaced when the menu is deployed.
    name: 'menu',
    chatBarText,
    areas,
  }
  setDetails(json, { picture, adopt, drawing })
  return json
})

function sizeOf(size: unknown, compiler: ComponentHost): RichMenuSize {
  if (typeof size !== 'string') return compiler.value(size, 'size') as RichMenuSize
  if (Object.hasOwn(sizes, size)) return { ...sizes[size as keyof typeof sizes] }
  compiler.report(
    'wrong_value',
    `size is ${JSON.stringify(size)}; permitted are 'large', 'compact' and { width, height } in pixels`,
  )
  return { ...sizes.large }
}

/** Areas of the parts, then free areas: these may lie over parts. */
function partsOf(
  props: RichMenuProps,
  size: RichMenuSize,
  compiler: ComponentHost,
): { areas: RichMenuArea[]; drawing: Drawing | undefined } {
  const free: RichMenuArea[] = []
  const parts = readParts(props.children, compiler, {
    holds: '<Area>, <Place>, <Row>, <Column>, <Cell> and <Tab>',
    take: (child, definition) => {
      const kind = definition?.kind
      if (!definition) free.push(compiler.value(child) as RichMenuArea)
      else if (kind === 'richMenuArea' || kind === 'raw')
        free.push(compiler.build(child as ElementNode, definition) as RichMenuArea)
      else return false
      return true
    },
  })
  const { cells, drawing } = surfaceOf(props, parts, size, compiler, 'the menu')
  const areas = cells.flatMap(({ cell, area }): RichMenuArea[] => {
    if (cell.video)
      refuseCell(compiler, cell, '<VideoCell> is not permitted in <RichMenu>; it is for <Imagemap>')
    const isOwn = cell.tab !== undefined && isOwnMenu(compiler.context, cell.tab)
    if (!cell.action || isOwn) return []
    const action = withLabel(cell.action, cell, labelLimits.richMenu.label.max)
    return [compiler.moved(cell, { bounds: area, action })]
  })
  return { areas: [...areas, ...free], drawing }
}
