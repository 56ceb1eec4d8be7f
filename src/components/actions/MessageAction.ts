import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { MessageAction as MessageActionJson } from '../../spec/action.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link MessageAction}. */
export type MessageActionProps = Props<MessageActionJson>

/**
 * Sends a text in the user's name, of up to {@limit messageText.buttons} characters.
 *
 * @example
 * <MessageAction label="Menu" text="menu" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#message-action
 */
export const MessageAction: Component<MessageActionProps> = fromRow(rows.MessageAction)
