/** Creates events with the properties that all of them have. */
import type { EventCommon, Source, WebhookEvent } from '../../spec/webhook/index.js'
import type { Chat, Person } from '../state/people.js'
import { REDELIVERABLE, type World } from '../state/world.js'

/** Events that can be replied to. @see https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects */
const answerable = new Set([
  'message',
  'messageEdited',
  'follow',
  'join',
  'memberJoined',
  'postback',
  'videoPlayComplete',
  'beacon',
  'accountLink',
  'membership',
])

/** The source of an event: the chat, and the person if LINE names them. */
function sourceOf(chat: Chat, person: Person | undefined): Source {
  if (chat.kind === 'user') return { type: 'user', userId: chat.id }
  const userId = person?.consents ? { userId: person.userId } : {}
  return chat.kind === 'group'
    ? { type: 'group', groupId: chat.id, ...userId }
    : { type: 'room', roomId: chat.id, ...userId }
}

type Content = { type: WebhookEvent['type'] } & Record<string, unknown>

/** Creates an event of a chat, with a reply token if its type has one. */
export function eventOf(
  world: World,
  chat: Chat,
  person: Person | undefined,
  content: Content,
): WebhookEvent {
  const { type, ...rest } = content
  const standby = isOnStandby(chat, world.now)
  const token = answerable.has(type) && !standby ? { replyToken: world.replyToken(chat) } : {}
  const event = {
    type,
    ...rest,
    ...commonOf(world, standby ? 'standby' : 'active'),
    source: sourceOf(chat, person),
    ...token,
  }
  return event as unknown as WebhookEvent
}

/** Returns whether another channel controls the chat. */
const isOnStandby = ({ standby, control }: Chat, now: number): boolean =>
  standby === true || (control !== undefined && control.until <= now)

/** Properties that every event has. */
export const commonOf = (world: World, mode: EventCommon['mode'] = 'active'): EventCommon => ({
  webhookEventId: world.chance.ulid(world.now),
  deliveryContext: { isRedelivery: false },
  timestamp: world.now,
  mode,
})

/** Extends the life of a reply token at a redelivery, unless it was used or the event is old. */
export function refreshToken(world: World, event: WebhookEvent): void {
  const token = world.state.replyTokens.get((event as { replyToken?: string }).replyToken ?? '')
  if (token && !token.used && world.now - token.eventAt < REDELIVERABLE)
    token.expires = world.now + world.rules.replyTokenLife
}
