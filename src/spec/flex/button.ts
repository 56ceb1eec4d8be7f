import type { FlexAction } from '../action.js'
import type { Color } from '../values.js'
import type { FlexGravity, FlexPlace, FlexShare } from './values.js'

/**
 * A button.
 * @see https://developers.line.biz/en/reference/messaging-api/#button
 */
export interface FlexButton extends FlexPlace, FlexShare {
  type: 'button'
  /**
   * Action of a tap; its label is the text of the button.
   * @place flexButton
   */
  action: FlexAction
  /** `link` looks like a link, `primary` and `secondary` have a background. */
  style?: 'primary' | 'secondary' | 'link'
  /** Colour of the text for `link`, of the background otherwise. */
  color?: Color
  /** Height; `md` by default. */
  height?: 'sm' | 'md'
  /** Vertical position in a box that is taller; `top` by default. */
  gravity?: FlexGravity
  /** Makes the text smaller until it fits. */
  adjustMode?: 'shrink-to-fit'
  /** Scales the text with the font size of the user's LINE settings. */
  scaling?: boolean
}
