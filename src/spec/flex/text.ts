import type { FlexAction } from '../action.js'
import type { Color, Pixels } from '../values.js'
import type { FlexAlign, FlexGravity, FlexPlace, FlexShare, FlexTextStyle } from './values.js'

/**
 * Text of one style, or of several by spans.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-text
 * @rule someText
 */
export interface FlexText extends FlexPlace, FlexShare, FlexTextStyle {
  type: 'text'
  /** What is said, at least one character; or leave it out and give `contents`, which wins over it. */
  text?: string
  /** Spans that are shown instead of `text`. */
  contents?: FlexSpan[]
  /** Colour of the letters. */
  color?: Color
  /** Where its lines stand. */
  align?: FlexAlign
  /** Vertical position in a box that is higher; `top` by default. */
  gravity?: FlexGravity
  /** Whether long text goes on in the next line. Line breaks count only when it does. */
  wrap?: boolean
  /** Space between lines. */
  lineSpacing?: Pixels
  /**
   * How many lines are shown; 0 for all.
   * @asType integer
   * @minimum 0
   */
  maxLines?: number
  /**
   * What a tap does.
   * @place flex
   */
  action?: FlexAction
  /** Makes the text smaller until it fits. */
  adjustMode?: 'shrink-to-fit'
  /** Whether the text follows the font size that the user chose in LINE. */
  scaling?: boolean
}

/**
 * A run of text with a style of its own, in the `contents` of a text.
 * @see https://developers.line.biz/en/reference/messaging-api/#span
 */
export interface FlexSpan extends FlexTextStyle {
  type: 'span'
  /** What is said. */
  text?: string
  /** Colour of the letters. */
  color?: Color
}
