import type { UserIds } from '../values.js'
import type { Message } from '../message.js'
import type { Filter, Limit, Recipient } from '../narrowcast.js'

/**
 * One answer to an event, within a minute of it.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
 */
export interface ReplyMessageRequest {
  /** From the event. Good for one call. */
  replyToken: string
  /** 1 to 5. */
  messages: Message[]
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
}

export interface ReplyMessageResponse {
  /** In the order of the request. */
  sentMessages: SentMessage[]
}

/** A message that LINE took. */
export interface SentMessage {
  /** Digits. */
  id: string
  /** To quote the message with; only kinds that can be quoted have one. */
  quoteToken?: string
}

/**
 * To one user, group or room.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-push-message
 */
export interface PushMessageRequest {
  /** Id of a user, group or room. */
  to: string
  /** 1 to 5. */
  messages: Message[]
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
  /** At most one name under which statistics are kept: 1 to 30 letters, digits and underscores. */
  customAggregationUnits?: string[]
}

export interface PushMessageResponse {
  /** In the order of the request. */
  sentMessages: SentMessage[]
}

/**
 * The same to many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-multicast-message
 */
export interface MulticastRequest {
  /** Who receives it. */
  to: UserIds
  /** 1 to 5. */
  messages: Message[]
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
  /** At most one name under which statistics are kept: 1 to 30 letters, digits and underscores. */
  customAggregationUnits?: string[]
}

/** Empty. */
export type MulticastResponse = Record<string, never>

/**
 * To users that fit.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-narrowcast-message
 */
export interface NarrowcastRequest {
  /** 1 to 5. */
  messages: Message[]
  /** Audiences and earlier narrowcasts; without it all friends. */
  recipient?: Recipient
  filter?: Filter
  limit?: Limit
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
}

/** Empty. The narrowcast is under way; its progress is asked with the request id. */
export type NarrowcastResponse = Record<string, never>

/**
 * How far a narrowcast is. LINE keeps this for 14 days.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-narrowcast-progress-status
 */
export interface NarrowcastProgressResponse {
  phase: 'waiting' | 'sending' | 'succeeded' | 'failed'
  /** Users reached. Absent while waiting, as the next two. */
  successCount?: number
  failureCount?: number
  targetCount?: number
  failedDescription?: string
  /** 1 internal, 2 too few recipients, 3 conflict, 4 an audience under 50, 5 partial delivery forbidden. */
  errorCode?: number
  /** ISO 8601. */
  acceptedTime: string
  /** ISO 8601. */
  completedTime?: string
}

/**
 * To all friends.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message
 */
export interface BroadcastRequest {
  /** 1 to 5. */
  messages: Message[]
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
}

/** Empty. */
export type BroadcastResponse = Record<string, never>

/**
 * Messages that LINE is asked to check and not to send.
 * @see https://developers.line.biz/en/reference/messaging-api/#validate-message-objects-of-reply-message
 */
export interface ValidateMessageRequest {
  /** 1 to 5. */
  messages: Message[]
}
