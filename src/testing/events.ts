/** Creates events like LINE's, to test handlers without an emulator. */
import type {
  AccountLinkEvent,
  BeaconEvent,
  FollowEvent,
  JoinEvent,
  LeaveEvent,
  MemberJoinedEvent,
  MemberLeftEvent,
  MembershipEvent,
  MessageContent,
  MessageEditedEvent,
  MessageEvent,
  PostbackContent,
  PostbackEvent,
  Source,
  UnfollowEvent,
  UnsendEvent,
  VideoPlayCompleteEvent,
  WebhookEvent,
} from '../spec/webhook/index.js'

/** Properties that can be overridden in any event. */
export interface EventFields {
  source?: Source
  replyToken?: string
  timestamp?: number
  webhookEventId?: string
  mode?: 'active' | 'standby'
  deliveryContext?: { isRedelivery: boolean }
}

let count = 0

const padded = (length: number): string => String(++count).padStart(length, '0')

const user = { type: 'user', userId: `U${'0'.repeat(31)}1` } as const
const group = { type: 'group', groupId: `C${'0'.repeat(31)}1` } as const

// The caller knows which type of event its content makes.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function make<E extends WebhookEvent>(
  content: object,
  fields: EventFields,
  { replies = true, source = user }: { replies?: boolean; source?: Source } = {},
): E {
  const { mode = 'active' } = fields
  return {
    webhookEventId: `01J0000000${padded(16)}`,
    deliveryContext: { isRedelivery: false },
    timestamp: Date.UTC(2026, 7, 1),
    mode,
    source,
    ...(replies && mode === 'active' && { replyToken: padded(32) }),
    ...content,
    ...fields,
  } as unknown as E
}

const withoutReply = { replies: false }

/**
 * Creates events, each with its own id and reply token. Properties that you do not pass have default values; the last argument sets them.
 *
 * @example
 * await bot.handle([fakeEvent.text('hi'), fakeEvent.postback('buy=1', { source: { type: 'group', groupId } })])
 */
export const fakeEvent = {
  message: (message: Omit<MessageContent, 'id'> & { id?: string }, fields: EventFields = {}) =>
    make<MessageEvent>({ type: 'message', message: { id: padded(18), ...message } }, fields),
  text: (text: string, fields: EventFields = {}) =>
    make<MessageEvent>(
      { type: 'message', message: { id: padded(18), type: 'text', text, quoteToken: padded(20) } },
      fields,
    ),
  edited: (text: string, fields: EventFields = {}) =>
    make<MessageEditedEvent>(
      {
        type: 'messageEdited',
        message: { id: padded(18), type: 'text', text, quoteToken: padded(20) },
      },
      fields,
      { source: group },
    ),
  unsend: (messageId: string, fields: EventFields = {}) =>
    make<UnsendEvent>({ type: 'unsend', unsend: { messageId } }, fields, withoutReply),
  postback: (postback: string | PostbackContent, fields: EventFields = {}) =>
    make<PostbackEvent>(
      { type: 'postback', postback: typeof postback === 'string' ? { data: postback } : postback },
      fields,
    ),
  follow: (fields: EventFields & { isUnblocked?: boolean } = {}) => {
    const { isUnblocked = false, ...rest } = fields
    return make<FollowEvent>({ type: 'follow', follow: { isUnblocked } }, rest)
  },
  unfollow: (fields: EventFields = {}) =>
    make<UnfollowEvent>({ type: 'unfollow' }, fields, withoutReply),
  join: (fields: EventFields = {}) => make<JoinEvent>({ type: 'join' }, fields, { source: group }),
  leave: (fields: EventFields = {}) =>
    make<LeaveEvent>({ type: 'leave' }, fields, { ...withoutReply, source: group }),
  memberJoined: (userIds: readonly string[], fields: EventFields = {}) =>
    make<MemberJoinedEvent>(
      { type: 'memberJoined', joined: { members: membersOf(userIds) } },
      fields,
      { source: group },
    ),
  memberLeft: (userIds: readonly string[], fields: EventFields = {}) =>
    make<MemberLeftEvent>({ type: 'memberLeft', left: { members: membersOf(userIds) } }, fields, {
      ...withoutReply,
      source: group,
    }),
  beacon: (beacon: Partial<BeaconEvent['beacon']> = {}, fields: EventFields = {}) =>
    make<BeaconEvent>(
      { type: 'beacon', beacon: { hwid: 'd41d8cd98f', type: 'enter', ...beacon } },
      fields,
    ),
  accountLink: (nonce: string, fields: EventFields = {}) =>
    make<AccountLinkEvent>({ type: 'accountLink', link: { result: 'ok', nonce } }, fields),
  videoPlayComplete: (trackingId: string, fields: EventFields = {}) =>
    make<VideoPlayCompleteEvent>(
      { type: 'videoPlayComplete', videoPlayComplete: { trackingId } },
      fields,
    ),
  membership: (
    type: 'joined' | 'left' | 'renewed',
    membershipId: number,
    fields: EventFields = {},
  ) => make<MembershipEvent>({ type: 'membership', membership: { type, membershipId } }, fields),
}

const membersOf = (userIds: readonly string[]) =>
  userIds.map((userId) => ({ type: 'user', userId }))
