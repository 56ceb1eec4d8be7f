import type { Props } from '../../jsx-runtime/types.js'
import type { CouponMessage } from '../../spec/coupon.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { AroundChildren } from '../children.js'

/** Props of {@link Coupon}. */
export interface CouponProps extends MessageProps, Omit<Props<CouponMessage>, keyof MessageProps> {
  /** `<QuickReply>`, `<Sender>`. */
  children?: AroundChildren
}

/**
 * A coupon message. Create the coupon first, with the coupon API or in LINE Official Account Manager.
 *
 * @example
 * <Coupon couponId="01JYNW8JMQVFBNWF1APF8Z3FS7" deliveryTag="spring" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#coupon-message
 */
export const Coupon = fromRow<CouponProps>(rows.Coupon)
