import type { EventCommon } from './common.js'

/**
 * A LINE notification message reached its user (delivered, not read).
 * @see https://developers.line.biz/en/docs/partner-docs/line-notification-messages/message-sending-complete-webhook-event/
 */
export interface PnpDeliveryCompletionEvent extends EventCommon {
  type: 'delivery'
  source?: undefined
  delivery: PnpDelivery
}

/** The delivered message. */
export interface PnpDelivery {
  /** The hash of the phone number, or the `X-Line-Delivery-Tag` of the request that sent the message. */
  data: string
}
