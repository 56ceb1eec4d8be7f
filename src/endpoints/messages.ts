/** Sends, and their results. */
import type * as api from '../spec/api/index.js'
import { get, json, post, query } from './endpoint.js'

const date = query<api.DateQuery>({ date: 'text' })
const requestId = query<api.RequestIdQuery>({ requestId: 'text' })
const toCheck = { body: json<api.ValidateMessageRequest>() }
const count = { query: date, answer: json<api.NumberOfMessagesResponse>() }

export const messages = {
  replyMessage: post('/v2/bot/message/reply', {
    body: json<api.ReplyMessageRequest>({ replyToken: 'text' }),
    answer: json<api.ReplyMessageResponse>(),
  }),
  pushMessage: post('/v2/bot/message/push', {
    body: json<api.PushMessageRequest>({ to: 'receiver' }),
    answer: json<api.PushMessageResponse>(),
    retryKey: true,
  }),
  multicast: post('/v2/bot/message/multicast', {
    body: json<api.MulticastRequest>({ 'to[]': 'receiver' }),
    answer: json<api.MulticastResponse>(),
    retryKey: true,
  }),
  narrowcast: post('/v2/bot/message/narrowcast', {
    body: json<api.NarrowcastRequest>(),
    answer: json<api.NarrowcastResponse>(),
    status: 202,
    retryKey: true,
  }),
  broadcast: post('/v2/bot/message/broadcast', {
    body: json<api.BroadcastRequest>(),
    answer: json<api.BroadcastResponse>(),
    retryKey: true,
  }),
  getNarrowcastProgress: get('/v2/bot/message/progress/narrowcast', {
    query: requestId,
    answer: json<api.NarrowcastProgressResponse>(),
  }),

  validateReply: post('/v2/bot/message/validate/reply', toCheck),
  validatePush: post('/v2/bot/message/validate/push', toCheck),
  validateMulticast: post('/v2/bot/message/validate/multicast', toCheck),
  validateNarrowcast: post('/v2/bot/message/validate/narrowcast', toCheck),
  validateBroadcast: post('/v2/bot/message/validate/broadcast', toCheck),

  getMessageQuota: get('/v2/bot/message/quota', { answer: json<api.MessageQuotaResponse>() }),
  getMessageQuotaConsumption: get('/v2/bot/message/quota/consumption', {
    answer: json<api.QuotaConsumptionResponse>(),
  }),
  getNumberOfSentReplyMessages: get('/v2/bot/message/delivery/reply', count),
  getNumberOfSentPushMessages: get('/v2/bot/message/delivery/push', count),
  getNumberOfSentMulticastMessages: get('/v2/bot/message/delivery/multicast', count),
  getNumberOfSentBroadcastMessages: get('/v2/bot/message/delivery/broadcast', count),
  getAggregationUnitUsage: get('/v2/bot/message/aggregation/info', {
    answer: json<api.GetAggregationUnitUsageResponse>(),
  }),
  getAggregationUnitNameList: get('/v2/bot/message/aggregation/list', {
    query: query<api.GetAggregationUnitNameListQuery>({ limit: 'number?', start: 'text?' }),
    answer: json<api.GetAggregationUnitNameListResponse>(),
  }),
}
