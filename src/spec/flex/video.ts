import type { UriAction } from '../action.js'
import type { AspectRatio, ImageUrl, VideoUrl } from '../values.js'
import type { FlexAltContent } from './component.js'

/**
 * A video, as the hero of a single bubble of size kilo, mega or giga.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-video
 * @rule aspectRatio
 */
export interface FlexVideo {
  type: 'video'
  /** URL of the video: MP4, at most {@limit files.video} MB. */
  url: VideoUrl
  /** Image shown before the video plays, at most {@limit files.preview} MB. */
  previewUrl: ImageUrl
  /** Shown instead by versions of LINE that cannot play the video. */
  altContent: FlexAltContent
  /** Width to height, such as `20:13`; `1:1` by default. */
  aspectRatio?: AspectRatio
  /**
   * A link shown when the video has ended.
   * @place flex
   * @rule label
   */
  action?: UriAction
}
