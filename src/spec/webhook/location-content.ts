import type { ReceivedMessage } from './message-content.js'

/**
 * A location that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-location
 */
export interface LocationMessageContent extends ReceivedMessage {
  type: 'location'
  title?: string
  address?: string
  /** In degrees. */
  latitude: number
  /** In degrees. */
  longitude: number
}
