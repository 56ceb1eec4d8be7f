/** Rich menus, their images, aliases and users. */
import type * as api from '../spec/api/index.js'
import type * as spec from '../spec/index.js'
import { bytes, del, get, json, post, query } from './endpoint.js'

/** Milliseconds in which not a byte went or came. */
const idleTimeout = 30_000

export const richMenus = {
  createRichMenu: post('/v2/bot/richmenu', {
    body: json<spec.RichMenuRequest>(),
    answer: json<api.RichMenuIdResponse>(),
  }),
  validateRichMenuObject: post('/v2/bot/richmenu/validate', {
    body: json<spec.RichMenuRequest>(),
  }),
  getRichMenuList: get('/v2/bot/richmenu/list', { answer: json<api.RichMenuListResponse>() }),
  getRichMenu: get('/v2/bot/richmenu/{richMenuId}', { answer: json<api.RichMenuResponse>() }),
  deleteRichMenu: del('/v2/bot/richmenu/{richMenuId}'),
  setRichMenuImage: post('/v2/bot/richmenu/{richMenuId}/content', {
    host: 'data',
    body: bytes<Uint8Array>(),
    idleTimeout,
  }),
  getRichMenuImage: get('/v2/bot/richmenu/{richMenuId}/content', {
    host: 'data',
    answer: bytes<Uint8Array>(),
    idleTimeout,
  }),

  setDefaultRichMenu: post('/v2/bot/user/all/richmenu/{richMenuId}'),
  getDefaultRichMenuId: get('/v2/bot/user/all/richmenu', {
    answer: json<api.RichMenuIdResponse>(),
  }),
  cancelDefaultRichMenu: del('/v2/bot/user/all/richmenu'),
  linkRichMenuIdToUser: post('/v2/bot/user/{userId}/richmenu/{richMenuId}'),
  getRichMenuIdOfUser: get('/v2/bot/user/{userId}/richmenu', {
    answer: json<api.RichMenuIdResponse>(),
  }),
  unlinkRichMenuIdFromUser: del('/v2/bot/user/{userId}/richmenu'),
  linkRichMenuIdToUsers: post('/v2/bot/richmenu/bulk/link', {
    body: json<spec.RichMenuBulkLinkRequest>({ richMenuId: 'text', 'userIds[]': 'receiver' }),
    status: 202,
  }),
  unlinkRichMenuIdFromUsers: post('/v2/bot/richmenu/bulk/unlink', {
    body: json<spec.RichMenuBulkUnlinkRequest>({ 'userIds[]': 'receiver' }),
    status: 202,
  }),
  richMenuBatch: post('/v2/bot/richmenu/batch', {
    body: json<spec.RichMenuBatchRequest>(),
    status: 202,
  }),
  validateRichMenuBatchRequest: post('/v2/bot/richmenu/validate/batch', {
    body: json<spec.RichMenuBatchRequest>(),
  }),
  getRichMenuBatchProgress: get('/v2/bot/richmenu/progress/batch', {
    query: query<api.RequestIdQuery>({ requestId: 'text' }),
    answer: json<api.RichMenuBatchProgressResponse>(),
  }),

  createRichMenuAlias: post('/v2/bot/richmenu/alias', {
    body: json<spec.CreateRichMenuAliasRequest>({ richMenuAliasId: 'text', richMenuId: 'text' }),
  }),
  getRichMenuAliasList: get('/v2/bot/richmenu/alias/list', {
    answer: json<api.RichMenuAliasListResponse>(),
  }),
  getRichMenuAlias: get('/v2/bot/richmenu/alias/{richMenuAliasId}', {
    answer: json<api.RichMenuAliasResponse>(),
  }),
  updateRichMenuAlias: post('/v2/bot/richmenu/alias/{richMenuAliasId}', {
    body: json<spec.UpdateRichMenuAliasRequest>({ richMenuId: 'text' }),
  }),
  deleteRichMenuAlias: del('/v2/bot/richmenu/alias/{richMenuAliasId}'),
}
