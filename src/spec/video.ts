import type { MessageCommon } from './message-common.js'
import type { ImageUrl, VideoUrl } from './values.js'

/**
 * A video.
 * @see https://developers.line.biz/en/reference/messaging-api/#video-message
 */
export interface VideoMessage extends MessageCommon {
  type: 'video'
  /** URL of the video, at most {@limit files.video} MB. */
  originalContentUrl: VideoUrl
  /** Image shown before the video plays, with the same aspect ratio, at most {@limit files.preview} MB. */
  previewImageUrl: ImageUrl
  /**
   * Id that the event of a video watched to its end returns. Not for groups and rooms.
   * @minUtf16 1
   * @maxUtf16 100
   * @pattern ^[-.=,+*()%$&;:@{}!?<>[\]a-zA-Z0-9]*$
   * @permitted letters, digits and -.=,+*()%$&;:@{}!?<>[]
   */
  trackingId?: string
}
