import type { MessageList } from '../message.js'
import type { AggregationUnits, SendOptions } from './message.js'

/**
 * SHA-256 of a phone number in E.164 form.
 * @pattern ^[0-9a-f]{64}$
 * @permitted 64 hexadecimal digits in lower case
 */
export type PhoneDigest = string

/**
 * Sends messages to a user whose phone number is known.
 * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-flexible
 */
export interface PnpMessagesRequest extends SendOptions {
  /** The messages, in order. Images, videos and audio are not permitted. */
  messages: MessageList
  /** SHA-256 of the phone number in E.164 form, as 64 hexadecimal digits in lower case. */
  to: PhoneDigest
}

/**
 * Sends a message with one of LINE's templates to a user whose phone number is known.
 * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template
 */
export interface PnpTemplatedMessageRequest {
  /** SHA-256 of the phone number in E.164 form, as 64 hexadecimal digits in lower case. */
  to: PhoneDigest
  /** Key of one of LINE's templates. */
  templateKey: string
  /** Content of the template. */
  body?: PnpTemplatedMessageBody
  /** Name of a unit for statistics. */
  customAggregationUnits?: AggregationUnits
}

/** Content of a template. Each item can be used once. */
export interface PnpTemplatedMessageBody {
  /** The item in large letters. */
  emphasizedItem?: PnpEmphasizedItem
  /**
   * The other items.
   * @maxItems 15
   */
  items?: PnpTemplatedItem[]
  /**
   * The buttons.
   * @maxItems 2
   */
  buttons?: PnpTemplatedButton[]
}

/** An item in large letters. */
export interface PnpEmphasizedItem {
  /** Key of one of LINE's items. */
  itemKey: string
  /**
   * The text.
   * @maxUtf16 15
   */
  content: string
}

/** An item of a template. */
export interface PnpTemplatedItem {
  /** Key of one of LINE's items. */
  itemKey: string
  /**
   * The text.
   * @maxUtf16 300
   */
  content: string
}

/** A button of a template. */
export interface PnpTemplatedButton {
  /** Key of one of LINE's buttons. */
  buttonKey: string
  /**
   * The URL that a tap opens.
   * @maxUtf16 1000
   */
  url: string
}
