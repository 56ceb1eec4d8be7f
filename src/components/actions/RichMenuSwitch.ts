import type { Late } from '../../jsx-runtime/deferred.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { RichMenuSwitchAction } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link RichMenuSwitch}. */
export interface RichMenuSwitchProps extends Omit<Props<RichMenuSwitchAction>, 'data'> {
  /** Comes back in `postback.data`, up to {@limit RichMenuSwitchAction_data_maxUtf16} UTF-16 code units; may be signed by `definePostback`. */
  data: string | Late<string>
}

/**
 * Switches to the rich menu of an alias. In rich menus only.
 *
 * @example
 * <RichMenuSwitch richMenuAliasId="drinks" data="tab=drinks" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export const RichMenuSwitch = fromRow<RichMenuSwitchProps>(rows.RichMenuSwitch)
