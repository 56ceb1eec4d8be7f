import type { Props } from '../../jsx-runtime/types.js'
import type { QuickReply as QuickReplyJson } from '../../spec/quick-reply.js'
import type { Slot } from '../distribute.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import { append } from '../message.js'
import type { QuickReplyChildren } from '../children.js'

/** Props of {@link QuickReply}: `items` may be children. */
export interface QuickReplyProps extends Props<QuickReplyJson, 'items'> {
  /** Actions, or `<QuickReplyItem>` for an action with an icon. */
  children?: QuickReplyChildren
}

const add: Slot = (target, json) =>
  append(
    target,
    'items',
    (json as { type?: unknown }).type === 'action' ? json : { type: 'action', action: json },
  )

/**
 * {@limit QuickReply_items_minItems} to {@limit QuickReply_items_maxItems} buttons below a message, each an action with a label of up to {@limit label.quickReply} characters. LINE
 * shows only those of the last message of a request.
 *
 * @example
 * <Text>
 *   What next?
 *   <QuickReply>
 *     <MessageAction label="Menu" text="menu" />
 *     <LocationAction label="Send where I am" />
 *   </QuickReply>
 * </Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply
 */
export const QuickReply = fromRow<QuickReplyProps>(rows.QuickReply, {
  kinds: { action: add },
  json: add,
})
