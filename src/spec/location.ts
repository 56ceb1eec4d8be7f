import type { MessageCommon } from './message-common.js'

/**
 * A location on the map.
 * @see https://developers.line.biz/en/reference/messaging-api/#location-message
 */
export interface LocationMessage extends MessageCommon {
  type: 'location'
  /**
   * Title of the location.
   * @minUtf16 1
   * @maxUtf16 100
   */
  title: string
  /**
   * Address, shown below the title.
   * @minUtf16 1
   * @maxUtf16 100
   */
  address: string
  /**
   * Degrees north, as a decimal number.
   * @minimum -90
   * @maximum 90
   */
  latitude: number
  /**
   * Degrees east, as a decimal number.
   * @minimum -180
   * @maximum 180
   */
  longitude: number
}
