/**
 * State of the channel. With `standby`, a module channel controls the chat and the bot must not answer.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties
 */
export type EventMode = 'active' | 'standby'

/** Delivery of the event. */
export interface DeliveryContext {
  /** `true` if LINE sent the same event before and got no response with status 2xx. */
  isRedelivery: boolean
}

/**
 * Properties of every event.
 * @see https://developers.line.biz/en/reference/messaging-api/#common-properties
 */
export interface EventCommon {
  mode: EventMode
  /** Time of the event, in milliseconds since 1970. A redelivered event has the original time. */
  timestamp: number
  /** Id of the event, a ULID. A redelivered event has the same one. */
  webhookEventId: string
  deliveryContext: DeliveryContext
}

/** The bot may answer: the event has a reply token. */
export interface Answerable {
  mode: 'active'
  /** Token for one reply, within a minute after the delivery. */
  replyToken: string
}

/** A module channel controls the chat: there is no reply token, and the bot must not send. */
export interface OnStandby {
  mode: 'standby'
  replyToken?: undefined
}

/** Properties of an event that can be replied to: it has a token exactly if `mode` is `active`. */
export type Replyable = Answerable | OnStandby
