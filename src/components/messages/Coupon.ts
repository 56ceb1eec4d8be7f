import type { Children, Props } from '../../jsx-runtime/types.js'
import type { CouponMessage } from '../../spec/coupon.js'
import { simple } from '../distribute.js'
import { aroundMessage, type AroundMessage, type MessageProps } from '../message.js'

/** Props of {@link Coupon}. */
export interface CouponProps extends MessageProps, Omit<Props<CouponMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: Children<never, AroundMessage>
}

/**
 * A coupon message; the coupon itself was made before, with the coupon API or in the console.
 *
 * @example
 * <Coupon couponId="01JYNW8JMQVFBNWF1APF8Z3FS7" deliveryTag="spring" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#coupon-message
 */
export const Coupon = simple<CouponProps>('Coupon', 'message', 'coupon', aroundMessage)
