/**
 * Recipients of a narrowcast, as a tree.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient
 * @discriminator type
 */
export type Recipient = AudienceRecipient | RedeliveryRecipient | OperatorRecipient

/**
 * The members of an audience.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient
 */
export interface AudienceRecipient {
  type: 'audience'
  /** @asType integer */
  audienceGroupId: number
}

/**
 * Users who received an earlier narrowcast; with `not`, users who did not.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient
 */
export interface RedeliveryRecipient {
  type: 'redelivery'
  /**
   * Request id of a narrowcast that succeeded within the last 14 days.
   * @minUtf16 1
   */
  requestId: string
}

/**
 * Exactly one of `and`, `or` and `not`.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient
 * @rule operator
 */
export interface OperatorRecipient {
  type: 'operator'
  /** @minItems 1 */
  and?: Recipient[]
  /** @minItems 1 */
  or?: Recipient[]
  not?: Recipient
}

/**
 * Conditions in addition to the recipients.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 */
export interface Filter {
  /**
   * Estimated attributes of users.
   * @rule filters
   */
  demographic?: DemographicFilter
}

/**
 * Estimated attributes of a user, as a tree.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 * @discriminator type
 */
export type DemographicFilter =
  | GenderDemographicFilter
  | AgeDemographicFilter
  | AppTypeDemographicFilter
  | AreaDemographicFilter
  | SubscriptionPeriodDemographicFilter
  | OperatorDemographicFilter

/**
 * Filters by gender.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 */
export interface GenderDemographicFilter {
  type: 'gender'
  /** @minItems 1 */
  oneOf: GenderDemographic[]
}

/** A gender. */
export type GenderDemographic = 'male' | 'female'

/**
 * At least one of `gte` and `lt`.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 * @rule range
 */
export interface AgeDemographicFilter {
  type: 'age'
  /** Minimum age, included. */
  gte?: AgeDemographic
  /** Maximum age, not included. */
  lt?: AgeDemographic
}

/** An age, by LINE's word for it. */
export type AgeDemographic =
  | 'age_15'
  | 'age_20'
  | 'age_25'
  | 'age_30'
  | 'age_35'
  | 'age_40'
  | 'age_45'
  | 'age_50'
  | 'age_55'
  | 'age_60'
  | 'age_65'
  | 'age_70'

/**
 * Filters by the operating system of the phone.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 */
export interface AppTypeDemographicFilter {
  type: 'appType'
  /** @minItems 1 */
  oneOf: AppTypeDemographic[]
}

/** The system of the phone. */
export type AppTypeDemographic = 'ios' | 'android'

/**
 * Filters by the area where users live.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 */
export interface AreaDemographicFilter {
  type: 'area'
  /** @minItems 1 */
  oneOf: AreaDemographic[]
}

/**
 * At least one of `gte` and `lt`.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 * @rule range
 */
export interface SubscriptionPeriodDemographicFilter {
  type: 'subscriptionPeriod'
  /** Minimum time, included. */
  gte?: SubscriptionPeriodDemographic
  /** Maximum time, not included. */
  lt?: SubscriptionPeriodDemographic
}

/** How long somebody has been a friend of the account. */
export type SubscriptionPeriodDemographic = 'day_7' | 'day_30' | 'day_90' | 'day_180' | 'day_365'

/**
 * Exactly one of `and`, `or` and `not`.
 * @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-demographic-filter
 * @rule operator
 */
export interface OperatorDemographicFilter {
  type: 'operator'
  /** @minItems 1 */
  and?: DemographicFilter[]
  /** @minItems 1 */
  or?: DemographicFilter[]
  not?: DemographicFilter
}

/**
 * Limit of the number of recipients of a narrowcast.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-narrowcast-limit
 * @rule partialDelivery
 */
export interface Limit {
  /**
   * Maximum number of recipients; they are chosen at random.
   * @asType integer
   * @minimum 1
   * @maximum 2147483647
   */
  max?: number
  /** Limits the recipients to the remaining quota of this month. */
  upToRemainingQuota?: boolean
  /** Cancels the narrowcast if the quota is too small for all recipients. Only with `upToRemainingQuota: true`. */
  forbidPartialDelivery?: boolean
}

/** A prefecture of Japan, a county of Taiwan, a region of Thailand or of Indonesia, by LINE's code. */
export type AreaDemographic =
  | 'jp_01'
  | 'jp_02'
  | 'jp_03'
  | 'jp_04'
  | 'jp_05'
  | 'jp_06'
  | 'jp_07'
  | 'jp_08'
  | 'jp_09'
  | 'jp_10'
  | 'jp_11'
  | 'jp_12'
  | 'jp_13'
  | 'jp_14'
  | 'jp_15'
  | 'jp_16'
  | 'jp_17'
  | 'jp_18'
  | 'jp_19'
  | 'jp_20'
  | 'jp_21'
  | 'jp_22'
  | 'jp_23'
  | 'jp_24'
  | 'jp_25'
  | 'jp_26'
  | 'jp_27'
  | 'jp_28'
  | 'jp_29'
  | 'jp_30'
  | 'jp_31'
  | 'jp_32'
  | 'jp_33'
  | 'jp_34'
  | 'jp_35'
  | 'jp_36'
  | 'jp_37'
  | 'jp_38'
  | 'jp_39'
  | 'jp_40'
  | 'jp_41'
  | 'jp_42'
  | 'jp_43'
  | 'jp_44'
  | 'jp_45'
  | 'jp_46'
  | 'jp_47'
  | 'tw_01'
  | 'tw_02'
  | 'tw_03'
  | 'tw_04'
  | 'tw_05'
  | 'tw_06'
  | 'tw_07'
  | 'tw_08'
  | 'tw_09'
  | 'tw_10'
  | 'tw_11'
  | 'tw_12'
  | 'tw_13'
  | 'tw_14'
  | 'tw_15'
  | 'tw_16'
  | 'tw_17'
  | 'tw_18'
  | 'tw_19'
  | 'tw_20'
  | 'tw_21'
  | 'tw_22'
  | 'th_01'
  | 'th_02'
  | 'th_03'
  | 'th_04'
  | 'th_05'
  | 'th_06'
  | 'th_07'
  | 'th_08'
  | 'id_01'
  | 'id_02'
  | 'id_03'
  | 'id_04'
  | 'id_05'
  | 'id_06'
  | 'id_07'
  | 'id_08'
  | 'id_09'
  | 'id_10'
  | 'id_11'
  | 'id_12'
