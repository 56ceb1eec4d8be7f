import type { ReceivedMessage } from './message-content.js'

/**
 * A sticker that a user sent. Combined stickers arrive as one: package 30563, sticker 651698630.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-sticker
 */
export interface StickerMessageContent extends ReceivedMessage {
  type: 'sticker'
  packageId: string
  stickerId: string
  stickerResourceType: StickerResourceType
  /** Up to {@limit webhook.keywords} keywords; if there are more, a random choice for each event. */
  keywords?: string[]
  /** The text that the user wrote on it, up to {@limit webhook.stickerText} characters. Only for `MESSAGE` stickers. */
  text?: string
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
  /** The message that this one quotes. */
  quotedMessageId?: string
}

/** Kind of sticker. LINE may add kinds. */
export type StickerResourceType =
  | 'STATIC'
  | 'ANIMATION'
  | 'SOUND'
  | 'ANIMATION_SOUND'
  | 'POPUP'
  | 'POPUP_SOUND'
  | 'CUSTOM'
  | 'MESSAGE'
  | 'NAME_TEXT'
  | 'PER_STICKER_TEXT'
