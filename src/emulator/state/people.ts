import type { Message } from '../../spec/index.js'
import type { MessageContent } from '../../spec/webhook/index.js'

/** Demographic data that LINE estimates about a person, for narrowcasts. */
export interface Attributes {
  gender?: 'male' | 'female'
  age?: number
  appType?: 'ios' | 'android'
  /** LINE's area code, such as `jp_13`. */
  area?: string
  /** When the person became a friend, in milliseconds since 1970. */
  since?: number
}

/** A membership of a person. */
export interface Subscribed {
  membershipId: number
  membershipNo: number
  joinedAt: number
}

/** A person that the channel knows. */
export interface Person {
  userId: string
  displayName: string
  pictureUrl?: string
  statusMessage?: string
  /** Language as a BCP 47 tag; known once the person has agreed to LINE's privacy policy. */
  language?: string
  friend: boolean
  blocked: boolean
  /** The person's LINE account was deleted. */
  deleted: boolean
  /** When the person last wrote to the bot. */
  wroteAt?: number
  /** The person agreed to LINE's privacy policy. Otherwise events in groups have no `userId`. */
  consents: boolean
  /** Phone number in E.164 format, for notification messages. */
  phone?: string
  richMenuId?: string
  attributes: Attributes
  memberships: Subscribed[]
}

/** A note of LINE in a chat: a person joined, left, … */
export interface Note {
  type: 'note'
  note: 'joined' | 'left' | 'botJoined' | 'botLeft' | 'blocked' | 'unblocked' | 'followed'
  people: string[]
}

/** Content of a picture, video, recording or file. */
export interface Media {
  bytes: Uint8Array
  contentType: string
  preview?: Uint8Array
  previewType?: string
  /** Until this time LINE answers 202. */
  readyAt: number
  failed?: true
  /** The content is no longer stored. */
  gone?: true
}

/** The operation that sent a message. */
export type Via =
  'reply' | 'push' | 'multicast' | 'broadcast' | 'narrowcast' | 'pnp' | 'pnpTemplated'

/** An entry of a chat. */
export interface Entry {
  /** Decimal digits. */
  id: string
  at: number
  /** `bot`, `line`, or the id of a person. */
  from: string
  /** The message as the bot sent it, or as the bot received it. */
  message: Message | MessageContent | Note
  via?: Via
  /** Id of the request that sent it. */
  requestId?: string
  /** Sent without a notification. */
  silent?: true
  quoteToken?: string
  markAsReadToken?: string
  /** Only displayed, such as `displayText`; the bot receives no message. */
  shownOnly?: true
  /** The bot did not receive it: it is blocked, or not in the group. */
  unheard?: true
  unsent?: true
  edited?: true
  media?: Media
}

/** A chat with one person, a group or a room. */
export interface Chat {
  id: string
  kind: 'user' | 'group' | 'room'
  name?: string
  pictureUrl?: string
  /** User ids. */
  members: string[]
  botInside: boolean
  entries: Entry[]
  /** Id of the message whose quick replies are displayed. */
  quickReplyOf?: string
  /** The loading animation is displayed until this time. */
  loadingUntil?: number
  /** Id of the last message that the bot has read. */
  readUpTo?: string
  /** Another channel controls the chat; events of this one are on standby. */
  standby?: true
  /** When another channel took control. */
  takenAt?: number
  /** Id of the last message that each person has seen. */
  seenUpTo: Record<string, string>
  /** Until when this channel controls the chat, if it is a module channel. */
  control?: { until: number }
}
