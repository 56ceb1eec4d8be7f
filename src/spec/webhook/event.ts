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

/** Something that LINE began to send after this version was written. It never reaches the union above. */
export interface UnknownEvent {
  type: string
  [property: string]: unknown
}

/**
 * Body of a webhook request.
 * @see https://developers.line.biz/en/reference/messaging-api/#request-body
 */
export interface WebhookBody {
  /** User id of the bot that this is for: `U` and 32 hexadecimal digits. */
  destination: string
  /** Of any users, in any number. None at all when LINE only tries the line. */
  events: WebhookEvent[]
}
