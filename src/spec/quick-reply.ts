import type { QuickReplyAction } from './action.js'
import type { PngUrl } from './values.js'

/**
 * Buttons below a message. They disappear when one is tapped or a new message arrives.
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply
 */
export interface QuickReply {
  /**
   * The buttons, from left to right.
   * @minItems 1
   * @maxItems 13
   */
  items: QuickReplyItem[]
}

/**
 * One button of a quick reply.
 * @see https://developers.line.biz/en/reference/messaging-api/#quick-reply-button-object
 * @rule quickReplyItem
 */
export interface QuickReplyItem {
  /** Always `action`. Leaving it out is a warning. */
  type?: 'action'
  /** Square icon to the left of the label, at most {@limit files.icon} MB. Camera, camera roll and location actions have default icons. */
  imageUrl?: PngUrl
  /**
   * Action of a tap.
   * @place quickReply
   */
  action: QuickReplyAction
}
