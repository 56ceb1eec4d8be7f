import type { CouponTimezone } from '../coupon-request.js'

/**
 * Id of a new coupon.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 */
export interface CouponCreateResponse {
  couponId: string
}

/** A page of coupons. */
export interface ListCouponQuery {
  /** States of the coupons. All by default. */
  status?: CouponStatus[]
  /** `next` of the page before. */
  start?: string
  /**
   * Coupons per page.
   * @minimum 1
   * @maximum 100
   * @default 20
   */
  limit?: number
}

export type CouponStatus = 'DRAFT' | 'RUNNING' | 'CLOSED'

/**
 * A page of coupons, by id and title.
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
 * A coupon with all its properties.
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
  /** 1, or -1 for no limit. */
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

/** Way to get the coupon. */
export type AcquisitionConditionResponse =
  | NormalAcquisitionConditionResponse
  | LotteryAcquisitionConditionResponse
  | ReferralAcquisitionConditionResponse

/** Everyone. */
export interface NormalAcquisitionConditionResponse {
  type: 'normal'
}

/** A lottery. */
export interface LotteryAcquisitionConditionResponse {
  type: 'lottery'
  /** Percent. */
  lotteryProbability?: number
  /** -1 for no limit. */
  maxAcquireCount?: number
}

/** For users who invite friends. Only the console creates such coupons. */
export interface ReferralAcquisitionConditionResponse {
  type: 'referral'
}

/** The reward. */
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
