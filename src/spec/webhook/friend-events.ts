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

/** Details of the new friend. */
export interface FollowDetail {
  /** `true` if the user unblocked the account. LINE does not guarantee that this is correct. */
  isUnblocked: boolean
}

/**
 * A user blocked the account. The bot cannot answer this event.
 * @see https://developers.line.biz/en/reference/messaging-api/#unfollow-event
 */
export interface UnfollowEvent extends EventCommon {
  type: 'unfollow'
  source: UserSource
}
