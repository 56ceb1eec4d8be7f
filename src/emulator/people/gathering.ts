/** Groups and rooms: who comes, who goes. */
import type { Chat, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { eventOf } from '../webhook/events.js'
import { turn, type Turn, type TurnOptions } from './turn.js'

export async function inviteBot(world: World, chat: Chat, options: TurnOptions): Promise<Turn> {
  if (chat.botInside) return turn(world, chat, [], options)
  chat.botInside = true
  world.note(chat, 'botJoined', [])
  return turn(world, chat, [eventOf(world, chat, undefined, { type: 'join' })], options)
}

export async function removeBot(world: World, chat: Chat, options: TurnOptions): Promise<Turn> {
  if (!chat.botInside) return turn(world, chat, [], options)
  chat.botInside = false
  world.note(chat, 'botLeft', [])
  return turn(world, chat, [eventOf(world, chat, undefined, { type: 'leave' })], options)
}

export async function add(
  world: World,
  chat: Chat,
  people: readonly Person[],
  options: TurnOptions,
): Promise<Turn> {
  const ids = people.map(({ userId }) => userId).filter((id) => !chat.members.includes(id))
  if (ids.length === 0) return turn(world, chat, [], options)
  chat.members.push(...ids)
  world.note(chat, 'joined', ids)
  return moved(world, chat, { type: 'memberJoined', joined: { members: sources(ids) } }, options)
}

export async function remove(
  world: World,
  chat: Chat,
  people: readonly Person[],
  options: TurnOptions,
): Promise<Turn> {
  const ids = people.map(({ userId }) => userId).filter((id) => chat.members.includes(id))
  if (ids.length === 0) return turn(world, chat, [], options)
  chat.members = chat.members.filter((id) => !ids.includes(id))
  world.note(chat, 'left', ids)
  return moved(world, chat, { type: 'memberLeft', left: { members: sources(ids) } }, options)
}

const sources = (ids: readonly string[]) => ids.map((userId) => ({ type: 'user', userId }))

const moved = (
  world: World,
  chat: Chat,
  content: Parameters<typeof eventOf>[3],
  options: TurnOptions,
): Promise<Turn> =>
  turn(world, chat, chat.botInside ? [eventOf(world, chat, undefined, content)] : [], options)
