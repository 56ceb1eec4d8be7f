import type { Props } from '../../jsx-runtime/types.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { AreaChildren } from '../children.js'

/** Props of {@link RichMenu}: `areas` may be children. */
export interface RichMenuProps extends Props<RichMenuRequest, 'areas'> {
  /** `<Area>`s. */
  children?: AreaChildren
}

/**
 * A menu below the chat with up to {@limit RichMenuRequest_areas_maxItems} areas. The image is uploaded separately; it is {@limit RichMenuSize_width_minimum} to
 * {@limit RichMenuSize_width_maximum} pixels wide and at least {@limit richMenuRatio} times as wide as high.
 *
 * @example
 * <RichMenu size={{ width: 2500, height: 843 }} selected name="Main menu" chatBarText="Menu">
 *   <Area x={0} y={0} width={1250} height={843}><MessageAction label="Tea" text="tea" /></Area>
 *   <Area x={1250} y={0} width={1250} height={843}><Uri label="Shop" uri="https://example.com" /></Area>
 * </RichMenu>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#rich-menu-object
 */
export const RichMenu = fromRow<RichMenuProps>(rows.RichMenu)
