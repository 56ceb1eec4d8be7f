/** The body of a webhook: events in general, and where they come from. */
import type { Fact } from './fact.js'

export const body: Record<string, Fact> = {
  CallbackRequest: {
    required: ['destination', 'events'],
    properties: { destination: 'string', events: 'Event[]' },
  },
  Event: {
    members: {
      message: 'MessageEvent',
      unsend: 'UnsendEvent',
      follow: 'FollowEvent',
      unfollow: 'UnfollowEvent',
      join: 'JoinEvent',
      leave: 'LeaveEvent',
      memberJoined: 'MemberJoinedEvent',
      memberLeft: 'MemberLeftEvent',
      postback: 'PostbackEvent',
      videoPlayComplete: 'VideoPlayCompleteEvent',
      beacon: 'BeaconEvent',
      accountLink: 'AccountLinkEvent',
      membership: 'MembershipEvent',
      module: 'ModuleEvent',
      activated: 'ActivatedEvent',
      deactivated: 'DeactivatedEvent',
      botSuspended: 'BotSuspendedEvent',
      botResumed: 'BotResumedEvent',
      delivery: 'PnpDeliveryCompletionEvent',
    },
    required: ['type', 'timestamp', 'mode', 'webhookEventId', 'deliveryContext'],
    properties: {
      type: 'string',
      source: 'Source',
      timestamp: 'number',
      mode: 'EventMode',
      webhookEventId: 'string',
      deliveryContext: 'DeliveryContext',
    },
  },
  EventMode: { words: ['active', 'standby'] },
  DeliveryContext: { required: ['isRedelivery'], properties: { isRedelivery: 'boolean' } },
  Source: {
    members: { user: 'UserSource', group: 'GroupSource', room: 'RoomSource' },
    required: ['type'],
    properties: { type: 'string' },
  },
  UserSource: { required: ['type'], properties: { type: 'string', userId: 'string' } },
  GroupSource: {
    required: ['type', 'groupId'],
    properties: { type: 'string', groupId: 'string', userId: 'string' },
  },
  RoomSource: {
    required: ['type', 'roomId'],
    properties: { type: 'string', userId: 'string', roomId: 'string' },
  },
}
