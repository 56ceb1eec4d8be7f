import type { QuickReply } from './quick-reply.js'
import type { Sender } from './sender.js'

/**
 * Properties of every message.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties-for-messages
 */
export interface MessageCommon {
  /**
   * Buttons below the message. LINE only shows the buttons of the last message of a request.
   * @nullAsAbsent
   */
  quickReply?: QuickReply
  /**
   * Name and icon shown instead of those of the account.
   * @nullAsAbsent
   */
  sender?: Sender
}

/** Alternative text of a message. */
export interface AltText {
  /**
   * Text shown in notifications, in the chat list and on clients that cannot display the message.
   * Older documents of LINE, and perhaps older clients, permit only {@limit FlexMessage_altText_warnUtf16} UTF-16 code units.
   * @minUtf16 1
   * @maxUtf16 1500
   * @warnUtf16 400
   */
  altText: string
}
