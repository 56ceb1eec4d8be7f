import type { PnpDeliveryCompletionEvent } from './delivery-event.js'
import type { FollowEvent, UnfollowEvent } from './friend-events.js'
import type { JoinEvent, LeaveEvent, MemberJoinedEvent, MemberLeftEvent } from './group-events.js'
import type { MessageEditedEvent, MessageEvent, UnsendEvent } from './message-events.js'
import type {
  ActivatedEvent,
  BotResumedEvent,
  BotSuspendedEvent,
  DeactivatedEvent,
  ModuleEvent,
} from './module-events.js'
import type { PostbackEvent } from './postback-event.js'
import type {
  AccountLinkEvent,
  BeaconEvent,
  MembershipEvent,
  VideoPlayCompleteEvent,
} from './user-events.js'

/**
 * An event of any type.
 * @see https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
 * @discriminator type
 */
export type WebhookEvent =
  | MessageEvent
  | MessageEditedEvent
  | UnsendEvent
  | FollowEvent
  | UnfollowEvent
  | JoinEvent
  | LeaveEvent
  | MemberJoinedEvent
  | MemberLeftEvent
  | PostbackEvent
  | VideoPlayCompleteEvent
  | BeaconEvent
  | AccountLinkEvent
  | MembershipEvent
  | ModuleEvent
  | ActivatedEvent
  | DeactivatedEvent
  | BotSuspendedEvent
  | BotResumedEvent
  | PnpDeliveryCompletionEvent

/** `'message'`, `'postback'` ... */
export type WebhookEventType = WebhookEvent['type']

/** An event of a type that LINE added after this version was released. It is not part of the union above. */
export interface UnknownEvent {
  type: string
  [property: string]: unknown
}

/**
 * Body of a webhook request.
 * @see https://developers.line.biz/en/reference/messaging-api/#request-body
 */
export interface WebhookBody {
  /** User id of the bot that receives the events: `U` and 32 hexadecimal digits. */
  destination: string
  /** Events of one or several users. Empty if LINE only tests the connection. */
  events: WebhookEvent[]
}
