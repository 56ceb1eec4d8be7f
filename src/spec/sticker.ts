import type { MessageCommon } from './message-common.js'
import type { Quotable } from './text.js'

/**
 * A sticker from the packages that bots may send.
 * @see https://developers.line.biz/en/reference/messaging-api/#sticker-message
 * @rule sticker
 */
export interface StickerMessage extends MessageCommon, Quotable {
  type: 'sticker'
  /**
   * Package id of the sticker, see the list of sendable stickers.
   * @pattern ^[0-9]+$
   * @permitted digits
   * @numericId
   */
  packageId: string
  /**
   * Id of the sticker in the package.
   * @pattern ^[0-9]+$
   * @permitted digits
   * @numericId
   */
  stickerId: string
}
