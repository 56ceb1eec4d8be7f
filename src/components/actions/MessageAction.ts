import type { Props } from '../../jsx-runtime/types.js'
import type { MessageAction as MessageActionJson } from '../../spec/action.js'
import { simple } from '../distribute.js'

/** Props of {@link MessageAction}. */
export type MessageActionProps = Props<MessageActionJson>

/**
 * Sends a text in the user's name, of up to 300 characters.
 *
 * @example
 * <MessageAction label="Menu" text="menu" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#message-action
 */
export const MessageAction = simple<MessageActionProps>('MessageAction', 'action', 'message')
