/** Users, groups, rooms, loading animation and read marks. */
import type * as api from '../spec/api/index.js'
import { get, json, post, query } from './endpoint.js'

const members = {
  query: query<api.GetMembersIdsQuery>({ start: 'text?' }),
  answer: json<api.MembersIdsResponse>(),
}

export const chats = {
  getProfile: get('/v2/bot/profile/{userId}', { answer: json<api.UserProfileResponse>() }),
  getFollowers: get('/v2/bot/followers/ids', {
    query: query<api.GetFollowersQuery>({ start: 'text?', limit: 'number?' }),
    answer: json<api.GetFollowersResponse>(),
  }),
  issueLinkToken: post('/v2/bot/user/{userId}/linkToken', {
    answer: json<api.IssueLinkTokenResponse>(),
  }),

  getGroupSummary: get('/v2/bot/group/{groupId}/summary', {
    answer: json<api.GroupSummaryResponse>(),
  }),
  getGroupMemberCount: get('/v2/bot/group/{groupId}/members/count', {
    answer: json<api.GroupMemberCountResponse>(),
  }),
  getGroupMembersIds: get('/v2/bot/group/{groupId}/members/ids', members),
  getGroupMemberProfile: get('/v2/bot/group/{groupId}/member/{userId}', {
    answer: json<api.GroupUserProfileResponse>(),
  }),
  leaveGroup: post('/v2/bot/group/{groupId}/leave'),

  getRoomMemberCount: get('/v2/bot/room/{roomId}/members/count', {
    answer: json<api.RoomMemberCountResponse>(),
  }),
  getRoomMembersIds: get('/v2/bot/room/{roomId}/members/ids', members),
  getRoomMemberProfile: get('/v2/bot/room/{roomId}/member/{userId}', {
    answer: json<api.RoomUserProfileResponse>(),
  }),
  leaveRoom: post('/v2/bot/room/{roomId}/leave'),

  showLoadingAnimation: post('/v2/bot/chat/loading/start', {
    body: json<api.ShowLoadingAnimationRequest>({ chatId: 'receiver' }),
    answer: json<api.ShowLoadingAnimationResponse>(),
    status: 202,
  }),
  markMessagesAsReadByToken: post('/v2/bot/chat/markAsRead', {
    body: json<api.MarkMessagesAsReadByTokenRequest>({ markAsReadToken: 'text' }),
  }),
  markMessagesAsRead: post('/v2/bot/message/markAsRead', {
    body: json<api.MarkMessagesAsReadRequest>({ 'chat.userId': 'receiver' }),
  }),
}
