import type { MessageList } from '../message.js'
import type { Filter, Limit, Recipient } from '../narrowcast.js'
import type { UserIds } from '../values.js'

/** Options of every request that sends messages. */
export interface SendOptions {
  /** Sends without a notification on the phone. `false` by default. */
  notificationDisabled?: boolean
}

/**
 * Replies to an event. LINE accepts the reply token for about a minute.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-reply-message
 */
export interface ReplyMessageRequest extends SendOptions {
  /** The token of the event. It works once. */
  replyToken: string
  /** The messages, in order. */
  messages: MessageList
}

/** The response to a reply. */
export interface ReplyMessageResponse {
  /** The messages, in the order of the request. */
  sentMessages: SentMessage[]
}

/** A message that LINE accepted. */
export interface SentMessage {
  /** Id of the message: digits. */
  id: string
  /** Token that quotes the message. Only types that can be quoted have one. */
  quoteToken?: string
}

/**
 * Names of units, for statistics about what people do with the messages.
 * @maxItems 1
 */
export type AggregationUnits = AggregationUnit[]

/**
 * Name of an aggregation unit.
 * @pattern ^[A-Za-z0-9_]{1,30}$
 * @permitted 1 to 30 letters, digits and _
 */
export type AggregationUnit = string

/**
 * Id of a user, group or room. Module channels get longer user ids, which begin with `LU`.
 * @pattern ^(?:[UCR][0-9a-f]{32}|LU[\w-]{66})$
 * @permitted U, C or R and 32 hexadecimal digits in lower case
 */
export type ChatId = string

/**
 * Sends messages to a user, group or room.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-push-message
 */
export interface PushMessageRequest extends SendOptions {
  /** Id of a user, group or room. */
  to: ChatId
  /** The messages, in order. */
  messages: MessageList
  /** Name of a unit for statistics. */
  customAggregationUnits?: AggregationUnits
}

/** The response to a push. */
export interface PushMessageResponse {
  /** The messages, in the order of the request. */
  sentMessages: SentMessage[]
}

/**
 * Sends messages to many users.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-multicast-message
 */
export interface MulticastRequest extends SendOptions {
  /** Ids of the users. */
  to: UserIds
  /** The messages, in order. */
  messages: MessageList
  /** Name of a unit for statistics. */
  customAggregationUnits?: AggregationUnits
}

/** Empty. */
export type MulticastResponse = Record<string, never>

/**
 * Sends messages to friends who match.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-narrowcast-message
 */
export interface NarrowcastRequest extends SendOptions {
  /** The messages, in order. */
  messages: MessageList
  /** Audiences and earlier narrowcasts. All friends by default. */
  recipient?: Recipient
  /** Attributes of the users, such as age and region. */
  filter?: Filter
  /** Limit of the number of recipients. */
  limit?: Limit
}

/** Empty: LINE sends later. Get the progress with the request id. */
export type NarrowcastResponse = Record<string, never>

/**
 * Progress of a narrowcast. LINE keeps it for 14 days.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-narrowcast-progress-status
 */
export interface NarrowcastProgressResponse {
  /** The state. */
  phase: 'waiting' | 'sending' | 'succeeded' | 'failed'
  /** Users reached. Absent while waiting, like the next two. */
  successCount?: number
  /** Users not reached. */
  failureCount?: number
  /** Users that match. */
  targetCount?: number
  /** The reason of the failure. */
  failedDescription?: string
  /** 1 internal, 2 too few recipients, 3 conflict, 4 an audience with too few members, 5 partial delivery forbidden. */
  errorCode?: number
  /** When LINE accepted the request, in ISO 8601. */
  acceptedTime: string
  /** When it ended, in ISO 8601. */
  completedTime?: string
}

/**
 * Sends messages to all friends.
 * @see https://developers.line.biz/en/reference/messaging-api/#send-broadcast-message
 */
export interface BroadcastRequest extends SendOptions {
  /** The messages, in order. */
  messages: MessageList
}

/** Empty. */
export type BroadcastResponse = Record<string, never>

/**
 * Messages that LINE checks but does not send.
 * @see https://developers.line.biz/en/reference/messaging-api/#validate-message-objects-of-reply-message
 */
export interface ValidateMessageRequest {
  /** The messages, in order. */
  messages: MessageList
}
