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

/** A text after its author edited it: it has the same id, a new quote token and no token to mark it as read. */
export type EditedMessageContent = Omit<TextMessageContent, 'markAsReadToken'>

/** {@link MessageEditedEvent} without its mode. */
export interface MessageEditedEventFields extends EventCommon {
  type: 'messageEdited'
  source: GroupSource
  message: EditedMessageContent
}

/**
 * A user edited a text in a group. May arrive before the message itself: sort by `timestamp`.
 * @see https://developers.line.biz/en/reference/messaging-api/#edit-event
 */
export type MessageEditedEvent = MessageEditedEventFields & Replyable

/**
 * A user unsent a message. LINE asks you to delete your copy; its content is no longer available (410).
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
