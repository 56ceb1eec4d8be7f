/** Every event and message that this version knows, and where events happen. */
import type { MessageContentType, WebhookEventType } from '../../spec/webhook/index.js'

/** Kind of chat. */
export type Place = 'user' | 'group' | 'room'

const ANYWHERE: readonly Place[] = ['user', 'group', 'room']
const SHARED: readonly Place[] = ['group', 'room']
const ONE_TO_ONE: readonly Place[] = ['user']

/** Every event, and the chats it can come from. */
export const EVENT_PLACES: Readonly<Record<WebhookEventType, readonly Place[]>> = {
  message: ANYWHERE,
  messageEdited: ['group'],
  unsend: ANYWHERE,
  follow: ONE_TO_ONE,
  unfollow: ONE_TO_ONE,
  join: SHARED,
  leave: SHARED,
  memberJoined: SHARED,
  memberLeft: SHARED,
  postback: ANYWHERE,
  videoPlayComplete: ONE_TO_ONE,
  beacon: ONE_TO_ONE,
  accountLink: ONE_TO_ONE,
  membership: ONE_TO_ONE,
  module: [],
  activated: ANYWHERE,
  deactivated: ANYWHERE,
  botSuspended: [],
  botResumed: [],
  delivery: [],
}

/** Every kind of message. */
export const CONTENT_TYPES: Readonly<Record<MessageContentType, true>> = {
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
  Object.hasOwn(EVENT_PLACES, type)

/** Tests for a kind of message that this version knows. */
export const isContentType = (type: unknown): type is MessageContentType =>
  typeof type === 'string' && Object.hasOwn(CONTENT_TYPES, type)
