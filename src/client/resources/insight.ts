import type * as api from '../../spec/api/index.js'
import type { CallOptions } from '../options.js'
import { Resource } from './resource.js'

/** Statistics: `line.insight`. Days are `yyyyMMdd` in UTC+9. LINE permits 60 calls an hour of most operations. */
export class Insight extends Resource {
  /**
   * Gets demographic statistics of the friends.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-demographic
   */
  demographics(options?: CallOptions): Promise<api.GetFriendsDemographicsResponse> {
    return this.engine.call('getFriendsDemographics', {}, options)
  }

  /**
   * Counts the messages sent on a day, by kind of send.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-delivery-messages
   */
  deliveries(
    date: string,
    options?: CallOptions,
  ): Promise<api.GetNumberOfMessageDeliveriesResponse> {
    return this.engine.call('getNumberOfMessageDeliveries', { query: { date } }, options)
  }

  /**
   * Counts the friends on a day, yesterday by default.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-number-of-followers
   */
  followers(date?: string, options?: CallOptions): Promise<api.GetNumberOfFollowersResponse> {
    const query = date === undefined ? {} : { date }
    return this.engine.call('getNumberOfFollowers', { query }, options)
  }

  /**
   * Gets opens, clicks and plays of a narrowcast or broadcast.
   *
   * @param requestId - `requestId` of its result
   * @see https://developers.line.biz/en/reference/messaging-api/#get-message-event
   */
  messageEvent(requestId: string, options?: CallOptions): Promise<api.GetMessageEventResponse> {
    return this.engine.call('getMessageEvent', { query: { requestId } }, options)
  }

  /**
   * Gets opens, clicks and plays of the messages of a unit, in at most {@limit statistics.unitDays} days.
   *
   * @example
   * await line.insight.unit({ customAggregationUnit: 'summer_sale', from: '20260801', to: '20260807' })
   * @see https://developers.line.biz/en/reference/messaging-api/#get-statistics-per-unit
   */
  unit(
    query: api.GetStatisticsPerUnitQuery,
    options?: CallOptions,
  ): Promise<api.GetStatisticsPerUnitResponse> {
    return this.engine.call('getStatisticsPerUnit', { query }, options)
  }

  /**
   * Gets impressions and clicks of a rich menu, in at most {@limit statistics.richMenuDays} days together.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-insight-summary
   */
  richMenu(
    richMenuId: string,
    query: api.RichMenuInsightQuery,
    options?: CallOptions,
  ): Promise<api.GetRichMenuInsightSummaryResponse> {
    return this.engine.call('getRichMenuInsightSummary', { path: { richMenuId }, query }, options)
  }

  /**
   * Gets impressions and clicks of a rich menu for each of at most {@limit statistics.richMenuDaily} days.
   * @see https://developers.line.biz/en/reference/messaging-api/#get-rich-menu-insight-daily
   */
  richMenuDaily(
    richMenuId: string,
    query: api.RichMenuInsightQuery,
    options?: CallOptions,
  ): Promise<api.GetRichMenuInsightDailyResponse> {
    return this.engine.call('getRichMenuInsightDaily', { path: { richMenuId }, query }, options)
  }
}
