/** The state of the emulator: plain data that can be saved in a file. */
import type { AudienceGroup, AudienceGroupJob, LiffApp, Membership } from '../../spec/api/index.js'
import type { CouponCreateRequest, Message } from '../../spec/index.js'
import type { RichMenuBatchOperation, RichMenuRequest } from '../../spec/rich-menu.js'
import type { Chat, Person, Via } from './people.js'

/** The account and its channel. */
export interface Account {
  channelId: string
  channelSecret: string
  /** Long-lived channel access token, as LINE's console displays it. */
  channelAccessToken: string
  /** User id of the bot: `destination` of webhooks. */
  userId: string
  basicId: string
  premiumId?: string
  displayName: string
  pictureUrl?: string
  chatMode: 'chat' | 'bot'
  markAsReadMode: 'auto' | 'manual'
  /** Only verified accounts can list their followers and the members of groups. */
  verified: boolean
}

/** A token for one reply. */
export interface ReplyToken {
  chatId: string
  /** When the event happened. */
  eventAt: number
  /** When the token expires. */
  expires: number
  used: boolean
}

/** A retry key that was accepted. */
export interface RetryKey {
  requestId: string
  at: number
  sentMessages?: unknown
}

/** A request that sent messages, for statistics and narrowcasts. */
export interface Delivery {
  requestId: string
  via: Via
  at: number
  /** User ids of the people reached. */
  to: string[]
  /** How many people it was addressed to. */
  aimedAt: number
  messages: number
  unit?: string
}

/** A narrowcast, in progress or finished. */
export interface Narrowcast {
  acceptedAt: number
  sendingAt: number
  completedAt: number
  success: number
  failure: number
  target: number
  failed?: { errorCode: number; description: string }
  /** Messages that are not sent yet, and their recipients. */
  pending?: { messages: readonly Message[]; to: string[]; silent: boolean }
}

/** A rich menu with its picture. */
export interface Menu {
  richMenuId: string
  menu: RichMenuRequest
  createdAt: number
  image?: { bytes: Uint8Array; type: string }
  /** Created in LINE Official Account Manager, not by the channel. */
  foreign?: true
}

/** A batch of changes to rich menus. */
export interface Batch {
  acceptedAt: number
  completedAt: number
  /** Operations that are not done yet. */
  pending?: readonly RichMenuBatchOperation[]
}

/** An access token that was issued. */
export interface IssuedToken {
  kind: 'v2.1' | 'stateless' | 'short-lived'
  token: string
  keyId?: string
  expires: number
}

/** A public assertion signing key, as registered in LINE's console. */
export interface AssertionKey {
  keyId: string
  publicKey: Record<string, unknown>
}

/** A coupon. */
export interface StoredCoupon {
  couponId: string
  request: CouponCreateRequest
  createdAt: number
  closed: boolean
}

/** An audience with its members. */
export interface StoredAudience {
  group: AudienceGroup
  members: string[]
  jobs: AudienceGroupJob[]
  readyAt: number
  expires: number
}

/** The rest of a list that is read in pages. */
export interface Continuation {
  rest: string[]
  expires: number
}

export interface State {
  version: 2
  account: Account
  /** People that the channel knows, by user id. */
  people: Map<string, Person>
  /** Chats by id; a chat with one person has the id of the person. */
  chats: Map<string, Chat>
  lastMessageId: number
  replyTokens: Map<string, ReplyToken>
  retryKeys: Map<string, RetryKey>
  quota: { type: 'none' } | { type: 'limited'; value: number }
  /** Messages used, by month (`yyyyMM`, in UTC+9). */
  usage: Map<string, number>
  /** People reached, by day and operation: `20260801 push`. */
  sent: Map<string, number>
  deliveries: Delivery[]
  /** People who have seen the messages of a request, and when they first did. */
  seen: Map<string, { person: string; at: number }[]>
  /** Links in the messages of a request that people have opened. */
  clicks: { requestId: string; seq: number; url: string; person: string; at: number }[]
  /** Videos and recordings in the messages of a request that people have played, and how far: 0 to 100. */
  plays: { requestId: string; seq: number; person: string; percent: number; at: number }[]
  /** Statistics unit names, by month. */
  units: Map<string, string[]>
  narrowcasts: Map<string, Narrowcast>
  webhook: { endpoint?: string; active: boolean }
  richMenus: Map<string, Menu>
  richMenuAliases: Map<string, string>
  defaultRichMenu?: string
  /** The default that was set in LINE Official Account Manager: a {@link Menu.foreign} menu. */
  managerRichMenu?: string
  richMenuBatches: Map<string, Batch>
  /** Resume keys of batches. */
  resumeKeys: Map<string, { at: number; completedAt: number }>
  /** Taps on rich menus, by day. */
  menuTaps: { richMenuId: string; day: string; person: string; area: number }[]
  linkTokens: Map<string, { userId: string; expires: number; used: boolean }>
  continuations: Map<string, Continuation>
  tokens: IssuedToken[]
  assertionKeys: AssertionKey[]
  coupons: Map<string, StoredCoupon>
  memberships: Membership[]
  audiences: Map<number, StoredAudience>
  lastAudienceId: number
  liffApps: Map<string, LiffApp>
  modules: { attached: boolean; suspended: boolean; codes: { code: string; scopes: string[] }[] }
  missionProducts: string[]
  pnpTemplates: Map<string, string[]>
}
