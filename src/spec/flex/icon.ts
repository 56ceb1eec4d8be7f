import type { AspectRatio, ImageUrl } from '../values.js'
import type { FlexFontSize, FlexPlace } from './values.js'

/**
 * A small image on a line of text. Only in baseline boxes.
 * @see https://developers.line.biz/en/reference/messaging-api/#icon
 * @rule aspectRatio
 */
export interface FlexIcon extends FlexPlace {
  type: 'icon'
  /** URL of the icon: JPEG or PNG, at most {@limit pictureSide} × {@limit pictureSide} pixels and {@limit files.icon} MB. */
  url: ImageUrl
  /** Height; `md` by default. */
  size?: FlexFontSize
  /** Width to height, such as `2:1`; `1:1` by default. */
  aspectRatio?: AspectRatio
  /** Scales the icon with the font size of the user's LINE settings. */
  scaling?: boolean
}
