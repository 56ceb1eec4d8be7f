/**
 * How often operations may be called: token buckets, of the channel and operation.
 * @see https://developers.line.biz/en/reference/messaging-api/#rate-limits
 */
import type { OperationId } from '../../endpoints/index.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

interface Limit {
  calls: number
  per: number
}

const rest: Limit = { calls: 2_000, per: SECOND }

const limits = new Map<OperationId, Limit>()
const limit = (calls: number, per: number, operations: readonly OperationId[]) => {
  for (const operation of operations) limits.set(operation, { calls, per })
}
limit(60, HOUR, [
  'narrowcast',
  'broadcast',
  'getNumberOfMessageDeliveries',
  'getNumberOfFollowers',
  'getFriendsDemographics',
  'getMessageEvent',
  'getStatisticsPerUnit',
  'getRichMenuInsightSummary',
  'getRichMenuInsightDaily',
  'testWebhookEndpoint',
])
limit(60, MINUTE, [
  'createAudienceGroup',
  'addAudienceToAudienceGroup',
  'createAudienceForUploadingUserIds',
  'addUserIdsToAudience',
  'createClickBasedAudienceGroup',
  'createImpBasedAudienceGroup',
  'updateAudienceGroupDescription',
  'deleteAudienceGroup',
  'getAudienceData',
  'getAudienceGroups',
  'getSharedAudienceData',
  'getSharedAudienceGroups',
])
limit(1_000, MINUTE, ['setWebhookEndpoint', 'getWebhookEndpoint'])
limit(100, HOUR, [
  'createRichMenu',
  'deleteRichMenu',
  'deleteRichMenuAlias',
  'getRichMenuBatchProgress',
])
limit(3, HOUR, ['richMenuBatch'])
limit(10, SECOND, ['getRichMenuList'])
limit(200, SECOND, [
  'multicast',
  'getMembershipSubscription',
  'getMembershipList',
  'getJoinedMembershipUsers',
  'createCoupon',
  'closeCoupon',
  'listCoupon',
  'getCouponDetail',
])
limit(100, SECOND, ['showLoadingAnimation'])
limit(370, SECOND, ['issueChannelToken'])

/** How many calls of an operation are permitted in how many milliseconds. */
const rateLimitOf = (operation: OperationId): Limit => limits.get(operation) ?? rest

export class Buckets {
  readonly #buckets = new Map<OperationId, { left: number; at: number }>()

  /** Takes a token if there is one. The bucket refills over time. */
  take(operation: OperationId, now: number): boolean {
    const { calls, per } = rateLimitOf(operation)
    const bucket = this.#buckets.get(operation) ?? { left: calls, at: now }
    bucket.left = Math.min(calls, bucket.left + ((now - bucket.at) / per) * calls)
    bucket.at = now
    this.#buckets.set(operation, bucket)
    if (bucket.left < 1) return false
    bucket.left -= 1
    return true
  }
}
