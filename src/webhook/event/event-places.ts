/** Every event and message that this version knows, and where events happen. */
import type { MessageContentType, WebhookEventType } from '../../spec/webhook/index.js'

/** Kind of chat. */
export type Place = 'user' | 'group' | 'room'

const allPlaces: readonly Place[] = ['user', 'group', 'room']
const sharedPlaces: readonly Place[] = ['group', 'room']
const userPlaces: readonly Place[] = ['user']

/** Every event, and the chats it can come from. */
export const eventPlaces: Readonly<Record<WebhookEventType, readonly Place[]>> = {
  message: allPlaces,
  messageEdited: ['group'],
  unsend: allPlaces,
  follow: userPlaces,
  unfollow: userPlaces,
  join: sharedPlaces,
  leave: sharedPlaces,
  memberJoined: sharedPlaces,
  memberLeft: sharedPlaces,
  postback: allPlaces,
  videoPlayComplete: userPlaces,
  beacon: userPlaces,
  accountLink: userPlaces,
  membership: userPlaces,
  module: [],
  activated: allPlaces,
  deactivated: allPlaces,
  botSuspended: [],
  botResumed: [],
  delivery: [],
}

/** Every kind of message. */
export const contentTypes: Readonly<Record<MessageContentType, true>> = {
  text: true,
  image: true,
  video: true,
  audio: true,
  file: true,
  location: true,
  sticker: true,
}

/** Tests for an event type that this version knows. */
export const isEventType = (type: string): type is WebhookEventType =>
  Object.hasOwn(eventPlaces, type)

/** Tests for a kind of message that this version knows. */
export const isContentType = (type: unknown): type is MessageContentType =>
  typeof type === 'string' && Object.hasOwn(contentTypes, type)
