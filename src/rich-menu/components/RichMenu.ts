import type { AreaChildren } from '../../components/children.js'
import { component, type ComponentHost } from '../../jsx-runtime/component.js'
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import { layOut } from '../layout/lay-out.js'
import type { GroupNode } from '../layout/node.js'
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'
import { setDetails } from './details.js'
import { isOwnMenu } from './own-menu.js'
import { readGround } from './read-look.js'
import { type PartChildren, readNumber, readParts } from './parts.js'

/** Sizes by name, in pixels. */
const sizes = {
  large: { width: 2500, height: 1686 },
  compact: { width: 2500, height: 843 },
} as const satisfies Record<string, RichMenuSize>

/** Props of {@link RichMenu}. */
export interface RichMenuProps {
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
  /** Background of the picture that is drawn: a colour or `linear-gradient(…)`; white by default. */
  background?: string | undefined
  /** Pixels between parts; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the parts; 0 by default. */
  padding?: number | undefined
  /**
   * Parts below each other: `<Row>`, `<Column>`, `<Cell>` and `<Tab>`; `<Place>` at any place, and `<Area>` of `fukidashi` for an area in
   * pixels.
   */
  children?: PartChildren | AreaChildren
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
  { gap, padding, background = '#ffffff', children }: RichMenuProps,
  { width, height }: RichMenuSize,
  compiler: ComponentHost,
): { areas: RichMenuArea[]; drawing: Drawing | undefined } {
  const { parts, places, areas: free } = readParts(children, compiler, { isMenu: true })
  const root: GroupNode = {
    kind: 'column',
    gap: readNumber(compiler, 'gap', gap, 0),
    padding: readNumber(compiler, 'padding', padding, 0),
    ...readGround(compiler, { background }),
    parts,
  }
  const layouts = [root, ...places].map((node) => layOut(node, width, height))
  const cells = layouts.flatMap((layout) => layout.cells)
  const overflows = layouts.flatMap((layout) => layout.overflows)
  for (const { node, missing, direction } of overflows)
    compiler.report(
      'wrong_value',
      `the parts of ${nameOf(node, root)} need ${missing} pixels more than there are ${direction}. Use flex instead of fixed lengths, or less gap and padding`,
    )
  const areas = cells.flatMap(({ cell: { action, tab }, area }): RichMenuArea[] => {
    const isOwn = tab !== undefined && isOwnMenu(compiler.context, tab)
    return action && !isOwn ? [{ bounds: area, action }] : []
  })
  const grounds = layouts.flatMap((layout) => layout.grounds)
  const drawing = cells.length === 0 ? undefined : { width, height, grounds, cells }
  return { areas: [...areas, ...free], drawing }
}

const nameOf = (node: GroupNode, root: GroupNode): string =>
  node === root
    ? 'the menu'
    : node.at
      ? 'a <Place>'
      : node.kind === 'row'
        ? 'a <Row>'
        : 'a <Column>'
