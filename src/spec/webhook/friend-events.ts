import type { EventCommon, Replyable } from './common.js'
import type { UserSource } from './source.js'

/** {@link FollowEvent} without its mode. */
export interface FollowEventFields extends EventCommon {
  type: 'follow'
  source: UserSource
  follow: FollowDetail
}

/**
 * A user added the account as a friend, or unblocked it.
 * @see https://developers.line.biz/en/reference/messaging-api/#follow-event
 */
export type FollowEvent = FollowEventFields & Replyable

/** How the user came. */
export interface FollowDetail {
  /** By unblocking. LINE does its best here and promises nothing. */
  isUnblocked: boolean
}

/**
 * A user blocked the account. It cannot be answered.
 * @see https://developers.line.biz/en/reference/messaging-api/#unfollow-event
 */
export interface UnfollowEvent extends EventCommon {
  type: 'unfollow'
  source: UserSource
}
