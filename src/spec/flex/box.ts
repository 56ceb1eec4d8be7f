import type { FlexAction } from '../action.js'
import type { Color } from '../values.js'
import type { FlexBackground } from './background.js'
import type { FlexBoxContent } from './component.js'
import type {
  FlexBorderWidth,
  FlexLength,
  FlexPadding,
  FlexPlace,
  FlexShare,
  FlexSpace,
} from './values.js'

/**
 * A box that lays out others in a row, in a column or on a line of text.
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export interface FlexBox extends FlexPlace, FlexShare {
  type: 'box'
  /** How its contents are placed: side by side, one below the other, or side by side on one baseline. */
  layout: 'horizontal' | 'vertical' | 'baseline'
  /**
   * May be empty, which makes a block of colour.
   * @rule inBox
   */
  contents: FlexBoxContent[]
  /** Space between the contents. */
  spacing?: FlexSpace
  /** Colour behind the contents; none by default. */
  backgroundColor?: Color
  /** Colour of the border. */
  borderColor?: Color
  /** Width of the border. */
  borderWidth?: FlexBorderWidth
  /** How round the corners are. */
  cornerRadius?: FlexSpace
  /** Width, in pixels or of the box around it. */
  width?: FlexLength
  /** The most that it is wide. */
  maxWidth?: FlexLength
  /** Height, in pixels or of the box around it. */
  height?: FlexLength
  /** The most that it is high. */
  maxHeight?: FlexLength
  /** Space between its edges and its contents. */
  paddingAll?: FlexPadding
  /** The same at the top, before `paddingAll`. */
  paddingTop?: FlexPadding
  /** The same at the bottom. */
  paddingBottom?: FlexPadding
  /** The same where a line begins: on the left in `ltr`. */
  paddingStart?: FlexPadding
  /** The same where a line ends: on the right in `ltr`. */
  paddingEnd?: FlexPadding
  /**
   * Action of a tap on the box.
   * @place flex
   */
  action?: FlexAction
  /** Alignment of the contents along the box, if all of them have `flex: 0`. */
  justifyContent?:
    'flex-start' | 'center' | 'flex-end' | 'space-between' | 'space-around' | 'space-evenly'
  /** Alignment of the contents across the box. */
  alignItems?: 'flex-start' | 'center' | 'flex-end'
  /** A gradient instead of one colour. */
  background?: FlexBackground
}
