/** Parts of events other than messages. */
import type { Fact } from './fact.js'

export const contents: Record<string, Fact> = {
  UnsendDetail: { required: ['messageId'], properties: { messageId: 'string' } },
  FollowDetail: { required: ['isUnblocked'], properties: { isUnblocked: 'boolean' } },
  JoinedMembers: { required: ['members'], properties: { members: 'UserSource[]' } },
  LeftMembers: { required: ['members'], properties: { members: 'UserSource[]' } },
  PostbackContent: { required: ['data'], properties: { data: 'string', params: 'string{}' } },
  VideoPlayComplete: { required: ['trackingId'], properties: { trackingId: 'string' } },
  BeaconContent: {
    required: ['hwid', 'type'],
    properties: { hwid: 'string', type: ['enter', 'banner', 'stay'], dm: 'string' },
  },
  LinkContent: {
    required: ['result', 'nonce'],
    properties: { result: ['ok', 'failed'], nonce: 'string' },
  },
  MembershipContent: {
    members: {
      joined: 'JoinedMembershipContent',
      left: 'LeftMembershipContent',
      renewed: 'RenewedMembershipContent',
    },
    required: ['type', 'membershipId'],
    properties: { type: 'string' },
  },
  JoinedMembershipContent: {
    required: ['type', 'membershipId'],
    properties: { type: 'string', membershipId: 'number' },
  },
  LeftMembershipContent: {
    required: ['type', 'membershipId'],
    properties: { type: 'string', membershipId: 'number' },
  },
  RenewedMembershipContent: {
    required: ['type', 'membershipId'],
    properties: { type: 'string', membershipId: 'number' },
  },
  ModuleContent: {
    members: { attached: 'AttachedModuleContent', detached: 'DetachedModuleContent' },
    required: ['type'],
    properties: { type: 'string' },
  },
  AttachedModuleContent: {
    required: ['type', 'botId', 'scopes'],
    properties: { type: 'string', botId: 'string', scopes: 'string[]' },
  },
  DetachedModuleContent: {
    required: ['type', 'botId', 'reason'],
    properties: { type: 'string', botId: 'string', reason: ['bot_deleted'] },
  },
  ChatControl: { required: ['expireAt'], properties: { expireAt: 'number' } },
  PnpDelivery: { required: ['data'], properties: { data: 'string' } },
}
