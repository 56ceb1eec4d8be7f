/** LINE notification messages: to phone numbers. Only LINE's documents have the last two. */
import type * as api from '../spec/api/index.js'
import { get, json, post, query } from './endpoint.js'

const count = {
  query: query<api.DateQuery>({ date: 'text' }),
  answer: json<api.NumberOfMessagesResponse>(),
}

export const notifications = {
  pushMessagesByPhone: post('/bot/pnp/push', {
    body: json<api.PnpMessagesRequest>({ to: 'text' }),
    deliveryTag: true,
  }),
  getPNPMessageStatistics: get('/v2/bot/message/delivery/pnp', count),
  pushTemplatedMessageByPhone: post('/v2/bot/message/pnp/templated/push', {
    body: json<api.PnpTemplatedMessageRequest>({ to: 'text', templateKey: 'text' }),
    status: 202,
    deliveryTag: true,
  }),
  getPNPTemplatedMessageStatistics: get('/v2/bot/message/delivery/pnp/templated', count),
}
