import type { EventCommon, Replyable } from './common.js'
import type { MessageContent } from './message-content.js'
import type { GroupSource, Source } from './source.js'
import type { TextMessageContent } from './text-content.js'

/** {@link MessageEvent} without its mode. */
export interface MessageEventFields extends EventCommon {
  type: 'message'
  source: Source
  message: MessageContent
}

/**
 * A user sent a message.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-event
 */
export type MessageEvent = MessageEventFields & Replyable

/** A text after its author has changed it: the old id, a new quote token, nothing to mark as read. */
export type EditedMessageContent = Omit<TextMessageContent, 'markAsReadToken'>

/** {@link MessageEditedEvent} without its mode. */
export interface MessageEditedEventFields extends EventCommon {
  type: 'messageEdited'
  source: GroupSource
  message: EditedMessageContent
}

/**
 * A user changed a text in a group. May arrive before the message itself: order by `timestamp`.
 * @see https://developers.line.biz/en/reference/messaging-api/#edit-event
 */
export type MessageEditedEvent = MessageEditedEventFields & Replyable

/**
 * A user took a message back. LINE asks to delete what was kept of it; its content is gone (410).
 * @see https://developers.line.biz/en/reference/messaging-api/#unsend-event
 */
export interface UnsendEvent extends EventCommon {
  type: 'unsend'
  source: Source
  unsend: UnsendDetail
}

/** The unsent message. */
export interface UnsendDetail {
  messageId: string
}
