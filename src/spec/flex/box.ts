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
 * A box that lays out components in a row, in a column or on a text baseline.
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export interface FlexBox extends FlexPlace, FlexShare {
  type: 'box'
  /** Direction of the contents: side by side, one below the other, or side by side on one baseline. */
  layout: 'horizontal' | 'vertical' | 'baseline'
  /**
   * The contents. An empty box with a size is a block of colour.
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
  /** Radius of the corners. */
  cornerRadius?: FlexSpace
  /** Width, in pixels or in percent of the parent box. */
  width?: FlexLength
  /** Maximum width. */
  maxWidth?: FlexLength
  /** Height, in pixels or in percent of the parent box. */
  height?: FlexLength
  /** Maximum height. */
  maxHeight?: FlexLength
  /** Space between its edges and its contents. */
  paddingAll?: FlexPadding
  /** Space at the top; replaces `paddingAll` there. */
  paddingTop?: FlexPadding
  /** Space at the bottom; replaces `paddingAll` there. */
  paddingBottom?: FlexPadding
  /** Space at the start of lines (the left in `ltr`); replaces `paddingAll` there. */
  paddingStart?: FlexPadding
  /** Space at the end of lines (the right in `ltr`); replaces `paddingAll` there. */
  paddingEnd?: FlexPadding
  /**
   * Action of a tap on the box.
   * @place flex
   */
  action?: FlexAction
  /** Alignment of the contents along the direction of the box, if all of them have `flex: 0`. */
  justifyContent?:
    'flex-start' | 'center' | 'flex-end' | 'space-between' | 'space-around' | 'space-evenly'
  /** Alignment of the contents across the direction of the box. */
  alignItems?: 'flex-start' | 'center' | 'flex-end'
  /** Gradient used as background instead of one colour. */
  background?: FlexBackground
}
