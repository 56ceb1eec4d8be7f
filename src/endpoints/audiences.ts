/** Audiences for narrowcasts. */
import type * as api from '../spec/api/index.js'
import { del, get, json, multipart, post, put, query } from './endpoint.js'

/** LINE asks for at least 30 seconds. */
const adds = { status: 202, timeout: 30_000 } as const
/** Milliseconds without a byte in either direction. */
const uploads = { host: 'data', status: 202, idleTimeout: 30_000 } as const

export const audiences = {
  createAudienceGroup: post('/v2/bot/audienceGroup/upload', {
    ...adds,
    body: json<api.CreateAudienceGroupRequest>({ 'audiences[].id': 'text' }),
    answer: json<api.CreateAudienceGroupResponse>(),
  }),
  addAudienceToAudienceGroup: put('/v2/bot/audienceGroup/upload', {
    ...adds,
    body: json<api.AddAudienceToAudienceGroupRequest>({
      audienceGroupId: 'number?',
      'audiences[].id': 'text',
    }),
  }),
  createAudienceForUploadingUserIds: post('/v2/bot/audienceGroup/upload/byFile', {
    ...uploads,
    body: multipart<api.CreateAudienceForUploadingUserIdsRequest>(),
    answer: json<api.CreateAudienceGroupResponse>(),
  }),
  addUserIdsToAudience: put('/v2/bot/audienceGroup/upload/byFile', {
    ...uploads,
    body: multipart<api.AddUserIdsToAudienceRequest>({ audienceGroupId: 'number?' }),
  }),
  createClickBasedAudienceGroup: post('/v2/bot/audienceGroup/click', {
    ...adds,
    body: json<api.CreateClickBasedAudienceGroupRequest>({ requestId: 'text?' }),
    answer: json<api.CreateClickBasedAudienceGroupResponse>(),
  }),
  createImpBasedAudienceGroup: post('/v2/bot/audienceGroup/imp', {
    ...adds,
    body: json<api.CreateImpBasedAudienceGroupRequest>({ requestId: 'text?' }),
    answer: json<api.CreateImpBasedAudienceGroupResponse>(),
  }),
  updateAudienceGroupDescription: put('/v2/bot/audienceGroup/{audienceGroupId}/updateDescription', {
    body: json<api.UpdateAudienceGroupDescriptionRequest>(),
  }),
  deleteAudienceGroup: del('/v2/bot/audienceGroup/{audienceGroupId}'),
  getAudienceData: get('/v2/bot/audienceGroup/{audienceGroupId}', {
    answer: json<api.GetAudienceDataResponse>(),
  }),
  getAudienceGroups: get('/v2/bot/audienceGroup/list', {
    query: query<api.GetAudienceGroupsQuery>({
      page: 'number',
      description: 'text?',
      status: 'text?',
      size: 'number?',
      includesExternalPublicGroups: 'boolean?',
      createRoute: 'text?',
    }),
    answer: json<api.GetAudienceGroupsResponse>(),
  }),
  getSharedAudienceData: get('/v2/bot/audienceGroup/shared/{audienceGroupId}', {
    answer: json<api.GetSharedAudienceDataResponse>(),
  }),
  getSharedAudienceGroups: get('/v2/bot/audienceGroup/shared/list', {
    query: query<api.GetSharedAudienceGroupsQuery>({
      page: 'number',
      description: 'text?',
      status: 'text?',
      size: 'number?',
      createRoute: 'text?',
      includesOwnedAudienceGroups: 'boolean?',
    }),
    answer: json<api.GetSharedAudienceGroupsResponse>(),
  }),
}
