/** Events as they arrive, not checked yet. */

/** An event as it arrived: anything may be missing. */
export interface RawEvent {
  readonly type: string
  readonly mode?: string
  readonly timestamp?: number
  readonly webhookEventId?: string
  readonly deliveryContext?: { readonly isRedelivery?: boolean }
  readonly replyToken?: string
  readonly source?: RawSource
  readonly message?: RawMessage
  readonly postback?: { readonly data: string }
}

export interface RawSource {
  readonly type?: string
  readonly userId?: string
  readonly groupId?: string
  readonly roomId?: string
}

export interface RawMessage {
  readonly type?: string
  readonly id: string
  readonly text?: string
  readonly markAsReadToken?: string
  readonly mention?: { readonly mentionees?: readonly RawMentionee[] }
  readonly contentProvider?: { readonly type?: string; readonly originalContentUrl?: string }
}

export interface RawMentionee {
  readonly index: number
  readonly length: number
  readonly isSelf?: boolean
}

/** Tests for something that can be handled as an event. */
export const isEvent = (event: unknown): event is RawEvent =>
  typeof event === 'object' && event !== null && typeof (event as RawEvent).type === 'string'

/** Events with the same key are handled one after the other: the id of the user, group or room; empty without a source. */
export const orderKey = ({ source }: RawEvent): string =>
  source?.userId ?? source?.groupId ?? source?.roomId ?? ''
