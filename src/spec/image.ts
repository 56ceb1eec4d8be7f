import type { MessageCommon } from './message-common.js'
import type { ImageUrl } from './values.js'

/**
 * An image.
 * @see https://developers.line.biz/en/reference/messaging-api/#image-message
 */
export interface ImageMessage extends MessageCommon {
  type: 'image'
  /** URL of the image, at most {@limit files.image} MB. */
  originalContentUrl: ImageUrl
  /** URL of the preview, at most {@limit files.preview} MB. */
  previewImageUrl: ImageUrl
}
