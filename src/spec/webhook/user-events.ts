import type { EventCommon, Replyable } from './common.js'
import type { UserSource } from './source.js'

/** {@link VideoPlayCompleteEvent} without its mode. */
export interface VideoPlayCompleteEventFields extends EventCommon {
  type: 'videoPlayComplete'
  source: UserSource
  videoPlayComplete: VideoPlayComplete
}

/**
 * A user watched a video with a `trackingId` to its end. May come more than once.
 * @see https://developers.line.biz/en/reference/messaging-api/#video-viewing-complete
 */
export type VideoPlayCompleteEvent = VideoPlayCompleteEventFields & Replyable

/** The video that was watched. */
export interface VideoPlayComplete {
  /** The `trackingId` of the video message. */
  trackingId: string
}

/** {@link BeaconEvent} without its mode. */
export interface BeaconEventFields extends EventCommon {
  type: 'beacon'
  source: UserSource
  beacon: BeaconContent
}

/**
 * A user is near a LINE Beacon.
 * @see https://developers.line.biz/en/reference/messaging-api/#beacon-event
 */
export type BeaconEvent = BeaconEventFields & Replyable

/** The beacon, and what happened. */
export interface BeaconContent {
  hwid: string
  /** `stay` is repeated, at most every ten seconds. */
  type: BeaconType
  /** Message of the beacon, in hexadecimal. */
  dm?: string
}

/** The user came near, tapped the banner, or is still near. */
export type BeaconType = 'enter' | 'banner' | 'stay'

/** {@link AccountLinkedEvent} without its mode. */
export interface AccountLinkedEventFields extends EventCommon {
  type: 'accountLink'
  source: UserSource
  link: AccountLinked
}

/** A user linked an account of the service with LINE. */
export type AccountLinkedEvent = AccountLinkedEventFields & Replyable

/** Linking failed. The bot cannot answer: there is neither a source nor a reply token. */
export interface AccountLinkFailedEvent extends EventCommon {
  type: 'accountLink'
  source?: undefined
  replyToken?: undefined
  link: AccountLinkFailed
}

/**
 * Linking a user's account ended. Check `event.source` (or `ctx.canReply()`) to distinguish success from failure.
 * @see https://developers.line.biz/en/reference/messaging-api/#account-link-event
 */
export type AccountLinkEvent = AccountLinkedEvent | AccountLinkFailedEvent

/** @discriminator result */
export type LinkContent = AccountLinked | AccountLinkFailed

/** The two accounts are linked. */
export interface AccountLinked {
  result: 'ok'
  /** The nonce that your service created for this user. */
  nonce: string
}

/** The two accounts are not linked. */
export interface AccountLinkFailed {
  result: 'failed'
  nonce: string
}

/** {@link MembershipEvent} without its mode. */
export interface MembershipEventFields extends EventCommon {
  type: 'membership'
  source: UserSource
  membership: MembershipContent
}

/**
 * A user joined, left or renewed a membership. A change of plan is a `left` and a `joined`.
 * @see https://developers.line.biz/en/reference/messaging-api/#membership-event
 */
export type MembershipEvent = MembershipEventFields & Replyable

/** The membership, and what changed. */
export interface MembershipContent {
  type: MembershipChange
  membershipId: number
}

/** The change of a membership. */
export type MembershipChange = 'joined' | 'left' | 'renewed'
