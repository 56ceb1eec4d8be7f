import type { LocationMessageContent } from './location-content.js'
import type {
  AudioMessageContent,
  FileMessageContent,
  ImageMessageContent,
  VideoMessageContent,
} from './media-content.js'
import type { StickerMessageContent } from './sticker-content.js'
import type { TextMessageContent } from './text-content.js'

/** Properties of every received message. */
export interface ReceivedMessage {
  /** Decimal digits. */
  id: string
  /** Marks this message, and all before it, as read. Does not expire. */
  markAsReadToken?: string
}

/**
 * A message from a user.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-event
 * @discriminator type
 */
export type MessageContent =
  | TextMessageContent
  | ImageMessageContent
  | VideoMessageContent
  | AudioMessageContent
  | FileMessageContent
  | LocationMessageContent
  | StickerMessageContent

/** `'text'`, `'image'` ... */
export type MessageContentType = MessageContent['type']
