import type { AudioMessage } from './audio.js'
import type { CouponMessage } from './coupon.js'
import type { FlexMessage } from './flex/message.js'
import type { ImageMessage } from './image.js'
import type { ImagemapMessage } from './imagemap.js'
import type { LocationMessage } from './location.js'
import type { StickerMessage } from './sticker.js'
import type { TemplateMessage } from './template.js'
import type { TextMessage, TextMessageV2 } from './text.js'
import type { VideoMessage } from './video.js'

/**
 * The messages of one request, in order.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
 * @minItems 1
 * @maxItems 5
 */
export type MessageList = Message[]

/**
 * A message of any type.
 * @see https://developers.line.biz/en/reference/messaging-api/#message-objects
 * @discriminator type
 * @rule delivery
 */
export type Message =
  | TextMessage
  | TextMessageV2
  | StickerMessage
  | ImageMessage
  | VideoMessage
  | AudioMessage
  | LocationMessage
  | ImagemapMessage
  | TemplateMessage
  | FlexMessage
  | CouponMessage
