import type { MessageCommon } from './message-common.js'

/**
 * A coupon made before with the coupon API or in the console.
 * @see https://developers.line.biz/en/reference/messaging-api/#coupon-message
 */
export interface CouponMessage extends MessageCommon {
  type: 'coupon'
  /**
   * Id of a coupon that was made and is not closed.
   * @minUtf16 1
   */
  couponId: string
  /**
   * Where the coupon was sent, as the statistics will name it.
   * @minUtf16 1
   * @maxUtf16 30
   * @pattern ^[a-zA-Z0-9_]*$
   * @permitted letters, digits and underscores
   */
  deliveryTag?: string
}
