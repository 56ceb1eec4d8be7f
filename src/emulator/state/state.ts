/** All that LINE's side remembers: plain data, so that it can be kept in a file between runs. */
import type { AudienceGroup, AudienceGroupJob, LiffApp, Membership } from '../../spec/api/index.js'
import type { CouponCreateRequest, Message } from '../../spec/index.js'
import type { RichMenuBatchOperation, RichMenuRequest } from '../../spec/rich-menu.js'
import type { Chat, Person, Via } from './people.js'

/** The account and its channel. */
export interface Account {
  channelId: string
  channelSecret: string
  /** The long-lived one, as the console shows it. */
  channelAccessToken: string
  /** User id of the bot: `destination` of webhooks. */
  userId: string
  basicId: string
  premiumId?: string
  displayName: string
  pictureUrl?: string
  chatMode: 'chat' | 'bot'
  markAsReadMode: 'auto' | 'manual'
  /** Verified accounts may ask for ids of followers and members. */
  verified: boolean
}

/** Good for one reply. */
interface ReplyToken {
  chatId: string
  /** When the event happened. */
  eventAt: number
  /** From then on LINE refuses it. */
  expires: number
  used: boolean
}

/** A retry key that was accepted. */
interface RetryKey {
  requestId: string
  at: number
  sentMessages?: unknown
}

/** A request that sent something, for what asks about it later. */
export interface Delivery {
  requestId: string
  via: Via
  at: number
  /** People reached. */
  to: string[]
  /** People aimed at. */
  aimedAt: number
  messages: number
  unit?: string
}

/** A narrowcast under way or over. */
export interface Narrowcast {
  acceptedAt: number
  sendingAt: number
  completedAt: number
  success: number
  failure: number
  target: number
  failed?: { errorCode: number; description: string }
  /** What is still to be sent, and to whom. */
  pending?: { messages: readonly Message[]; to: string[]; silent: boolean }
}

/** A rich menu with its picture. */
export interface Menu {
  richMenuId: string
  menu: RichMenuRequest
  createdAt: number
  image?: { bytes: Uint8Array; type: string }
  /** Made in LINE Official Account Manager: not the channel's. */
  foreign?: true
}

/** A batch of changes to rich menus. */
interface Batch {
  acceptedAt: number
  completedAt: number
  /** What is still to be done. */
  pending?: readonly RichMenuBatchOperation[]
}

/** An access token that was issued. */
export interface IssuedToken {
  kind: 'v2.1' | 'stateless' | 'short-lived'
  token: string
  keyId?: string
  expires: number
}

/** Public part of an assertion signing key, as it is registered in the console. */
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

/** A list that is read page by page. */
interface Continuation {
  rest: string[]
  expires: number
}

export interface State {
  version: 2
  account: Account
  /** Everybody the channel knows. Ids that are not here are unknown to it. */
  people: Map<string, Person>
  /** Chats with one person under the person's id, groups and rooms under theirs. */
  chats: Map<string, Chat>
  lastMessageId: number
  replyTokens: Map<string, ReplyToken>
  retryKeys: Map<string, RetryKey>
  quota: { type: 'none' } | { type: 'limited'; value: number }
  /** Messages used, by month (`yyyyMM`, in UTC+9). */
  usage: Map<string, number>
  /** People reached, by day and way: `20260801 push`. */
  sent: Map<string, number>
  deliveries: Delivery[]
  /** Who has seen what a request sent, and when first. */
  seen: Map<string, { person: string; at: number }[]>
  /** Who has opened which link of what a request sent. */
  clicks: { requestId: string; seq: number; url: string; person: string; at: number }[]
  /** Who has played which video or recording of what a request sent, and how far: 0 to 100. */
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
  /** Keys of batches that may be sent again. */
  resumeKeys: Map<string, { at: number; completedAt: number }>
  /** What people did with rich menus, by day. */
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
