/** Groups and rooms. */
import { refusal } from '../api/answer.js'
import type { Call, Operation } from '../api/call.js'
import { sentences } from '../api/sentences.js'
import type { Chat } from '../state/people.js'
import { eventOf } from '../webhook/events.js'
import { pageOf } from './paging.js'

/** Members per page. */
const PAGE = 100

/** The chat, if the bot is a member. @throws {Refusal} 404 */
function joined({ world, params }: Call): Chat {
  const chat = world.state.chats.get(params['groupId'] ?? params['roomId']!)
  if (!chat?.botInside) throw refusal(404, sentences.notFound)
  return chat
}

const membersCount: Operation = (call) => ({ json: { count: joined(call).members.length } })

const membersIds: Operation = (call) => {
  if (!call.world.state.account.verified) throw refusal(403, sentences.accessUnavailable)
  const chat = joined(call)
  const visibleMembers = () =>
    chat.members.filter((id) => call.world.state.people.get(id)?.consents)
  const { items, next } = pageOf(call, visibleMembers, PAGE)
  return { json: { memberIds: items, ...(next !== undefined && { next }) } }
}

const memberProfile: Operation = (call) => {
  const chat = joined(call)
  const person = call.world.state.people.get(call.param('userId'))
  if (!person || person.deleted || !chat.members.includes(person.userId))
    throw refusal(404, sentences.notFound)
  const { userId, displayName, pictureUrl } = person
  return { json: { userId, displayName, pictureUrl } }
}

const groupSummary: Operation = (call) => {
  const { id, name = '', pictureUrl } = joined(call)
  return { json: { groupId: id, groupName: name, pictureUrl } }
}

const leave: Operation = (call) => {
  const { world, params } = call
  const chat = world.state.chats.get(params['groupId'] ?? params['roomId']!)
  // The bot can leave a room twice, but a group only once.
  if (!chat || (chat.kind === 'group' && !chat.botInside)) throw refusal(404, sentences.notFound)
  if (chat.botInside) {
    chat.botInside = false
    world.note(chat, 'botLeft', [])
    world.webhooks.announce([eventOf(world, chat, undefined, { type: 'leave' })])
  }
  return { json: {} }
}

export const groups = {
  getGroupSummary: groupSummary,
  getGroupMemberCount: membersCount,
  getGroupMembersIds: membersIds,
  getGroupMemberProfile: memberProfile,
  leaveGroup: leave,
  getRoomMemberCount: membersCount,
  getRoomMembersIds: membersIds,
  getRoomMemberProfile: memberProfile,
  leaveRoom: leave,
} satisfies Record<string, Operation>
