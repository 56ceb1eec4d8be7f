/**
 * The quota of messages of this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-quota
 */
export interface MessageQuotaResponse {
  type: QuotaType
  /** Absent if there is no limit. */
  value?: number
}

export type QuotaType = 'none' | 'limited'

/**
 * The approximate number of messages that the account has sent this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-consumption
 */
export interface QuotaConsumptionResponse {
  totalUsage: number
}

/**
 * The number of messages that one operation sent on a day.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-reply-messages
 */
export interface NumberOfMessagesResponse {
  status: 'ready' | 'unready' | 'unavailable_for_privacy' | 'out_of_service'
  /** Only when `ready`. */
  success?: number
}

/** A day. */
export interface DateQuery {
  /** `yyyyMMdd`, in UTC+9. */
  date: string
}

/** An earlier request. */
export interface RequestIdQuery {
  /** `x-line-request-id` of its response. */
  requestId: string
}

/**
 * The number of unit names used this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-the-number-of-unit-name-types-assigned-during-this-month
 */
export interface GetAggregationUnitUsageResponse {
  numOfCustomAggregationUnits: number
}

/** A page of unit names. */
export interface GetAggregationUnitNameListQuery {
  /**
   * Names per page.
   * @minimum 1
   * @maximum 100
   * @default 100
   */
  limit?: number
  /** `next` of the page before. */
  start?: string
}

/**
 * Unit names used this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-a-list-of-unit-names-assigned-during-this-month
 */
export interface GetAggregationUnitNameListResponse {
  customAggregationUnits: string[]
  /** `start` of the next page; absent on the last. */
  next?: string
}
