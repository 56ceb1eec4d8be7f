/** Coupons, memberships and mission stickers. */
import type * as api from '../spec/api/index.js'
import type * as spec from '../spec/index.js'
import { get, json, optional, post, put, query } from './endpoint.js'

export const offers = {
  createCoupon: post('/v2/bot/coupon', {
    body: optional(json<spec.CouponCreateRequest>()),
    answer: json<api.CouponCreateResponse>(),
  }),
  listCoupon: get('/v2/bot/coupon', {
    query: query<api.ListCouponQuery>({ status: 'list?', start: 'text?', limit: 'number?' }),
    answer: json<api.MessagingApiPagerCouponListResponse>(),
  }),
  getCouponDetail: get('/v2/bot/coupon/{couponId}', { answer: json<api.CouponResponse>() }),
  closeCoupon: put('/v2/bot/coupon/{couponId}/close'),

  getMembershipList: get('/v2/bot/membership/list', {
    answer: json<api.MembershipListResponse>(),
  }),
  getMembershipSubscription: get('/v2/bot/membership/subscription/{userId}', {
    answer: json<api.GetMembershipSubscriptionResponse>(),
  }),
  getJoinedMembershipUsers: get('/v2/bot/membership/{membershipId}/users/ids', {
    query: query<api.GetJoinedMembershipUsersQuery>({ start: 'text?', limit: 'number?' }),
    answer: json<api.GetJoinedMembershipUsersResponse>(),
  }),

  missionStickerV3: post('/shop/v3/mission', {
    body: json<api.MissionStickerRequest>({ to: 'receiver', productId: 'text' }),
  }),
}
