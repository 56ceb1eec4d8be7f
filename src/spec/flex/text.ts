import type { FlexAction } from '../action.js'
import type { Color, Pixels } from '../values.js'
import type { FlexAlign, FlexGravity, FlexPlace, FlexShare, FlexTextStyle } from './values.js'

/**
 * Text with one style, or spans with several styles.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-text
 * @rule someText
 */
export interface FlexText extends FlexPlace, FlexShare, FlexTextStyle {
  type: 'text'
  /** The text, at least one character. Not needed with `contents`, which replaces it. */
  text?: string
  /** Spans that are shown instead of `text`. */
  contents?: FlexSpan[]
  /** Colour of the text. */
  color?: Color
  /** Horizontal alignment of the lines. */
  align?: FlexAlign
  /** Vertical position in a taller box; `top` by default. */
  gravity?: FlexGravity
  /** Wraps long text. Line breaks are shown only with `wrap: true`. */
  wrap?: boolean
  /** Space between lines. */
  lineSpacing?: Pixels
  /**
   * Maximum number of lines shown; 0 for all.
   * @asType integer
   * @minimum 0
   */
  maxLines?: number
  /**
   * Action of a tap.
   * @place flex
   */
  action?: FlexAction
  /** Makes the text smaller until it fits. */
  adjustMode?: 'shrink-to-fit'
  /** Scales the text with the font size of the user's LINE settings. */
  scaling?: boolean
}

/**
 * A part of a text with its own style, in the `contents` of a text.
 * @see https://developers.line.biz/en/reference/messaging-api/#span
 */
export interface FlexSpan extends FlexTextStyle {
  type: 'span'
  /** The text. */
  text?: string
  /** Colour of the text. */
  color?: Color
}
