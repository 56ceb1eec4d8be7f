import type { MessageCommon } from './message-common.js'

/**
 * A coupon that was created with the coupon API or in the console.
 * @see https://developers.line.biz/en/reference/messaging-api/#coupon-message
 */
export interface CouponMessage extends MessageCommon {
  type: 'coupon'
  /**
   * Id of a coupon that exists and is not closed.
   * @minUtf16 1
   */
  couponId: string
  /**
   * Name for this delivery in the statistics.
   * @minUtf16 1
   * @maxUtf16 30
   * @pattern ^[a-zA-Z0-9_]*$
   * @permitted letters, digits and underscores
   */
  deliveryTag?: string
}
