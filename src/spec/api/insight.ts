/** A day, yesterday by default. */
export interface GetNumberOfFollowersQuery {
  /** `yyyyMMdd`, in UTC+9. */
  date?: string
}

/** A unit, and a period of at most {@limit statistics.unitDays} days. */
export interface GetStatisticsPerUnitQuery {
  /** Name of the unit in `customAggregationUnits`. */
  customAggregationUnit: string
  /** First day, `yyyyMMdd`, in UTC+9. */
  from: string
  /** Last day, `yyyyMMdd`, in UTC+9. */
  to: string
}

/** A period: at most {@limit statistics.richMenuDays} days in a summary, {@limit statistics.richMenuDaily} day by day. */
export interface RichMenuInsightQuery {
  /** First day, `yyyyMMdd`, in UTC+9. */
  from: string
  /** Last day, `yyyyMMdd`, in UTC+9. */
  to: string
}

/**
 * Attributes of the friends, in percent.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-demographic
 */
export interface GetFriendsDemographicsResponse {
  /** `true` if there are figures. */
  available?: boolean
  genders?: GenderTile[]
  ages?: AgeTile[]
  areas?: AreaTile[]
  appTypes?: AppTypeTile[]
  subscriptionPeriods?: SubscriptionPeriodTile[]
}

/** Share of a gender. */
export interface GenderTile {
  gender?: 'male' | 'female' | 'unknown'
  /** Percent. */
  percentage?: number
}

/** Share of an age. */
export interface AgeTile {
  age?:
    | 'from0to14'
    | 'from15to19'
    | 'from20to24'
    | 'from25to29'
    | 'from30to34'
    | 'from35to39'
    | 'from40to44'
    | 'from45to49'
    | 'from50'
    | 'from50to54'
    | 'from55to59'
    | 'from60to64'
    | 'from65to69'
    | 'from70'
    | 'unknown'
  /** Percent. */
  percentage?: number
}

/** Share of a prefecture, county or region. */
export interface AreaTile {
  /** Name of the area, in Japanese, Chinese or English. */
  area?: string
  /** Percent. */
  percentage?: number
}

/** Share of an operating system. */
export interface AppTypeTile {
  appType?: 'ios' | 'android' | 'others'
  /** Percent. */
  percentage?: number
}

/** Share of a period since people became friends. */
export interface SubscriptionPeriodTile {
  subscriptionPeriod?:
    | 'within7days'
    | 'within30days'
    | 'within90days'
    | 'within180days'
    | 'within365days'
    | 'over365days'
    | 'unknown'
  /** Percent. */
  percentage?: number
}

/**
 * The number of messages sent on a day, by operation. Numbers are null or absent unless `status` is `ready`.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-delivery-messages
 */
export interface GetNumberOfMessageDeliveriesResponse {
  status?: 'ready' | 'unready' | 'out_of_service'
  broadcast?: number | null
  targeting?: number | null
  autoResponse?: number | null
  welcomeResponse?: number | null
  chat?: number | null
  apiBroadcast?: number | null
  apiPush?: number | null
  apiMulticast?: number | null
  apiNarrowcast?: number | null
  apiReply?: number | null
}

/**
 * The number of friends on a day. Numbers are null unless `status` is `ready`.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-followers
 */
export interface GetNumberOfFollowersResponse {
  status?: 'ready' | 'unready' | 'out_of_service'
  followers?: number | null
  /** Friends that narrowcasts can target by attributes. */
  targetedReaches?: number | null
  /** Users who blocked the account. */
  blocks?: number | null
}

/**
 * Reactions to a broadcast or narrowcast. Numbers below 20 are null.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-message-event
 */
export interface GetMessageEventResponse {
  overview?: GetMessageEventResponseOverview
  messages?: GetMessageEventResponseMessage[]
  clicks?: GetMessageEventResponseClick[]
}

/** The message as a whole. */
export interface GetMessageEventResponseOverview {
  requestId?: string
  /** When it was sent, in UNIX seconds. */
  timestamp?: number
  /** Users who received it. */
  delivered?: number
  uniqueImpression?: number | null
  uniqueClick?: number | null
  uniqueMediaPlayed?: number | null
  uniqueMediaPlayed100Percent?: number | null
}

