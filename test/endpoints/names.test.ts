/** Every schema, property, requiredness and word of the API description has its counterpart in our types. */
import { describe, expect, it } from 'vitest'
import operations from './facts/operations.json' with { type: 'json' }
import schemas from './facts/schemas.json' with { type: 'json' }
import { readTypes } from './types.js'

interface Schema {
  enum?: string[]
  scalar?: string
  variants?: Record<string, string>
  properties?: Record<
    string,
    { type: string; required?: boolean; nullable?: boolean; enum?: string[] }
  >
}

/** Where our spec has one type for what the description says twice, or another word for it. */
const renamed: Record<string, string> = {
  AcquisitionConditionRequest: 'AcquisitionCondition',
  NormalAcquisitionConditionRequest: 'NormalAcquisitionCondition',
  LotteryAcquisitionConditionRequest: 'LotteryAcquisitionCondition',
  CouponRewardRequest: 'CouponReward',
  CouponCashBackRewardRequest: 'CashBackReward',
  CouponDiscountRewardRequest: 'DiscountReward',
  CouponFreeRewardRequest: 'FreeReward',
  CouponGiftRewardRequest: 'GiftReward',
  CouponOthersRewardRequest: 'OthersReward',
  CashBackPriceInfoRequest: 'CashBackPriceInfo',
  CashBackFixedPriceInfoRequest: 'FixedPriceInfo',
  CashBackPercentagePriceInfoRequest: 'PercentagePriceInfo',
  DiscountPriceInfoRequest: 'DiscountPriceInfo',
  DiscountFixedPriceInfoRequest: 'FixedPriceInfo',
  DiscountPercentagePriceInfoRequest: 'PercentagePriceInfo',
  DiscountExplicitPriceInfoRequest: 'ExplicitPriceInfo',
}

/** What LINE's documents require although the description does not. */
const required: Record<string, string[]> = {
  RichMenuRequest: ['size', 'selected', 'name', 'chatBarText', 'areas'],
  RichMenuSize: ['width', 'height'],
  RichMenuArea: ['bounds', 'action'],
  RichMenuBounds: ['x', 'y', 'width', 'height'],
  AudienceRecipient: ['audienceGroupId'],
  RedeliveryRecipient: ['requestId'],
  AppTypeDemographicFilter: ['oneOf'],
  AreaDemographicFilter: ['oneOf'],
  GenderDemographicFilter: ['oneOf'],
  LotteryAcquisitionConditionRequest: ['lotteryProbability', 'maxAcquireCount'],
  CashBackFixedPriceInfoRequest: ['fixedAmount'],
  CashBackPercentagePriceInfoRequest: ['percentage'],
  DiscountFixedPriceInfoRequest: ['fixedAmount'],
  DiscountPercentagePriceInfoRequest: ['percentage'],
  DiscountExplicitPriceInfoRequest: ['priceAfterDiscount', 'originalPrice'],
}

const table = schemas as Record<string, Schema>
const types = readTypes()
const ours = (name: string) => renamed[name] ?? name

/** Null says LINE's reference, of which the description knows nothing. */
const nullable: Record<string, string[]> = {
  GetNumberOfMessageDeliveriesResponse: [
    'broadcast',
    'targeting',
    'autoResponse',
    'welcomeResponse',
    'chat',
    'apiBroadcast',
    'apiPush',
    'apiMulticast',
    'apiNarrowcast',
    'apiReply',
  ],
  GetNumberOfFollowersResponse: ['followers', 'targetedReaches', 'blocks'],
}

/** Which word of `type` a variant is, said by the union that holds it. */
const variantOf = Object.fromEntries(
  Object.values(table).flatMap(({ variants }) =>
    Object.entries(variants ?? {}).map(([word, name]) => [name, word]),
  ),
)

