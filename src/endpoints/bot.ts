/** The account itself and its webhook. */
import type * as api from '../spec/api/index.js'
import { get, json, optional, post, put } from './endpoint.js'

export const bot = {
  getBotInfo: get('/v2/bot/info', { answer: json<api.BotInfoResponse>() }),
  getWebhookEndpoint: get('/v2/bot/channel/webhook/endpoint', {
    answer: json<api.GetWebhookEndpointResponse>(),
  }),
  setWebhookEndpoint: put('/v2/bot/channel/webhook/endpoint', {
    body: json<api.SetWebhookEndpointRequest>({ endpoint: 'text' }),
  }),
  testWebhookEndpoint: post('/v2/bot/channel/webhook/test', {
    body: optional(json<api.TestWebhookEndpointRequest>({ endpoint: 'text?' })),
    answer: json<api.TestWebhookEndpointResponse>(),
  }),
}
