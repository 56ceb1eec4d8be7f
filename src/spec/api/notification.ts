import type { Message } from '../message.js'

/**
 * Messages to a user of whom only the phone number is known.
 * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-flexible
 */
export interface PnpMessagesRequest {
  /** 1 to 5, without images, videos and sounds. */
  messages: Message[]
  /** SHA-256 of the phone number in E.164 form, as 64 hexadecimal digits in lower case. */
  to: string
  /** Whether phones stay silent. False by default. */
  notificationDisabled?: boolean
}

/**
 * A message made of LINE's own building blocks, to a user of whom only the phone number is known.
 * @see https://developers.line.biz/en/reference/line-notification-messages/#send-line-notification-message-template
 */
export interface PnpTemplatedMessageRequest {
  /** SHA-256 of the phone number in E.164 form, as 64 hexadecimal digits in lower case. */
  to: string
  /** Key of one of LINE's templates. */
  templateKey: string
  body?: PnpTemplatedMessageBody
  /** At most one name under which statistics are kept. */
  customAggregationUnits?: string[]
}

/** What fills a template. An item stands in it once. */
export interface PnpTemplatedMessageBody {
  /** The one in large letters. Its `content` has at most 15 characters. */
  emphasizedItem?: PnpTemplatedItem
  /** At most 15. */
  items?: PnpTemplatedItem[]
  /** At most 2. */
  buttons?: PnpTemplatedButton[]
}

export interface PnpTemplatedItem {
  /** Key of one of LINE's items. */
  itemKey: string
  /** At most 300 characters. */
  content: string
}

export interface PnpTemplatedButton {
  /** Key of one of LINE's buttons. */
  buttonKey: string
  /** At most 1,000 characters. */
  url: string
}
