import type { AltText, MessageCommon } from './message-common.js'
import type { ImagemapBaseUrl, ImageUrl, LinkUrl, VideoUrl } from './values.js'

/**
 * An image with areas that can be tapped.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 * @rule imagemapWidth, imagemapActions
 */
export interface ImagemapMessage extends MessageCommon, AltText {
  type: 'imagemap'
  /** Base URL of the image: LINE requests it with `/240`, `/300`, `/460`, `/700` and `/1040` added. */
  baseUrl: ImagemapBaseUrl
  /** Size of the image; the areas are in its pixels. */
  baseSize: ImagemapBaseSize
  /**
   * The areas. An imagemap without areas and without a video has a warning.
   * @maxItems 50
   * @place imagemap
   * @rule imagemapArea
   */
  actions: ImagemapAction[]
  /**
   * A video that plays on the image.
   * @rule imagemapArea
   */
  video?: ImagemapVideo
}

/**
 * Size of an imagemap in its own pixels.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export interface ImagemapBaseSize {
  /**
   * Width in pixels: {@limit imagemapWidth}, which clients use for the areas. Another width is a warning.
   * @asType integer
   * @minimum 1
   */
  width: number
  /**
   * The height at a width of {@limit imagemapWidth} pixels.
   * @asType integer
   * @minimum 1
   */
  height: number
}

/**
 * Action of a tap on an area.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-action-objects
 * @discriminator type
 * @rule label
 */
export type ImagemapAction = UriImagemapAction | MessageImagemapAction | ClipboardImagemapAction

/** Properties of every imagemap action. */
export interface ImagemapActionCommon {
  /** Label for screen readers, up to {@limit label.imagemap} characters. */
  label?: string
  /** The rectangle that can be tapped. */
  area: ImagemapArea
}

/**
 * An area that opens a URL.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-uri-action-object
 */
export interface UriImagemapAction extends ImagemapActionCommon {
  type: 'uri'
  /** The URL: http, https, line or tel. */
  linkUri: LinkUrl
}

/**
 * An area that sends a text as a message of the user.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message-action-object
 * @rule messageText
 */
export interface MessageImagemapAction extends ImagemapActionCommon {
  type: 'message'
  /** The text to send. */
  text: string
}

/**
 * An area that copies a text.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-clipboard-action-object
 */
export interface ClipboardImagemapAction extends ImagemapActionCommon {
  type: 'clipboard'
  /**
   * The text to copy.
   * @minUtf16 1
   * @maxUtf16 1000
   */
  clipboardText: string
}

/**
 * A rectangle in pixels of the base size.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-area-object
 */
export interface ImagemapArea {
  /**
   * Pixels from the left of the base size.
   * @asType integer
   * @minimum 0
   */
  x: number
  /**
   * Pixels from its top.
   * @asType integer
   * @minimum 0
   */
  y: number
  /**
   * Width in pixels of the base size.
   * @asType integer
   * @minimum 1
   */
  width: number
  /**
   * Height in pixels of the base size.
   * @asType integer
   * @minimum 1
   */
  height: number
}

/**
 * A video on an imagemap.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export interface ImagemapVideo {
  /** URL of the video, at most {@limit files.video} MB. */
  originalContentUrl: VideoUrl
  /** Image shown before the video plays, at most {@limit files.preview} MB. */
  previewImageUrl: ImageUrl
  /** Rectangle in which the video plays. */
  area: ImagemapArea
  /**
   * A link shown when the video has ended.
   * @place imagemap
   */
  externalLink?: ImagemapExternalLink
}

/**
 * A link shown when a video has ended.
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export interface ImagemapExternalLink {
  /** URL that it opens: http, https, line or tel. */
  linkUri: LinkUrl
  /**
   * Text of the link.
   * @minUtf16 1
   * @maxUtf16 30
   */
  label: string
}