/** One bubble of the message. */
export interface GetMessageEventResponseMessage {
  /** Number of the bubble, from 1. */
  seq?: number
  impression?: number | null
  mediaPlayed?: number | null
  mediaPlayed25Percent?: number | null
  mediaPlayed50Percent?: number | null
  mediaPlayed75Percent?: number | null
  mediaPlayed100Percent?: number | null
  uniqueMediaPlayed?: number | null
  uniqueMediaPlayed25Percent?: number | null
  uniqueMediaPlayed50Percent?: number | null
  uniqueMediaPlayed75Percent?: number | null
  uniqueMediaPlayed100Percent?: number | null
}

/** One link of the message. */
export interface GetMessageEventResponseClick {
  /** Number of the bubble, from 1. */
  seq?: number
  url?: string
  click?: number | null
  uniqueClick?: number | null
  /** Users who tapped any link of the request. */
  uniqueClickOfRequest?: number | null
}

/**
 * Reactions to the messages of a unit. Numbers below 20 are null.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-statistics-per-unit
 */
export interface GetStatisticsPerUnitResponse {
  overview: GetStatisticsPerUnitResponseOverview
  messages: GetStatisticsPerUnitResponseMessage[]
  clicks: GetStatisticsPerUnitResponseClick[]
}

/** The unit as a whole. */
export interface GetStatisticsPerUnitResponseOverview {
  uniqueImpression?: number | null
  uniqueClick?: number | null
  uniqueMediaPlayed?: number | null
  uniqueMediaPlayed100Percent?: number | null
}

/** One bubble of its messages. */
export interface GetStatisticsPerUnitResponseMessage {
  /** Number of the bubble, from 1. */
  seq: number
  impression?: number | null
  mediaPlayed?: number | null
  mediaPlayed25Percent?: number | null
  mediaPlayed50Percent?: number | null
  mediaPlayed75Percent?: number | null
  mediaPlayed100Percent?: number | null
  uniqueImpression?: number | null
  uniqueMediaPlayed?: number | null
  uniqueMediaPlayed25Percent?: number | null
  uniqueMediaPlayed50Percent?: number | null
  uniqueMediaPlayed75Percent?: number | null
  uniqueMediaPlayed100Percent?: number | null
}

/** One link of its messages. */
export interface GetStatisticsPerUnitResponseClick {
  /** Number of the bubble, from 1. */
  seq: number
  url: string
  click?: number | null
  uniqueClick?: number | null
  /** Users who tapped any link of the request. */
  uniqueClickOfRequest?: number | null
}

/**
 * Use of a rich menu, in total. Contains only the id if fewer than 20 people tapped it.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-insight-summary
 */
export interface GetRichMenuInsightSummaryResponse {
  richMenuId: string
  /** `yyyyMMdd`, in UTC+9. */
  metricsFrom?: string | null
  /** `yyyyMMdd`, in UTC+9. */
  metricsTo?: string | null
  impression?: GetRichMenuInsightSummaryResponseImpression
  clicks?: GetRichMenuInsightSummaryResponseClick[]
}

export interface GetRichMenuInsightSummaryResponseImpression {
  metrics: GetRichMenuInsightSummaryResponseMetrics
}

export interface GetRichMenuInsightSummaryResponseMetrics {
  count: number
  uniqueUsers: number
}

export interface GetRichMenuInsightSummaryResponseClick {
  bounds: GetRichMenuInsightSummaryResponseBounds
  metrics: GetRichMenuInsightSummaryResponseMetrics
}

export interface GetRichMenuInsightSummaryResponseBounds {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Use of a rich menu, day by day. Contains only the id if fewer than 20 people tapped it.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-insight-daily
 */
export interface GetRichMenuInsightDailyResponse {
  richMenuId: string
  /** `yyyyMMdd`, in UTC+9. */
  metricsFrom?: string | null
  /** `yyyyMMdd`, in UTC+9. */
  metricsTo?: string | null
  impression?: GetRichMenuInsightDailyResponseImpression
  clicks?: GetRichMenuInsightDailyResponseClick[]
}

export interface GetRichMenuInsightDailyResponseImpression {
  metrics: GetRichMenuInsightDailyResponseDailyMetrics[]
}

export interface GetRichMenuInsightDailyResponseDailyMetrics {
  /** `yyyyMMdd`, in UTC+9. */
  date: string
  count: number
  uniqueUsers: number
}

export interface GetRichMenuInsightDailyResponseClick {
  bounds: GetRichMenuInsightDailyResponseBounds
  metrics: GetRichMenuInsightDailyResponseDailyMetrics[]
}

export interface GetRichMenuInsightDailyResponseBounds {
  x: number
  y: number
  width: number
  height: number
}
