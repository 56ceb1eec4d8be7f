import type { EventCommon, Replyable } from './common.js'
import type { SharedSource, UserSource } from './source.js'

/** {@link JoinEvent} without its mode. */
export interface JoinEventFields extends EventCommon {
  type: 'join'
  source: SharedSource
}

/**
 * The account was invited to a group, or received the first event of a room that it was added to.
 * @see https://developers.line.biz/en/reference/messaging-api/#join-event
 */
export type JoinEvent = JoinEventFields & Replyable

/**
 * The account was removed from the chat or left it. The bot cannot answer this event.
 * @see https://developers.line.biz/en/reference/messaging-api/#leave-event
 */
export interface LeaveEvent extends EventCommon {
  type: 'leave'
  source: SharedSource
}

/** {@link MemberJoinedEvent} without its mode. */
export interface MemberJoinedEventFields extends EventCommon {
  type: 'memberJoined'
  source: SharedSource
  joined: JoinedMembers
}

/**
 * People joined a chat that the account is in.
 * @see https://developers.line.biz/en/reference/messaging-api/#member-joined-event
 */
export type MemberJoinedEvent = MemberJoinedEventFields & Replyable

/** The new members. */
export interface JoinedMembers {
  members: UserSource[]
}

/**
 * People left a chat that the account is in. The bot cannot answer this event.
 * @see https://developers.line.biz/en/reference/messaging-api/#member-left-event
 */
export interface MemberLeftEvent extends EventCommon {
  type: 'memberLeft'
  source: SharedSource
  left: LeftMembers
}

/** The members who left. */
export interface LeftMembers {
  members: UserSource[]
}
