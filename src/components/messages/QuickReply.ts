import type { Children, Props } from '../../jsx-runtime/types.js'
import type { QuickReplyAction } from '../../spec/action.js'
import type { QuickReply as QuickReplyJson, QuickReplyItem } from '../../spec/quick-reply.js'
import { simple, type Slots } from '../distribute.js'
import { append, many } from '../message.js'

/** Props of {@link QuickReply}: `items` may be children. */
export interface QuickReplyProps extends Props<QuickReplyJson, 'items'> {
  /** Actions, or `<QuickReplyItem>` for an action with an icon. */
  children?: Children<QuickReplyAction | QuickReplyItem>
}

const slots: Slots = {
  kinds: {
    action: (target, action) => append(target, 'items', { type: 'action', action }),
    quickReplyItem: many('items'),
  },
  json(target, given) {
    const isItem = (given as { type?: unknown }).type === 'action'
    append(target, 'items', isItem ? given : { type: 'action', action: given })
  },
}

/**
 * 1 to 13 buttons below a message, each an action with a label of up to 20 characters. LINE shows those of the last message
 * of a request only.
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
export const QuickReply = simple<QuickReplyProps>('QuickReply', 'quickReply', undefined, slots)
