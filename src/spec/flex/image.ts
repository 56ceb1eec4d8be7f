import type { FlexAction } from '../action.js'
import type { AspectRatio, Color, ImageUrl } from '../values.js'
import type { FlexAlign, FlexGravity, FlexImageSize, FlexPlace, FlexShare } from './values.js'

/**
 * An image.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-image
 * @rule aspectRatio, animated
 */
export interface FlexImage extends FlexPlace, FlexShare {
  type: 'image'
  /** URL of the image: JPEG or PNG, at most {@limit pictureSide} × {@limit pictureSide} pixels and {@limit files.image} MB ({@limit files.animatedKilobytes} KB if animated). */
  url: ImageUrl
  /** Width; `md` by default. */
  size?: FlexImageSize
  /** Width to height of the frame, such as `20:13`; `1:1` by default. */
  aspectRatio?: AspectRatio
  /** `cover` fills the frame and crops the image, `fit` shows the whole image. */
  aspectMode?: 'fit' | 'cover'
  /** Horizontal position in a wider box; `center` by default. */
  align?: FlexAlign
  /** Vertical position in a taller box; `top` by default. */
  gravity?: FlexGravity
  /** Background colour. */
  backgroundColor?: Color
  /**
   * Action of a tap.
   * @place flex
   */
  action?: FlexAction
  /** Plays an animated PNG. At most {@limit animatedImages} in a message. */
  animated?: boolean
}
