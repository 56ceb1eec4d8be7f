/** The account's own things. */
import { png } from '../images.js'
import type { Calls } from './call.js'
import {
  userId,
  richMenuId,
  start,
  requestId,
  richMenu,
  batch,
  resumeRequestKey,
  coupon,
  sticker,
} from './values.js'

export const account = {
  // The account
  getBotInfo: { smallest: {}, through: (line) => line.bot.info() },
  getWebhookEndpoint: { smallest: {}, through: (line) => line.bot.webhook() },
  setWebhookEndpoint: {
    smallest: { body: { endpoint: 'https://example.com' } },
    through: (line) => line.bot.setWebhook('https://example.com'),
  },
  testWebhookEndpoint: {
    smallest: {},
    fullest: { body: { endpoint: 'https://example.com' } },
    through: (line) => line.bot.testWebhook(),
  },

  // Rich menus
  createRichMenu: {
    smallest: { body: richMenu },
    through: (line) => line.richMenus.create(richMenu),
  },
  validateRichMenuObject: {
    smallest: { body: richMenu },
    through: (line) => line.richMenus.check(richMenu),
  },
  getRichMenuList: { smallest: {}, through: (line) => line.richMenus.list() },
  getRichMenu: {
    smallest: { path: { richMenuId } },
    through: (line) => line.richMenus.get(richMenuId),
  },
  deleteRichMenu: {
    smallest: { path: { richMenuId } },
    through: (line) => line.richMenus.delete(richMenuId),
  },
  setRichMenuImage: {
    smallest: { path: { richMenuId }, body: new Uint8Array([1]) },
    through: (line) => line.richMenus.setImage(richMenuId, png(2500, 843)),
  },
  getRichMenuImage: {
    smallest: { path: { richMenuId } },
    through: (line) => line.richMenus.image(richMenuId),
  },
  setDefaultRichMenu: {
    smallest: { path: { richMenuId } },
    through: (line) => line.richMenus.setDefault(richMenuId),
  },
  getDefaultRichMenuId: { smallest: {}, through: (line) => line.richMenus.defaultId() },
  cancelDefaultRichMenu: { smallest: {}, through: (line) => line.richMenus.cancelDefault() },
  linkRichMenuIdToUser: {
    smallest: { path: { userId, richMenuId } },
    through: (line) => line.richMenus.link(userId, richMenuId),
  },
  getRichMenuIdOfUser: {
    smallest: { path: { userId } },
    through: (line) => line.richMenus.idOf(userId),
  },
  unlinkRichMenuIdFromUser: {
    smallest: { path: { userId } },
    through: (line) => line.richMenus.unlink(userId),
  },
  linkRichMenuIdToUsers: {
    smallest: { body: { richMenuId, userIds: [userId] } },
    through: (line) => line.richMenus.link([userId], richMenuId),
  },
  unlinkRichMenuIdFromUsers: {
    smallest: { body: { userIds: [userId] } },
    through: (line) => line.richMenus.unlink([userId]),
  },
  richMenuBatch: {
    smallest: { body: batch },
    fullest: { body: { ...batch, resumeRequestKey } },
    through: (line) => line.richMenus.batch(batch.operations),
  },
  validateRichMenuBatchRequest: {
    smallest: { body: batch },
    fullest: { body: { ...batch, resumeRequestKey } },
    through: (line) => line.richMenus.checkBatch(batch.operations),
  },
  getRichMenuBatchProgress: {
    smallest: { query: { requestId } },
    through: (line) => line.richMenus.batchProgress(requestId),
  },
  createRichMenuAlias: {
    smallest: { body: { richMenuAliasId: 'a', richMenuId } },
    through: (line) => line.richMenuAliases.create('a', richMenuId),
  },
  getRichMenuAliasList: { smallest: {}, through: (line) => line.richMenuAliases.list() },
  getRichMenuAlias: {
    smallest: { path: { richMenuAliasId: 'a' } },
    through: (line) => line.richMenuAliases.get('a'),
  },
  updateRichMenuAlias: {
    smallest: { path: { richMenuAliasId: 'a' }, body: { richMenuId } },
    through: (line) => line.richMenuAliases.update('a', richMenuId),
  },
  deleteRichMenuAlias: {
    smallest: { path: { richMenuAliasId: 'a' } },
    through: (line) => line.richMenuAliases.delete('a'),
  },

  // Offers
  createCoupon: {
    smallest: {},
    fullest: {
      body: {
        ...coupon,
        barcodeImageUrl: 'https://example.com/b.png',
        couponCode: 'TEA',
        description: 'a',
        imageUrl: 'https://example.com/i.png',
        usageCondition: 'b',
      },
    },
    through: (line) => line.coupons.create(coupon),
  },
  listCoupon: {
    smallest: {},
    fullest: { query: { status: ['DRAFT', 'CLOSED'], limit: 1, start } },
    through: (line) => line.coupons.list().toArray(),
  },
  getCouponDetail: {
    smallest: { path: { couponId: 'c' } },
    through: (line) => line.coupons.get('c'),
  },
  closeCoupon: {
    smallest: { path: { couponId: 'c' } },
    through: (line) => line.coupons.close('c'),
  },
  getMembershipList: { smallest: {}, through: (line) => line.memberships.list() },
  getMembershipSubscription: {
    smallest: { path: { userId } },
    through: (line) => line.memberships.subscriptions(userId),
  },
  getJoinedMembershipUsers: {
    smallest: { path: { membershipId: 7 } },
    fullest: { path: { membershipId: 7 }, query: { limit: 1, start } },
    through: (line) => line.memberships.users(7).toArray(),
  },
  missionStickerV3: {
    smallest: { body: sticker },
    through: (line) => line.shop.sendMissionSticker(sticker),
  },
} satisfies Partial<Calls>
