import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { PostbackAction } from '../../spec/action.js'
import { childless } from '../distribute.js'

/** Props of {@link Postback}. */
export type PostbackProps = Props<PostbackAction>

/**
 * Sends a postback event to the bot. `data` is 1 to 300 UTF-16 code units; `displayText` is shown as said by the user.
 *
 * @example
 * <Postback label="Buy" data="action=buy&id=1" displayText="I take it" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#postback-action
 */
export const Postback = component('Postback', 'action', (props: PostbackProps, compiler) =>
  childless(compiler, 'Postback', { type: 'postback' }, props),
)
