/** Recipients of messages, and the quota. */
import type { Message } from '../../spec/index.js'
import { refusal } from '../api/answer.js'
import type { Call } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import type { Chat, Entry, Person, Via } from '../state/people.js'
import { dayOf } from '../state/days.js'
import type { World } from '../state/world.js'

const WEEK = 7 * 86_400_000
/** Requests that statistics and narrowcasts can refer to. */
const KEPT = 10_000

/** Returns whether a person receives messages that are sent to all friends. */
export const isReached = ({ friend, blocked, deleted }: Person): boolean =>
  friend && !blocked && !deleted

/** Returns whether a person receives pushes: friends do, and people who wrote within seven days. */
export const getsPushes = (person: Person, now: number): boolean =>
  isReached(person) ||
  (!person.blocked && !person.deleted && !person.friend && wroteLately(person, now))

const wroteLately = ({ wroteAt }: Person, now: number): boolean =>
  wroteAt !== undefined && now - wroteAt < WEEK

/** Returns whether the bot can get the profile of a person. */
export const hasProfile = ({ friend, blocked, deleted, wroteAt }: Person): boolean =>
  !blocked && !deleted && (friend || wroteAt !== undefined)

/** The people in a chat, without deleted accounts. */
export const readersOf = (world: World, { members }: Chat): Person[] =>
  members.flatMap((id) => {
    const person = world.state.people.get(id)
    return person && !person.deleted ? [person] : []
  })

/** @throws {Refusal} 429 when the month has no room for so many. */
export function checkQuota(world: World, count: number): void {
  if (count > world.remaining()) throw refusal(429, sentences.monthlyLimit)
}

/** Messages, and how they are sent. */
export interface Sending {
  messages: readonly Message[]
  via: Via
  silent: boolean
  unit?: string | undefined
  /** How many people it is addressed to, if they are more than are reached. */
  aimedAt?: number
}

/** Adds messages to chats and records who was reached. */
export function deliver(
  call: Pick<Call, 'world' | 'requestId'>,
  chats: readonly Chat[],
  people: readonly Person[],
  { messages, via, silent, unit, aimedAt = people.length }: Sending,
): Entry[] {
  const { world, requestId } = call
  let entries: Entry[] = []
  for (const chat of chats) entries = world.say(chat, messages, { via, requestId, silent })
  if (via !== 'reply') world.use(people.length)
  const { deliveries } = world.state
  deliveries.push({
    requestId,
    via,
    at: world.now,
    to: people.map(({ userId }) => userId),
    aimedAt,
    messages: messages.length,
    ...(unit !== undefined && { unit }),
  })
  if (deliveries.length > KEPT * 1.1) deliveries.splice(0, deliveries.length - KEPT)
  count(world, via, people.length)
  return entries
}

/** Counts people reached, for daily statistics. These are kept longer than single requests. */
function count(world: World, via: Via, people: number): void {
  const name = `${dayOf(world.now)} ${via}`
  const { sent } = world.state
  sent.set(name, (sent.get(name) ?? 0) + people)
}

/** Sent messages as LINE returns them. */
export const sentMessages = (entries: readonly Entry[]) =>
  entries.map(({ id, quoteToken }) => ({ id, ...(quoteToken !== undefined && { quoteToken }) }))
