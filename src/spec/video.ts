import type { MessageCommon } from './message-common.js'
import type { ImageUrl, VideoUrl } from './values.js'

/**
 * A video.
 * @see https://developers.line.biz/en/reference/messaging-api/#video-message
 */
export interface VideoMessage extends MessageCommon {
  type: 'video'
  /** The video, at most {@limit files.video} MB. */
  originalContentUrl: VideoUrl
  /** The picture shown before it plays, of the same proportions, at most {@limit files.preview} MB. */
  previewImageUrl: ImageUrl
  /**
   * Comes back in the event of a video watched to its end. Not for groups and rooms.
   * @minUtf16 1
   * @maxUtf16 100
   * @pattern ^[-.=,+*()%$&;:@{}!?<>[\]a-zA-Z0-9]*$
   * @permitted letters, digits and -.=,+*()%$&;:@{}!?<>[]
   */
  trackingId?: string
}