describe('types of requests and answers', () => {
  const listed = Object.entries(table).filter(([, { scalar }]) => !scalar)

  it.each(listed)('%s', (name, schema) => {
    expect(types.has(ours(name))).toBe(true)
    if (schema.enum) {
      expect(types.words(ours(name)).toSorted()).toEqual(schema.enum.toSorted())
    } else if (schema.variants) {
      expect(types.shape(ours(name))['type']!.words.toSorted()).toEqual(
        Object.keys(schema.variants).toSorted(),
      )
    } else {
      const shape = types.shape(ours(name))
      const variant = variantOf[name]
      const expected = Object.fromEntries(
        Object.entries(schema.properties!).map(([property, fact]) => {
          const isType = property === 'type' && variant !== undefined
          return [
            property,
            {
              required: isType || !!fact.required || !!required[name]?.includes(property),
              nullable: !!fact.nullable || !!nullable[name]?.includes(property),
              words: isType ? [variant] : (fact.enum ?? []).toSorted(),
            },
          ]
        }),
      )
      for (const property of Object.values(shape)) property.words.sort()
      expect(shape).toEqual(expected)
    }
  })
})

/** Names of our types for bodies that the description writes in place. */
const inPlace: Record<string, string> = {
  issueChannelTokenByJWT: 'IssueChannelTokenByJWTRequest',
  revokeChannelTokenByJWT: 'RevokeChannelTokenByJWTRequest',
  issueChannelToken: 'IssueChannelTokenRequest',
  verifyChannelToken: 'VerifyChannelTokenRequest',
  revokeChannelToken: 'RevokeChannelTokenRequest',
  createAudienceForUploadingUserIds: 'CreateAudienceForUploadingUserIdsRequest',
  addUserIdsToAudience: 'AddUserIdsToAudienceRequest',
  attachModule: 'AttachModuleRequest',
}

/** Names of our types for queries. */
const queries: Record<string, string> = {
  getsAllValidChannelAccessTokenKeyIds: 'ChannelAccessTokenKeyIdsQuery',
  verifyChannelTokenByJWT: 'VerifyChannelTokenQuery',
  getNumberOfMessageDeliveries: 'DateQuery',
  getNumberOfFollowers: 'GetNumberOfFollowersQuery',
  getMessageEvent: 'RequestIdQuery',
  getStatisticsPerUnit: 'GetStatisticsPerUnitQuery',
  getRichMenuInsightSummary: 'RichMenuInsightQuery',
  getRichMenuInsightDaily: 'RichMenuInsightQuery',
  getAudienceGroups: 'GetAudienceGroupsQuery',
  getSharedAudienceGroups: 'GetSharedAudienceGroupsQuery',
  getNarrowcastProgress: 'RequestIdQuery',
  getNumberOfSentReplyMessages: 'DateQuery',
  getNumberOfSentPushMessages: 'DateQuery',
  getNumberOfSentMulticastMessages: 'DateQuery',
  getNumberOfSentBroadcastMessages: 'DateQuery',
  getAggregationUnitNameList: 'GetAggregationUnitNameListQuery',
  getFollowers: 'GetFollowersQuery',
  getGroupMembersIds: 'GetMembersIdsQuery',
  getRoomMembersIds: 'GetMembersIdsQuery',
  getRichMenuBatchProgress: 'RequestIdQuery',
  getPNPMessageStatistics: 'DateQuery',
  getJoinedMembershipUsers: 'GetJoinedMembershipUsersQuery',
  listCoupon: 'ListCouponQuery',
  getModules: 'GetModulesQuery',
}

type Parameters = Record<string, { required: boolean; enum?: string[] }>

const requiredness = (parameters: Record<string, { required: boolean }>) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { required }]) => [name, required]))

describe('types of forms and queries', () => {
  const all = Object.entries(
    operations as Record<string, { query?: Parameters; body?: { fields?: Parameters } }>,
  )

  it.each(all.filter(([, { body }]) => body?.fields))('body of %s', (id, { body }) => {
    expect(requiredness(types.shape(inPlace[id]!))).toEqual(requiredness(body!.fields!))
  })

  it.each(all.filter(([, { query }]) => query))('query of %s', (id, { query }) => {
    const shape = types.shape(queries[id]!)
    expect(requiredness(shape)).toEqual(requiredness(query!))
    for (const [name, fact] of Object.entries(query!))
      if (fact.enum) expect(shape[name]!.words.toSorted()).toEqual(fact.enum.toSorted())
  })
})
