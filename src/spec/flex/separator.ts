import type { Color } from '../values.js'
import type { FlexMargin } from './values.js'

/**
 * A line between components.
 * @see https://developers.line.biz/en/reference/messaging-api/#separator
 */
export interface FlexSeparator extends FlexMargin {
  type: 'separator'
  /** Colour of the line. */
  color?: Color
}
