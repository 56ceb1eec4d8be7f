/** Members of groups and rooms join and leave. */
import type { GroupSubject } from '../deeds/deed.js'
import type { TurnOptions } from '../generated/options.js'
import { eventOf } from '../webhook/events.js'
import type { Member } from './member.js'
import { turn, type Turn } from './turn.js'

export async function inviteBot(
  { world, chat }: GroupSubject,
  options: TurnOptions,
): Promise<Turn> {
  if (chat.botInside) return turn(world, chat, [], options)
  chat.botInside = true
  world.note(chat, 'botJoined', [])
  return turn(world, chat, [eventOf(world, chat, undefined, { type: 'join' })], options)
}

export async function removeBot(
  { world, chat }: GroupSubject,
  options: TurnOptions,
): Promise<Turn> {
  if (!chat.botInside) return turn(world, chat, [], options)
  chat.botInside = false
  world.note(chat, 'botLeft', [])
  return turn(world, chat, [eventOf(world, chat, undefined, { type: 'leave' })], options)
}

export async function add(
  on: GroupSubject,
  people: Member | readonly Member[],
  options: TurnOptions,
): Promise<Turn> {
  const { world, chat } = on
  const ids = idsOf(people).filter((id) => !chat.members.includes(id))
  if (ids.length === 0) return turn(world, chat, [], options)
  chat.members.push(...ids)
  world.note(chat, 'joined', ids)
  return changed(on, { type: 'memberJoined', joined: { members: sources(ids) } }, options)
}

export async function remove(
  on: GroupSubject,
  people: Member | readonly Member[],
  options: TurnOptions,
): Promise<Turn> {
  const { world, chat } = on
  const ids = idsOf(people).filter((id) => chat.members.includes(id))
  if (ids.length === 0) return turn(world, chat, [], options)
  chat.members = chat.members.filter((id) => !ids.includes(id))
  world.note(chat, 'left', ids)
  return changed(on, { type: 'memberLeft', left: { members: sources(ids) } }, options)
}

/** Ids of people who are still in the state. */
const idsOf = (people: Member | readonly Member[]): string[] =>
  ('id' in people ? [people] : people).map(({ person }) => person.userId)

const sources = (ids: readonly string[]) => ids.map((userId) => ({ type: 'user', userId }))

const changed = (
  { world, chat }: GroupSubject,
  content: Parameters<typeof eventOf>[3],
  options: TurnOptions,
): Promise<Turn> =>
  turn(world, chat, chat.botInside ? [eventOf(world, chat, undefined, content)] : [], options)
