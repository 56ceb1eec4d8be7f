/** LIFF apps and modules. */
import type * as api from '../spec/api/index.js'
import { del, form, get, json, optional, post, put, query } from './endpoint.js'

export const apps = {
  addLIFFApp: post('/liff/v1/apps', {
    body: json<api.AddLiffAppRequest>(),
    answer: json<api.AddLiffAppResponse>(),
  }),
  getAllLIFFApps: get('/liff/v1/apps', { answer: json<api.GetAllLiffAppsResponse>() }),
  updateLIFFApp: put('/liff/v1/apps/{liffId}', { body: json<api.UpdateLiffAppRequest>() }),
  deleteLIFFApp: del('/liff/v1/apps/{liffId}'),

  attachModule: post('/module/auth/v1/token', {
    host: 'manager',
    auth: 'none',
    body: form<api.AttachModuleRequest>({
      code: 'text',
      client_id: 'text?',
      client_secret: 'text?',
    }),
    answer: json<api.AttachModuleResponse>(),
  }),
  detachModule: post('/v2/bot/channel/detach', {
    body: optional(json<api.DetachModuleRequest>({ botId: 'receiver?' })),
  }),
  getModules: get('/v2/bot/list', {
    query: query<api.GetModulesQuery>({ start: 'text?', limit: 'number?' }),
    answer: json<api.GetModulesResponse>(),
  }),
  acquireChatControl: post('/v2/bot/chat/{chatId}/control/acquire', {
    body: optional(json<api.AcquireChatControlRequest>()),
  }),
  releaseChatControl: post('/v2/bot/chat/{chatId}/control/release'),
}
