/**
 * How many messages the account may send this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-quota
 */
export interface MessageQuotaResponse {
  type: QuotaType
  /** Absent when there is no limit. */
  value?: number
}

export type QuotaType = 'none' | 'limited'

/**
 * How many messages the account has sent this month, about.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-consumption
 */
export interface QuotaConsumptionResponse {
  totalUsage: number
}

/**
 * How many messages one kind of sending has sent on a day.
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

/** A request that was made before. */
export interface RequestIdQuery {
  /** `x-line-request-id` of its answer. */
  requestId: string
}

/**
 * How many names of units were used this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-the-number-of-unit-name-types-assigned-during-this-month
 */
export interface GetAggregationUnitUsageResponse {
  numOfCustomAggregationUnits: number
}

/** A page of names of units. */
export interface GetAggregationUnitNameListQuery {
  /** 1 to 100, 100 by default. */
  limit?: number
  /** `next` of the page before. */
  start?: string
}

/**
 * Names of units that were used this month.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-a-list-of-unit-names-assigned-during-this-month
 */
export interface GetAggregationUnitNameListResponse {
  customAggregationUnits: string[]
  /** `start` of the next page; absent on the last. */
  next?: string
}
