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
  layout: 'horizontal' | 'vertical' | 'baseline'
  /** May be empty, which makes a block of colour. */
  contents: FlexBoxContent[]
  /** Space between the contents. */
  spacing?: FlexSpace
  backgroundColor?: Color
  borderColor?: Color
  borderWidth?: FlexBorderWidth
  cornerRadius?: FlexSpace
  width?: FlexLength
  maxWidth?: FlexLength
  height?: FlexLength
  maxHeight?: FlexLength
  paddingAll?: FlexPadding
  paddingTop?: FlexPadding
  paddingBottom?: FlexPadding
  paddingStart?: FlexPadding
  paddingEnd?: FlexPadding
  /** What a tap on the box does. */
  action?: FlexAction
  /** How contents stand along the box, if all of them have `flex: 0`. */
  justifyContent?:
    'flex-start' | 'center' | 'flex-end' | 'space-between' | 'space-around' | 'space-evenly'
  /** How contents stand across the box. */
  alignItems?: 'flex-start' | 'center' | 'flex-end'
  background?: FlexBackground
}
