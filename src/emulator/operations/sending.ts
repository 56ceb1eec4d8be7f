/** Replies, pushes, multicasts, broadcasts, and their validation. */
import { UserIds_maxItems } from '../../spec/generated/numbers.js'
import type { Message } from '../../spec/index.js'
import { refusal } from '../api/answer.js'
import type { Call, Fields, Operation } from '../api/call.js'
import { checkMessages, oneError } from '../api/check-messages.js'
import { isChatId, isUserId } from '../api/parameters.js'
import { sentences } from '../api/sentences.js'
import type { Chat } from '../state/people.js'
import type { World } from '../state/world.js'
import { checkTargets } from './chat-bound.js'
import { checkQuota, deliver, getsPushes, isReached, readersOf, sentMessages } from './reach.js'
import { takeUnit } from './units.js'

const kindOf = (id: string) => (({ U: 'user', C: 'group', R: 'room' }) as const)[id[0]!] ?? 'user'

/** Whether to send without a notification. @throws {Refusal} 400 */
export const silence = ({ notificationDisabled }: Fields): boolean => {
  if (notificationDisabled !== undefined && typeof notificationDisabled !== 'boolean')
    throw refusal(400, sentences.invalidProperty("'notificationDisabled'"))
  return notificationDisabled === true
}

const reply: Operation = (call) => {
  const { world } = call
  const body = call.json()
  const silent = silence(body)
  const { replyToken } = body
  if (typeof replyToken !== 'string') throw oneError(sentences.mayNotBeEmpty, 'replyToken')
  const token = world.state.replyTokens.get(replyToken)
  if (!token || token.used || token.expires < world.now)
    throw refusal(400, sentences.invalidReplyToken)
  const chat = world.state.chats.get(token.chatId)
  // LINE does not document whether a refused reply uses up its token.
  if (world.rules.burnReplyTokens) token.used = true
  const messages = checkMessages(call, body['messages'], {
    endpoint: 'reply',
    to: kindOf(token.chatId),
  })
  if (!chat?.botInside) throw refusal(400, sentences.invalidReplyToken)
  checkTargets(world, chat, messages)
  token.used = true
  const people = readersOf(world, chat)
  const entries = deliver(call, [chat], people, { messages, via: 'reply', silent })
  return { json: { sentMessages: sentMessages(entries) } }
}

const push: Operation = (call) => {
  const { world } = call
  const body = call.json()
  const silent = silence(body)
  const { to } = body
  if (!isChatId(to)) throw refusal(400, sentences.invalidProperty("'to'"))
  const messages = checkMessages(call, body['messages'], { endpoint: 'push', to: kindOf(to) })
  const unit = takeUnit(world, body['customAggregationUnits'])
  const chat = recipient(world, to)
  if (!chat) throw refusal(400, sentences.failedToSend)
  checkTargets(world, chat, messages)
  const person = world.state.people.get(to)
  const reached = person ? (getsPushes(person, world.now) ? [person] : []) : readersOf(world, chat)
  checkQuota(world, reached.length)
  if (person && reached.length === 0) {
    // Accepted, but not delivered.
    deliver(call, [], [], { messages, via: 'push', silent, unit, aimedAt: 1 })
    return { json: { sentMessages: undelivered(world, messages) } }
  }
  const entries = deliver(call, [chat], reached, { messages, via: 'push', silent, unit })
  return { json: { sentMessages: sentMessages(entries) } }
}

function recipient(world: World, to: string): Chat | undefined {
  const chat = world.chatOf(to)
  return chat?.botInside ? chat : undefined
}

const undelivered = (world: World, messages: readonly Message[]) =>
  messages.map((message) => ({ id: world.nextMessageId(), ...world.quoting(message) }))

const multicast: Operation = (call) => {
  const { world } = call
  const body = call.json()
  const silent = silence(body)
  const to = userIdsOf(body['to'], 'to', (i) => `to[${i}]`)
  const messages = checkMessages(call, body['messages'], { endpoint: 'multicast', to: 'user' })
  const unit = takeUnit(world, body['customAggregationUnits'])
  const people = [...new Set(to)].flatMap((id) => {
    const person = world.state.people.get(id)
    return person && isReached(person) ? [person] : []
  })
  checkQuota(world, people.length)
  const chats = people.map((person) => world.openChat(person))
  deliver(call, chats, people, { messages, via: 'multicast', silent, unit, aimedAt: to.length })
  return { json: {} }
}

/**
 * A list of ids of users, as many as one request takes.
 * @throws {Refusal}
 */
export function userIdsOf(
  value: unknown,
  property: string,
  place: (index: number) => string,
): string[] {
  if (!Array.isArray(value)) throw refusal(400, sentences.invalidProperty(`'${property}'`))
  if (value.length === 0) throw oneError(sentences.mayNotBeEmpty, property)
  if (value.length > UserIds_maxItems)
    throw oneError(sentences.sizeBetween(0, UserIds_maxItems), property)
  const wrong = value.findIndex((id) => !isUserId(id))
  if (wrong !== -1) throw refusal(400, sentences.invalidProperty(place(wrong)))
  return value as string[]
}

const broadcast: Operation = (call) => {
  const { world } = call
  const body = call.json()
  const silent = silence(body)
  const messages = checkMessages(call, body['messages'], { endpoint: 'broadcast', to: 'user' })
  const people = [...world.state.people.values()].filter(isReached)
  checkQuota(world, people.length)
  const chats = people.map((person) => world.openChat(person))
  deliver(call, chats, people, { messages, via: 'broadcast', silent })
  return { json: {} }
}

/** Only the messages are checked, not the recipients. */
const dryRun =
  (endpoint: 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast'): Operation =>
  (call: Call) => {
    checkMessages(call, call.json()['messages'], { endpoint })
    return { json: {} }
  }

export const sending = {
  replyMessage: reply,
  pushMessage: push,
  multicast,
  broadcast,
  validateReply: dryRun('reply'),
  validatePush: dryRun('push'),
  validateMulticast: dryRun('multicast'),
  validateNarrowcast: dryRun('narrowcast'),
  validateBroadcast: dryRun('broadcast'),
} satisfies Record<string, Operation>
