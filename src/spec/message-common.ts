import type { QuickReply } from './quick-reply.js'
import type { Sender } from './sender.js'

/**
 * Properties of every message.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties-for-messages
 */
export interface MessageCommon {
  /**
   * Buttons below the message. LINE shows those of the last message of a request only.
   * @nullAsAbsent
   */
  quickReply?: QuickReply
  /**
   * Name and icon instead of those of the account.
   * @nullAsAbsent
   */
  sender?: Sender
}

/** The text of a message in notifications and chat lists. */
export interface AltText {
  /**
   * Shown in notifications, in the chat list and on clients that cannot draw the message.
   * Older LINE documents, and perhaps older clients, permit only {@limit FlexMessage_altText_warnUtf16} UTF-16 code units.
   * @minUtf16 1
   * @maxUtf16 1500
   * @warnUtf16 400
   */
  altText: string
}
