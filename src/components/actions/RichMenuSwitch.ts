import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { RichMenuSwitchAction } from '../../spec/action.js'
import { childless } from '../distribute.js'

/** Props of {@link RichMenuSwitch}. */
export type RichMenuSwitchProps = Props<RichMenuSwitchAction>

/**
 * Changes the user's rich menu to the one of an alias. In rich menus only.
 *
 * @example
 * <RichMenuSwitch richMenuAliasId="drinks" data="tab=drinks" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export const RichMenuSwitch = component(
  'RichMenuSwitch',
  'action',
  (props: RichMenuSwitchProps, compiler) =>
    childless(compiler, 'RichMenuSwitch', { type: 'richmenuswitch' }, props),
)
