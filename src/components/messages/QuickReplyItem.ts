import type { Props } from '../../jsx-runtime/types.js'
import type { QuickReplyItem as QuickReplyItemJson } from '../../spec/quick-reply.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { QuickReplyActionChildren } from '../children.js'

/** Props of {@link QuickReplyItem}: `action` may be the child. */
export interface QuickReplyItemProps extends Props<QuickReplyItemJson, 'action'> {
  /** One action. */
  children?: QuickReplyActionChildren
}

/**
 * A quick reply button with an icon: a square PNG by https, at most {@limit files.icon} MB.
 *
 * @example
 * <QuickReply>
 *   <QuickReplyItem imageUrl="https://example.com/tea.png">
 *     <MessageAction label="Tea" text="tea" />
 *   </QuickReplyItem>
 * </QuickReply>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply-button-object
 */
export const QuickReplyItem = fromRow<QuickReplyItemProps>(rows.QuickReplyItem)
