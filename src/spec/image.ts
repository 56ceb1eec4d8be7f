import type { MessageCommon } from './message-common.js'
import type { ImageUrl } from './values.js'

/**
 * A picture.
 * @see https://developers.line.biz/en/reference/messaging-api/#image-message
 */
export interface ImageMessage extends MessageCommon {
  type: 'image'
  /** The picture, at most {@limit files.image} MB. */
  originalContentUrl: ImageUrl
  /** Its preview, at most {@limit files.preview} MB. */
  previewImageUrl: ImageUrl
}
