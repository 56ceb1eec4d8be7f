import { component } from '../../jsx-runtime/component.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { QuickReplyAction } from '../../spec/action.js'
import type { QuickReply as QuickReplyJson, QuickReplyItem } from '../../spec/quick-reply.js'
import { distribute } from '../distribute.js'
import { append } from '../message.js'

/** Props of {@link QuickReply}: `items` may be children. */
export interface QuickReplyProps extends Props<QuickReplyJson, 'items'> {
  /** Actions, or `<QuickReplyItem>` for an action with an icon. */
  children?: Children<QuickReplyAction | QuickReplyItem>
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
export const QuickReply = component(
  'QuickReply',
  'quickReply',
  (props: QuickReplyProps, compiler) => {
    const json = compiler.props({}, props)
    const item = (action: object) => append(json, 'items', { type: 'action', action })
    distribute(compiler, 'QuickReply', props.children, {
      kinds: { action: item, quickReplyItem: (given) => append(json, 'items', given) },
      json(given) {
        if ((given as { type?: unknown }).type === 'action') append(json, 'items', given)
        else item(given)
        return true
      },
    })
    return json
  },
)
