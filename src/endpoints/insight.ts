/** Statistics about friends, messages and rich menus. */
import type * as api from '../spec/api/index.js'
import { get, json, query } from './endpoint.js'

const days = query<api.RichMenuInsightQuery>({ from: 'text', to: 'text' })

export const insight = {
  getFriendsDemographics: get('/v2/bot/insight/demographic', {
    answer: json<api.GetFriendsDemographicsResponse>(),
  }),
  getNumberOfMessageDeliveries: get('/v2/bot/insight/message/delivery', {
    query: query<api.DateQuery>({ date: 'text' }),
    answer: json<api.GetNumberOfMessageDeliveriesResponse>(),
  }),
  getNumberOfFollowers: get('/v2/bot/insight/followers', {
    query: query<api.GetNumberOfFollowersQuery>({ date: 'text?' }),
    answer: json<api.GetNumberOfFollowersResponse>(),
  }),
  getMessageEvent: get('/v2/bot/insight/message/event', {
    query: query<api.RequestIdQuery>({ requestId: 'text' }),
    answer: json<api.GetMessageEventResponse>(),
  }),
  getStatisticsPerUnit: get('/v2/bot/insight/message/event/aggregation', {
    query: query<api.GetStatisticsPerUnitQuery>({
      customAggregationUnit: 'text',
      from: 'text',
      to: 'text',
    }),
    answer: json<api.GetStatisticsPerUnitResponse>(),
  }),
  getRichMenuInsightSummary: get('/v2/bot/insight/richmenu/{richMenuId}/summary', {
    query: days,
    answer: json<api.GetRichMenuInsightSummaryResponse>(),
  }),
  getRichMenuInsightDaily: get('/v2/bot/insight/richmenu/{richMenuId}/daily', {
    query: days,
    answer: json<api.GetRichMenuInsightDailyResponse>(),
  }),
}
