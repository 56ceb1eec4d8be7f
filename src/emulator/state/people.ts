import type { Message } from '../../spec/index.js'
import type { MessageContent } from '../../spec/webhook/index.js'

/** What LINE estimates of a person, for narrowcasts. */
export interface Attributes {
  gender?: 'male' | 'female'
  age?: number
  appType?: 'ios' | 'android'
  /** LINE's code, such as `jp_13`. */
  area?: string
  /** When the person became a friend, in milliseconds since 1970. */
  since?: number
}

/** A membership that somebody has. */
export interface Subscribed {
  membershipId: number
  membershipNo: number
  joinedAt: number
}

/** Somebody that the channel knows. */
export interface Person {
  userId: string
  displayName: string
  pictureUrl?: string
  statusMessage?: string
  /** BCP 47; known once the person has agreed to LINE's privacy policy. */
  language?: string
  friend: boolean
  blocked: boolean
  /** The account is gone. */
  deleted: boolean
  /** When the person wrote to the bot last. */
  wroteAt?: number
  /** Has agreed to be known in groups; without it events carry no `userId` there. */
  consents: boolean
  /** E.164, for notification messages. */
  phone?: string
  richMenuId?: string
  attributes: Attributes
  memberships: Subscribed[]
}

/** What LINE itself says in a chat: somebody joined, left … */
export interface Note {
  type: 'note'
  note: 'joined' | 'left' | 'botJoined' | 'botLeft' | 'blocked' | 'unblocked' | 'followed'
  people: string[]
}

/** Bytes of a picture, video, recording or file. */
export interface Media {
  bytes: Uint8Array
  contentType: string
  preview?: Uint8Array
  previewType?: string
  /** Until then LINE answers 202. */
  readyAt: number
  failed?: true
  /** Its bytes are no longer kept. */
  gone?: true
}

/** The operation that sent a message. */
export type Via =
  'reply' | 'push' | 'multicast' | 'broadcast' | 'narrowcast' | 'pnp' | 'pnpTemplated'

/** A line in a chat. */
export interface Entry {
  /** Decimal digits. */
  id: string
  at: number
  /** `bot`, `line`, or the id of a person. */
  from: string
  /** As the bot sent it, or as the bot was told of it. */
  message: Message | MessageContent | Note
  via?: Via
  /** Of the request that sent it. */
  requestId?: string
  /** Without sound and banner. */
  silent?: true
  quoteToken?: string
  markAsReadToken?: string
  /** Shown as if the person had said it; the bot hears nothing of it. */
  shownOnly?: true
  /** The bot was not told of it: it is blocked, or not there. */
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
  /** Ids of people. */
  members: string[]
  botInside: boolean
  entries: Entry[]
  /** Message whose quick reply is shown. */
  quickReplyOf?: string
  /** Until then dots show that the bot is busy. */
  loadingUntil?: number
  /** Last message that the bot has read. */
  readUpTo?: string
  /** Another channel holds the chat: the bot only listens. */
  standby?: true
  /** When another channel took it. */
  takenAt?: number
  /** Last message that each person has seen. */
  seenUpTo: Record<string, string>
  /** Until when this channel holds the chat, if it is a module channel. */
  control?: { until: number }
}
