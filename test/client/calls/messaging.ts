/** Messages, people and content. */
import type { Calls } from './call.js'
import {
  customAggregationUnits,
  date,
  groupId,
  messages,
  phone,
  requestId,
  retried,
  roomId,
  start,
  template,
  toCheck,
  userId,
} from './values.js'

export const messaging = {
  // Messages
  replyMessage: {
    smallest: { body: { replyToken: 't', messages } },
    fullest: { body: { replyToken: 't', ...retried } },
    through: (line) => line.messages.reply('t', 'a'),
  },
  pushMessage: {
    smallest: { body: { to: userId, messages } },
    fullest: { body: { to: userId, ...retried, customAggregationUnits } },
    through: (line) => line.messages.push(userId, 'a'),
  },
  multicast: {
    smallest: { body: { to: [userId], messages } },
    fullest: { body: { to: [userId], ...retried, customAggregationUnits } },
    through: (line) => line.messages.multicast([userId], 'a'),
  },
  narrowcast: {
    smallest: { body: { messages } },
    fullest: {
      body: {
        ...retried,
        recipient: { type: 'operator', and: [{ type: 'audience', audienceGroupId: 1 }] },
        filter: { demographic: { type: 'age', gte: 'age_20', lt: 'age_25' } },
        limit: { max: 1, upToRemainingQuota: true, forbidPartialDelivery: true },
      },
    },
    through: (line) => line.messages.narrowcast('a'),
  },
  broadcast: {
    smallest: { body: { messages } },
    fullest: { body: retried },
    through: (line) => line.messages.broadcast('a'),
  },
  getNarrowcastProgress: {
    smallest: { query: { requestId } },
    through: (line) => line.messages.narrowcastProgress(requestId),
  },
  validateReply: { ...toCheck, through: (line) => line.messages.check('reply', 'a') },
  validatePush: { ...toCheck, through: (line) => line.messages.check('push', 'a') },
  validateMulticast: { ...toCheck, through: (line) => line.messages.check('multicast', 'a') },
  validateNarrowcast: { ...toCheck, through: (line) => line.messages.check('narrowcast', 'a') },
  validateBroadcast: { ...toCheck, through: (line) => line.messages.check('broadcast', 'a') },
  getMessageQuota: { smallest: {}, through: (line) => line.messages.quota() },
  getMessageQuotaConsumption: {
    smallest: {},
    through: (line) => line.messages.quotaConsumption(),
  },
  getNumberOfSentReplyMessages: {
    smallest: { query: { date } },
    through: (line) => line.messages.sentOn('reply', date),
  },
  getNumberOfSentPushMessages: {
    smallest: { query: { date } },
    through: (line) => line.messages.sentOn('push', date),
  },
  getNumberOfSentMulticastMessages: {
    smallest: { query: { date } },
    through: (line) => line.messages.sentOn('multicast', date),
  },
  getNumberOfSentBroadcastMessages: {
    smallest: { query: { date } },
    through: (line) => line.messages.sentOn('broadcast', date),
  },
  getAggregationUnitUsage: { smallest: {}, through: (line) => line.messages.unitCount() },
  getAggregationUnitNameList: {
    smallest: {},
    fullest: { query: { limit: 1, start } },
    through: (line) => line.messages.units().toArray(),
  },

  // To phone numbers
  pushMessagesByPhone: {
    smallest: { body: { to: phone, messages } },
    fullest: { body: { to: phone, ...retried } },
    through: (line) => line.notifications.push(phone, 'a', { deliveryTag: '0123456789abcdef' }),
  },
  pushTemplatedMessageByPhone: {
    smallest: { body: template },
    fullest: {
      body: {
        ...template,
        customAggregationUnits,
        body: {
          emphasizedItem: { itemKey: 'date_002_ja', content: 'a' },
          items: [{ itemKey: 'number_001_ja', content: '1' }],
          buttons: [{ buttonKey: 'contact_ja', url: 'https://example.com' }],
        },
      },
    },
    through: (line) => line.notifications.pushTemplate(template),
  },
  getPNPMessageStatistics: {
    smallest: { query: { date } },
    through: (line) => line.notifications.sentOn('flexible', date),
  },
  getPNPTemplatedMessageStatistics: {
    smallest: { query: { date } },
    through: (line) => line.notifications.sentOn('templated', date),
  },

  // People and chats
  getProfile: { smallest: { path: { userId } }, through: (line) => line.users.profile(userId) },
  getFollowers: {
    smallest: {},
    fullest: { query: { limit: 1, start } },
    through: (line) => line.users.followers().toArray(),
  },
  issueLinkToken: {
    smallest: { path: { userId } },
    through: (line) => line.users.linkToken(userId),
  },
  getGroupSummary: {
    smallest: { path: { groupId } },
    through: (line) => line.groups.summary(groupId),
  },
  getGroupMemberCount: {
    smallest: { path: { groupId } },
    through: (line) => line.groups.memberCount(groupId),
  },
  getGroupMembersIds: {
    smallest: { path: { groupId } },
    fullest: { path: { groupId }, query: { start } },
    through: (line) => line.groups.memberIds(groupId).toArray(),
  },
  getGroupMemberProfile: {
    smallest: { path: { groupId, userId } },
    through: (line) => line.groups.memberProfile(groupId, userId),
  },
  leaveGroup: { smallest: { path: { groupId } }, through: (line) => line.groups.leave(groupId) },
  getRoomMemberCount: {
    smallest: { path: { roomId } },
    through: (line) => line.rooms.memberCount(roomId),
  },
  getRoomMembersIds: {
    smallest: { path: { roomId } },
    fullest: { path: { roomId }, query: { start } },
    through: (line) => line.rooms.memberIds(roomId).toArray(),
  },
  getRoomMemberProfile: {
    smallest: { path: { roomId, userId } },
    through: (line) => line.rooms.memberProfile(roomId, userId),
  },
  leaveRoom: { smallest: { path: { roomId } }, through: (line) => line.rooms.leave(roomId) },
  showLoadingAnimation: {
    smallest: { body: { chatId: userId } },
    fullest: { body: { chatId: userId, loadingSeconds: 5 } },
    through: (line) => line.chats.showLoading(userId),
  },
  markMessagesAsReadByToken: {
    smallest: { body: { markAsReadToken: 't' } },
    through: (line) => line.chats.markAsRead('t'),
  },
  markMessagesAsRead: {
    smallest: { body: { chat: { userId } } },
    through: (line) => line.chats.markAllAsRead(userId),
  },

  // Content
  getMessageContent: {
    smallest: { path: { messageId: '1' } },
    through: (line) => line.content.get('1'),
  },
  getMessageContentPreview: {
    smallest: { path: { messageId: '1' } },
    through: (line) => line.content.preview('1'),
  },
  getMessageContentTranscodingByMessageId: {
    smallest: { path: { messageId: '1' } },
    through: (line) => line.content.transcoding('1'),
  },
} satisfies Partial<Calls>
