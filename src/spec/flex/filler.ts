import type { FlexShare } from './values.js'

/**
 * Empty space.
 * @deprecated Use the paddings and margins of boxes.
 * @see https://developers.line.biz/en/reference/messaging-api/#filler
 * @rule filler
 */
export interface FlexFiller extends FlexShare {
  type: 'filler'
}
