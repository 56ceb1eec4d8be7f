import type { CouponTimezone } from '../coupon-request.js'

/**
 * A coupon that was just made.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 */
export interface CouponCreateResponse {
  couponId: string
}

/** A page of coupons. */
export interface ListCouponQuery {
  /** Which ones; all by default. */
  status?: CouponStatus[]
  /** `next` of the page before. */
  start?: string
  /** 1 to 100, 20 by default. */
  limit?: number
}

export type CouponStatus = 'DRAFT' | 'RUNNING' | 'CLOSED'

/**
 * Coupons in short.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-coupon-list
 */
export interface MessagingApiPagerCouponListResponse {
  items: CouponListResponse[]
  /** `start` of the next page; absent on the last. */
  next?: string
}

export interface CouponListResponse {
  couponId: string
  title: string
}

/**
 * A coupon in full.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-coupon
 */
export interface CouponResponse {
  acquisitionCondition?: AcquisitionConditionResponse
  barcodeImageUrl?: string
  couponCode?: string
  description?: string
  /** UNIX seconds. */
  endTimestamp?: number
  imageUrl?: string
  maxAcquireCount?: number
  /** 1, or -1 for without limit. */
  maxUseCountPerTicket?: number
  maxTicketPerUser?: number
  /** UNIX seconds. */
  startTimestamp?: number
  title?: string
  usageCondition?: string
  reward?: CouponRewardResponse
  visibility?: 'UNLISTED' | 'PUBLIC' | 'PRIVATE'
  timezone?: CouponTimezone
  couponId?: string
  /** UNIX seconds. */
  createdTimestamp?: number
  status?: CouponStatus
}

/** Who gets the coupon. */
export type AcquisitionConditionResponse =
  | NormalAcquisitionConditionResponse
  | LotteryAcquisitionConditionResponse
  | ReferralAcquisitionConditionResponse

/** Everybody. */
export interface NormalAcquisitionConditionResponse {
  type: 'normal'
}

/** Those who are lucky. */
export interface LotteryAcquisitionConditionResponse {
  type: 'lottery'
  /** Percent. */
  lotteryProbability?: number
  /** -1 for without limit. */
  maxAcquireCount?: number
}

/** Those who bring friends. Made in the console only. */
export interface ReferralAcquisitionConditionResponse {
  type: 'referral'
}

/** What the coupon gives. */
export type CouponRewardResponse =
  | CouponCashBackRewardResponse
  | CouponDiscountRewardResponse
  | CouponFreeRewardResponse
  | CouponGiftRewardResponse
  | CouponOthersRewardResponse

export interface CouponCashBackRewardResponse {
  type: 'cashBack'
  priceInfo?: CashBackPriceInfoResponse
}

export interface CouponDiscountRewardResponse {
  type: 'discount'
  priceInfo?: DiscountPriceInfoResponse
}

export interface CouponFreeRewardResponse {
  type: 'free'
}

export interface CouponGiftRewardResponse {
  type: 'gift'
}

export interface CouponOthersRewardResponse {
  type: 'others'
}

export type CashBackPriceInfoResponse =
  CashBackFixedPriceInfoResponse | CashBackPercentagePriceInfoResponse

export interface CashBackFixedPriceInfoResponse {
  type: 'fixed'
  currency?: CouponCurrency
  fixedAmount?: number
}

export interface CashBackPercentagePriceInfoResponse {
  type: 'percentage'
  percentage?: number
}

export type DiscountPriceInfoResponse =
  | DiscountFixedPriceInfoResponse
  | DiscountPercentagePriceInfoResponse
  | DiscountExplicitPriceInfoResponse

export interface DiscountFixedPriceInfoResponse {
  type: 'fixed'
  currency?: CouponCurrency
  fixedAmount?: number
}

export interface DiscountPercentagePriceInfoResponse {
  type: 'percentage'
  percentage?: number
}

export interface DiscountExplicitPriceInfoResponse {
  type: 'explicit'
  currency?: CouponCurrency
  priceAfterDiscount?: number
  originalPrice?: number
}

export type CouponCurrency = 'JPY' | 'THB' | 'TWD'
