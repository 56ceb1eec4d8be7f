/** Rich menus. */
import { Area, type AreaProps, RichMenu, type RichMenuProps } from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type { RichMenuArea, RichMenuRequest } from '../spec/rich-menu.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link RichMenu}. */
export interface RichMenuBuilder
  extends Element<RichMenuRequest>, Setters<RichMenuProps, RichMenuBuilder> {}

/**
 * A menu below the chat with up to 20 areas. The image, 800 to 2500 pixels wide and at least 1.45 times as wide as high, is
 * uploaded apart.
 *
 * @example
 * richMenu(area(0, 0, 2500, 843, uri('Shop', 'https://example.com')))
 *   .size({ width: 2500, height: 843 })
 *   .selected()
 *   .name('Main menu')
 *   .chatBarText('Menu')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 */
export const richMenu: (...children: RichMenuProps['children'][]) => RichMenuBuilder = factory(
  RichMenu,
  methods.RichMenu,
)

/** Builder of {@link Area}. */
export interface AreaBuilder extends Element<RichMenuArea>, Setters<AreaProps, AreaBuilder> {}

/**
 * An area of a rich menu, in pixels of its image, and what a tap on it does. A label is read aloud by screen readers.
 *
 * @example
 * area(0, 0, 1250, 843, richMenuSwitch('Drinks', 'drinks', 'tab=drinks'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#area-object
 */
export const area: (
  x: AreaProps['x'],
  y: AreaProps['y'],
  width: AreaProps['width'],
  height: AreaProps['height'],
  ...action: AreaProps['children'][]
) => AreaBuilder = factory(Area, methods.Area, 'x', 'y', 'width', 'height')
