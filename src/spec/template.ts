import type { TemplateAction } from './action.js'
import type { AltText, MessageCommon } from './message-common.js'
import type { ImageUrl, RgbColor } from './values.js'

/**
 * A message with a predefined layout.
 * @see https://developers.line.biz/en/reference/messaging-api/#template-messages
 */
export interface TemplateMessage extends MessageCommon, AltText {
  type: 'template'
  /** The template. */
  template: Template
}

/**
 * The predefined layouts.
 * @see https://developers.line.biz/en/reference/messaging-api/#template-messages
 * @discriminator type
 */
export type Template = ButtonsTemplate | ConfirmTemplate | CarouselTemplate | ImageCarouselTemplate

/**
 * A card with an image, a title, a text and buttons.
 * @see https://developers.line.biz/en/reference/messaging-api/#buttons
 * @rule buttonsText
 */
export interface ButtonsTemplate {
  type: 'buttons'
  /**
   * The image, at most {@limit pictureSide} pixels wide and {@limit files.image} MB.
   * @nullAsAbsent
   */
  thumbnailImageUrl?: ImageUrl
  /**
   * Shape of the image: `rectangle` is 1.51:1 (the default), `square` is 1:1.
   * @nullAsAbsent
   */
  imageAspectRatio?: TemplateImageAspectRatio
  /**
   * `cover` (the default) fills the frame and crops the image; `contain` shows the whole image.
   * @nullAsAbsent
   */
  imageSize?: TemplateImageSize
  /** Colour around the image. */
  imageBackgroundColor?: RgbColor
  /**
   * A line in bold above the text.
   * @minUtf16 1
   * @maxGraphemes 40
   * @nullAsAbsent
   */
  title?: string
  /**
   * The text. Has at most {@limit buttons.text} characters, {@limit buttons.textBesidePictureOrTitle} beside a title or an image.
   * @minUtf16 1
   */
  text: string
  /**
   * Action of a tap on image, title or text.
   * @nullAsAbsent
   * @place defaultAction
   */
  defaultAction?: TemplateAction
  /**
   * The buttons.
   * @minItems 1
   * @maxItems 4
   * @place buttons
   */
  actions: TemplateAction[]
}

/**
 * Shape of a template's image: `rectangle` is 1.51:1, `square` is 1:1.
 */
export type TemplateImageAspectRatio = 'rectangle' | 'square'

/**
 * Size of a template's image: `cover` fills the frame and crops the image, `contain` shows the whole image.
 */
export type TemplateImageSize = 'cover' | 'contain'

/**
 * A question with buttons for the answers.
 * @see https://developers.line.biz/en/reference/messaging-api/#confirm
 * @rule confirmText
 */
export interface ConfirmTemplate {
  type: 'confirm'
  /**
   * The question.
   * @minUtf16 1
   * @maxGraphemes 240
   */
  text: string
  /**
   * The buttons.
   * @minItems 2
   * @maxItems 2
   * @place confirm
   */
  actions: TemplateAction[]
}

/**
 * Cards side by side.
 * @see https://developers.line.biz/en/reference/messaging-api/#carousel
 */
export interface CarouselTemplate {
  type: 'carousel'
  /**
   * The cards, from left to right.
   * @minItems 1
   * @maxItems 10
   * @listRule alikeColumns
   */
  columns: CarouselColumn[]
  /**
   * Shape of all images: `rectangle` is 1.51:1 (the default), `square` is 1:1.
   * @nullAsAbsent
   */
  imageAspectRatio?: TemplateImageAspectRatio
  /**
   * `cover` (the default) fills the frame and crops the images; `contain` shows whole images.
   * @nullAsAbsent
   */
  imageSize?: TemplateImageSize
}

/**
 * A card of a carousel. All cards have the same number of buttons; all or none have an image, and a title.
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-carousel
 * @rule columnText
 */
export interface CarouselColumn {
  /**
   * The image, at most {@limit pictureSide} pixels wide and {@limit files.image} MB.
   * @nullAsAbsent
   */
  thumbnailImageUrl?: ImageUrl
  /** Colour around the image. */
  imageBackgroundColor?: RgbColor
  /**
   * A line in bold above the text.
   * @minUtf16 1
   * @maxGraphemes 40
   * @nullAsAbsent
   */
  title?: string
  /**
   * The text. Has at most {@limit column.text} characters, {@limit column.textBesidePictureOrTitle} beside a title or an image.
   * @minUtf16 1
   */
  text: string
  /**
   * Action of a tap on image, title or text.
   * @nullAsAbsent
   * @place defaultAction
   */
  defaultAction?: TemplateAction
  /**
   * The buttons. All columns have the same number of buttons.
   * @minItems 1
   * @maxItems 3
   * @place carousel
   */
  actions: TemplateAction[]
}

/**
 * Images side by side.
 * @see https://developers.line.biz/en/reference/messaging-api/#image-carousel
 */
export interface ImageCarouselTemplate {
  type: 'image_carousel'
  /**
   * The images, from left to right.
   * @minItems 1
   * @maxItems 10
   */
  columns: ImageCarouselColumn[]
}

/**
 * An image of an image carousel.
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-image-carousel
 */
export interface ImageCarouselColumn {
  /** Square image, at most {@limit pictureSide} pixels wide and {@limit files.image} MB. */
  imageUrl: ImageUrl
  /**
   * Action of a tap on the image.
   * @place imageCarousel
   */
  action: TemplateAction
}
