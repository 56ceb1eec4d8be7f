/** What stands around a message. */
import {
  QuickReply,
  QuickReplyItem,
  type QuickReplyItemProps,
  type QuickReplyProps,
  Sender,
  type SenderProps,
} from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type * as spec from '../spec/quick-reply.js'
import type { Sender as SenderJson } from '../spec/sender.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link QuickReply}. */
export interface QuickReplyBuilder
  extends Element<spec.QuickReply>, Setters<QuickReplyProps, QuickReplyBuilder> {}

/**
 * 1 to 13 buttons below a message, each an action with a label of up to 20 characters. LINE shows those of the last message
 * of a request only.
 *
 * @example
 * text('What next?').quickReply(quickReply(messageAction('Menu', 'menu'), locationAction('Send where I am')))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply
 */
export const quickReply: (...children: QuickReplyProps['children'][]) => QuickReplyBuilder =
  factory(QuickReply, methods.QuickReply)

/** Builder of {@link QuickReplyItem}. */
export interface QuickReplyItemBuilder
  extends Element<spec.QuickReplyItem>, Setters<QuickReplyItemProps, QuickReplyItemBuilder> {}

/**
 * A quick reply button with an icon: a square PNG by https, at most 1 MB.
 *
 * @example
 * quickReply(quickReplyItem(messageAction('Tea', 'tea')).imageUrl('https://example.com/tea.png'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply-button-object
 */
export const quickReplyItem: (
  ...action: QuickReplyItemProps['children'][]
) => QuickReplyItemBuilder = factory(QuickReplyItem, methods.QuickReplyItem)

/** Builder of {@link Sender}. */
export interface SenderBuilder extends Element<SenderJson>, Setters<SenderProps, SenderBuilder> {}

/**
 * Name, up to 20 characters, and square PNG icon that a message is shown with instead of the account's own.
 *
 * @example
 * text('Your train is late.').sender(sender('Station', 'https://example.com/station.png'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon-nickname-switch
 */
export const sender: (
  name?: SenderProps['name'],
  iconUrl?: SenderProps['iconUrl'],
) => SenderBuilder = factory(Sender, methods.Sender, 'name', 'iconUrl')
