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
  /** MP4, at most {@limit files.video} MB. */
  url: VideoUrl
  /** Picture before it plays, at most {@limit files.preview} MB. */
  previewUrl: ImageUrl
  /** Shown where LINE is too old for the video. */
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
