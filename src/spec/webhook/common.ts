/**
 * State of the channel. With `standby`, a module channel controls the chat and the bot must not answer.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties
 */
export type EventMode = 'active' | 'standby'

/** How the event got here. */
export interface DeliveryContext {
  /** The same event was sent before and LINE saw no 2xx for it. */
  isRedelivery: boolean
}

/**
 * Properties of every event.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties
 */
export interface EventCommon {
  mode: EventMode
  /** When it happened, in milliseconds since 1970. A redelivery keeps the first time. */
  timestamp: number
  /** Id of the event, a ULID. A redelivered event has the same one. */
  webhookEventId: string
  deliveryContext: DeliveryContext
}

/** The chat is ours: a reply token came along. */
export interface Answerable {
  mode: 'active'
  /** Good for one reply, within a minute of the delivery. */
  replyToken: string
}

/** A module channel holds the chat: no reply token, and the bot must not send. */
export interface OnStandby {
  mode: 'standby'
  replyToken?: undefined
}

/** Of an event that can be replied to: the token is there exactly when `mode` is `active`. */
export type Replyable = Answerable | OnStandby
