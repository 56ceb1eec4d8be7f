import type { ImageUrl } from './values.js'

/**
 * A coupon to create.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @rule coupon
 */
export interface CouponCreateRequest {
  /** Way to get the coupon. */
  acquisitionCondition: AcquisitionCondition
  /** Image of a barcode: JPEG or PNG, at most {@limit files.image} MB. */
  barcodeImageUrl?: ImageUrl
  /**
   * Code shown with the coupon, to enter when paying.
   * @minUtf16 1
   * @maxUtf16 16
   */
  couponCode?: string
  /** @maxUtf16 1000 */
  description?: string
  /**
   * UNIX seconds.
   * @asType integer
   * @minimum 0
   */
  startTimestamp: number
  /**
   * UNIX seconds.
   * @asType integer
   * @minimum 0
   */
  endTimestamp: number
  /** Image of the coupon: JPEG or PNG, at most {@limit files.image} MB. */
  imageUrl?: ImageUrl
  /**
   * Number of times that one user may use it: 1, or -1 for no limit.
   * @asType integer
   * @minimum -1
   * @maximum 1
   */
  maxUseCountPerTicket: number
  /**
   * @minUtf16 1
   * @maxUtf16 60
   */
  title: string
  /** @maxUtf16 100 */
  usageCondition?: string
  /** The reward. */
  reward?: CouponReward
  visibility: CouponVisibility
  timezone: CouponTimezone
}

/** Visibility on the page of the account. */
export type CouponVisibility = 'UNLISTED' | 'PUBLIC'

/**
 * Way to get a coupon.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @discriminator type
 */
export type AcquisitionCondition = NormalAcquisitionCondition | LotteryAcquisitionCondition

/**
 * Every user gets the coupon.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 */
export interface NormalAcquisitionCondition {
  type: 'normal'
}

/**
 * Winners of a lottery get the coupon.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 */
export interface LotteryAcquisitionCondition {
  type: 'lottery'
  /**
   * Chance to win, in percent.
   * @asType integer
   * @minimum 1
   * @maximum 99
   */
  lotteryProbability: number
  /**
   * Number of winners: 1 to {@limit LotteryAcquisitionCondition_maxAcquireCount_maximum}, or -1 for no limit.
   * @asType integer
   * @minimum -1
   * @maximum 999999
   */
  maxAcquireCount: number
}

/**
 * Reward of a coupon.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @discriminator type
 */
export type CouponReward = CashBackReward | DiscountReward | FreeReward | GiftReward | OthersReward

/**
 * Cash back: a part of the price is paid back.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface CashBackReward {
  type: 'cashBack'
  priceInfo?: CashBackPriceInfo
}

/**
 * A lower price.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface DiscountReward {
  type: 'discount'
  priceInfo?: DiscountPriceInfo
}

/**
 * A free item or service.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface FreeReward {
  type: 'free'
}

/**
 * A gift.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface GiftReward {
  type: 'gift'
}

/**
 * Anything else.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface OthersReward {
  type: 'others'
}

/**
 * Amount that is paid back.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @discriminator type
 */
export type CashBackPriceInfo = FixedPriceInfo | PercentagePriceInfo

/**
 * Amount of the discount.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @discriminator type
 */
export type DiscountPriceInfo = FixedPriceInfo | PercentagePriceInfo | ExplicitPriceInfo

/**
 * An amount of the account's currency.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface FixedPriceInfo {
  type: 'fixed'
  /**
   * @asType integer
   * @minimum 1
   */
  fixedAmount: number
}

/**
 * A share of the price.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface PercentagePriceInfo {
  type: 'percentage'
  /**
   * @asType integer
   * @minimum 1
   * @maximum 99
   */
  percentage: number
}

/**
 * The price before and after.
 * @see https://developers.line.biz/en/reference/messaging-api/#create-coupon
 * @closed
 */
export interface ExplicitPriceInfo {
  type: 'explicit'
  /**
   * @asType integer
   * @minimum 0
   */
  priceAfterDiscount: number
  /**
   * @asType integer
   * @minimum 1
   */
  originalPrice: number
}

/** A time zone by LINE's name. `ETC_GMT_MINUS_12` is UTC-12, the reverse of IANA's sign. */
export type CouponTimezone =
  | 'ETC_GMT_MINUS_12'
  | 'ETC_GMT_MINUS_11'
  | 'PACIFIC_HONOLULU'
  | 'AMERICA_ANCHORAGE'
  | 'AMERICA_LOS_ANGELES'
  | 'AMERICA_PHOENIX'
  | 'AMERICA_CHICAGO'
  | 'AMERICA_NEW_YORK'
  | 'AMERICA_CARACAS'
  | 'AMERICA_SANTIAGO'
  | 'AMERICA_ST_JOHNS'
  | 'AMERICA_SAO_PAULO'
  | 'ETC_GMT_MINUS_2'
  | 'ATLANTIC_CAPE_VERDE'
  | 'EUROPE_LONDON'
  | 'EUROPE_PARIS'
  | 'EUROPE_ISTANBUL'
  | 'EUROPE_MOSCOW'
  | 'ASIA_TEHRAN'
  | 'ASIA_TBILISI'
  | 'ASIA_KABUL'
  | 'ASIA_TASHKENT'
  | 'ASIA_COLOMBO'
  | 'ASIA_KATHMANDU'
  | 'ASIA_ALMATY'
  | 'ASIA_RANGOON'
  | 'ASIA_BANGKOK'
  | 'ASIA_TAIPEI'
  | 'ASIA_TOKYO'
  | 'AUSTRALIA_DARWIN'
  | 'AUSTRALIA_SYDNEY'
  | 'ASIA_VLADIVOSTOK'
  | 'ETC_GMT_PLUS_12'
  | 'PACIFIC_TONGATAPU'
