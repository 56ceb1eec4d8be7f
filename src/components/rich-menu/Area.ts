import { component } from '../../jsx-runtime/component.js'
import type { RichMenuBounds } from '../../spec/rich-menu.js'
import { distribute } from '../distribute.js'
import { slotsOf } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { RichMenuActionChildren } from '../children.js'

/** Props of {@link Area}: a rectangle in pixels of the menu's image. */
export interface AreaProps extends RichMenuBounds {
  /** One action. */
  children?: RichMenuActionChildren
}

const slots = slotsOf(rows.Area)

/**
 * An area of a `<RichMenu>`, in pixels of its image, and what a tap on it does. A label is read aloud by screen readers.
 *
 * @example
 * <Area x={0} y={0} width={1250} height={843}>
 *   <RichMenuSwitch label="Drinks" richMenuAliasId="drinks" data="tab=drinks" />
 * </Area>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#area-object
 */
export const Area = component(rows.Area, ({ children, ...bounds }: AreaProps, compiler) => {
  const json = { bounds: compiler.props({}, bounds) }
  distribute(compiler, children, slots, json)
  return json
})
