import type { AreaChildren } from '../../components/children.js'
import { builtIn, component, type ComponentHost } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import { isBlank } from '../../spec/blank.js'
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import { type PictureSource, setDetails } from './details.js'

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
   * The picture: its bytes, a `URL` of a file, or a path. A path is relative to the file with the menus (with the `fukidashi` command), or
   * to the option `base`.
   */
  picture?: PictureSource | undefined
  /** Id of a menu that exists already and becomes this one, as `fukidashi rich-menu pull` writes it. */
  adopt?: string | undefined
  /** `<Area>`s of `fukidashi`. */
  children?: AreaChildren
}

/**
 * A rich menu with its picture, for {@link richMenus}. It has no name: LINE's `name` is used to recognize menus that are deployed.
 *
 * @example
 * <RichMenu chatBarText="Menu" size="compact" picture="./home.png" selected>
 *   <Area x={0} y={0} width={1250} height={843}><MessageAction label="Tea" text="tea" /></Area>
 * </RichMenu>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 */
export const RichMenu = component(['RichMenu', 'richMenu'], (props: RichMenuProps, compiler) => {
  const { size = 'large', selected = false, chatBarText, picture, adopt, children } = props
  const json: RichMenuRequest = {
    size: sizeOf(size, compiler),
    selected,
    // Replaced when the menu is deployed.
    name: 'menu',
    chatBarText,
    areas: areasOf(children, compiler),
  }
  setDetails(json, { picture, adopt })
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

function areasOf(children: unknown, compiler: ComponentHost): RichMenuArea[] {
  const areas: RichMenuArea[] = []
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') {
      if (!isBlank(leaf))
        compiler.report('wrong_child', 'text is not permitted in <RichMenu>; it holds <Area>s')
      return
    }
    const definition = isElement(leaf) ? builtIn(leaf.type) : undefined
    if (!isElement(leaf)) areas.push(compiler.value(leaf) as RichMenuArea)
    else if (definition?.kind === 'richMenuArea' || definition?.kind === 'raw')
      areas.push(compiler.build(leaf, definition) as RichMenuArea)
    else
      compiler.report(
        'wrong_child',
        `<${definition?.name ?? String(leaf.type)}> is not permitted in <RichMenu>; it holds <Area>s`,
        { child: leaf },
      )
  })
  return areas
}
