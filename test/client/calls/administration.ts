/** Figures, audiences, tokens and apps. */
import type { Calls } from './call.js'
import {
  app,
  audience,
  byJwt,
  bySecret,
  date,
  days,
  jwtBearer,
  module,
  requestId,
  richMenuId,
  start,
  userId,
  view,
} from './values.js'

export const administration = {
  // Insight
  getFriendsDemographics: { smallest: {}, through: (line) => line.insight.demographics() },
  getNumberOfMessageDeliveries: {
    smallest: { query: { date } },
    through: (line) => line.insight.deliveries(date),
  },
  getNumberOfFollowers: {
    smallest: {},
    fullest: { query: { date } },
    through: (line) => line.insight.followers(),
  },
  getMessageEvent: {
    smallest: { query: { requestId } },
    through: (line) => line.insight.messageEvent(requestId),
  },
  getStatisticsPerUnit: {
    smallest: { query: { customAggregationUnit: 'sale', ...days } },
    through: (line) => line.insight.unit({ customAggregationUnit: 'sale', ...days }),
  },
  getRichMenuInsightSummary: {
    smallest: { path: { richMenuId }, query: days },
    through: (line) => line.insight.richMenu(richMenuId, days),
  },
  getRichMenuInsightDaily: {
    smallest: { path: { richMenuId }, query: days },
    through: (line) => line.insight.richMenuDaily(richMenuId, days),
  },

  // Audiences
  createAudienceGroup: {
    smallest: { body: {} },
    fullest: { body: { ...audience, isIfaAudience: false, uploadDescription: 'b' } },
    through: (line) => line.audiences.create(audience),
  },
  addAudienceToAudienceGroup: {
    smallest: { body: {} },
    fullest: {
      body: { audienceGroupId: 1, uploadDescription: 'b', audiences: audience.audiences },
    },
    through: (line) => line.audiences.add({ audienceGroupId: 1, audiences: audience.audiences }),
  },
  createAudienceForUploadingUserIds: {
    smallest: { body: { file: userId } },
    fullest: {
      body: { file: [userId], description: 'a', isIfaAudience: false, uploadDescription: 'b' },
    },
    through: (line) => line.audiences.createFromFile({ description: 'a', file: [userId] }),
  },
  addUserIdsToAudience: {
    smallest: { body: { file: userId } },
    fullest: { body: { file: [userId], audienceGroupId: 1, uploadDescription: 'b' } },
    through: (line) => line.audiences.addFromFile({ audienceGroupId: 1, file: [userId] }),
  },
  createClickBasedAudienceGroup: {
    smallest: { body: {} },
    fullest: { body: { description: 'a', requestId, clickUrl: 'https://example.com' } },
    through: (line) => line.audiences.createFromClicks({ description: 'a', requestId }),
  },
  createImpBasedAudienceGroup: {
    smallest: { body: {} },
    fullest: { body: { description: 'a', requestId } },
    through: (line) => line.audiences.createFromImpressions({ description: 'a', requestId }),
  },
  updateAudienceGroupDescription: {
    smallest: { path: { audienceGroupId: 1 }, body: { description: 'a' } },
    through: (line) => line.audiences.rename(1, 'a'),
  },
  deleteAudienceGroup: {
    smallest: { path: { audienceGroupId: 1 } },
    through: (line) => line.audiences.delete(1),
  },
  getAudienceData: {
    smallest: { path: { audienceGroupId: 1 } },
    through: (line) => line.audiences.get(1),
  },
  getAudienceGroups: {
    smallest: { query: { page: 1 } },
    fullest: {
      query: {
        page: 1,
        description: 'a',
        status: 'READY',
        size: 40,
        includesExternalPublicGroups: false,
        createRoute: 'MESSAGING_API',
      },
    },
    through: (line) => line.audiences.list().toArray(),
  },
  getSharedAudienceData: {
    smallest: { path: { audienceGroupId: 1 } },
    through: (line) => line.audiences.getShared(1),
  },
  getSharedAudienceGroups: {
    smallest: { query: { page: 1 } },
    fullest: {
      query: {
        page: 1,
        description: 'a',
        status: 'READY',
        size: 40,
        createRoute: 'AD_MANAGER',
        includesOwnedAudienceGroups: false,
      },
    },
    through: (line) => line.audiences.listShared().toArray(),
  },

  // Tokens
  issueStatelessChannelToken: {
    smallest: { body: bySecret },
    fullest: { body: byJwt },
    through: (line) => line.tokens.issueStateless(bySecret),
  },
  issueChannelTokenByJWT: {
    smallest: { body: byJwt },
    through: (line) => line.tokens.issueV21(byJwt),
  },
  getsAllValidChannelAccessTokenKeyIds: {
    smallest: { query: { client_assertion_type: jwtBearer, client_assertion: 'a.b.c' } },
    through: (line) =>
      line.tokens.keyIds({ client_assertion_type: jwtBearer, client_assertion: 'a.b.c' }),
  },
  verifyChannelTokenByJWT: {
    smallest: { query: { access_token: 't' } },
    through: (line) => line.tokens.verifyV21('t'),
  },
  revokeChannelTokenByJWT: {
    smallest: { body: { client_id: '1', client_secret: 'secret', access_token: 't' } },
    through: (line) =>
      line.tokens.revokeV21({ client_id: '1', client_secret: 'secret', access_token: 't' }),
  },
  issueChannelToken: {
    smallest: { body: bySecret },
    through: (line) => line.tokens.issueShortLived(bySecret),
  },
  verifyChannelToken: {
    smallest: { body: { access_token: 't' } },
    through: (line) => line.tokens.verify('t'),
  },
  revokeChannelToken: {
    smallest: { body: { access_token: 't' } },
    through: (line) => line.tokens.revoke('t'),
  },

  // Apps
  addLIFFApp: {
    smallest: { body: { view } },
    fullest: { body: { view: { ...view, moduleMode: false }, ...app } },
    through: (line) => line.liff.add({ view }),
  },
  getAllLIFFApps: { smallest: {}, through: (line) => line.liff.list() },
  updateLIFFApp: {
    smallest: { path: { liffId: '1-a' }, body: {} },
    fullest: { path: { liffId: '1-a' }, body: { view: { ...view, moduleMode: false }, ...app } },
    through: (line) => line.liff.update('1-a', {}),
  },
  deleteLIFFApp: {
    smallest: { path: { liffId: '1-a' } },
    through: (line) => line.liff.delete('1-a'),
  },
  attachModule: {
    smallest: { body: module },
    fullest: {
      body: {
        ...module,
        code_verifier: 'v',
        client_id: '1',
        client_secret: 'secret',
        region: 'JP',
        basic_search_id: '@a',
        scope: 'message:send',
        brand_type: 'premium',
      },
    },
    through: (line) => line.modules.attach(module),
  },
  detachModule: {
    smallest: {},
    fullest: { body: { botId: userId } },
    through: (line) => line.modules.detach(userId),
  },
  getModules: {
    smallest: {},
    fullest: { query: { limit: 1, start } },
    through: (line) => line.modules.list().toArray(),
  },
  acquireChatControl: {
    smallest: { path: { chatId: userId } },
    fullest: { path: { chatId: userId }, body: { expired: true, ttl: 60 } },
    through: (line) => line.modules.acquireChatControl(userId),
  },
  releaseChatControl: {
    smallest: { path: { chatId: userId } },
    through: (line) => line.modules.releaseChatControl(userId),
  },
} satisfies Partial<Calls>
