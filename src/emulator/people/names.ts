/** Changes of names and languages, and the removal of people and groups. */
import type { GroupSubject, PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { Chat } from '../state/people.js'
import type { World } from '../state/world.js'

/** @throws {EmulatorError} `option_invalid` */
function checkName(name: string): void {
  if (typeof name !== 'string' || name.trim() === '')
    throw new EmulatorError('option_invalid', 'name must be a string that is not blank.')
}

/**
 * A person changes their display name.
 * @throws {EmulatorError} `option_invalid`
 */
export function renamePerson({ world, person }: PersonSubject, name: string): void {
  checkName(name)
  person.displayName = name
  world.journal.publish({ type: 'change', what: `person ${person.userId}` })
}

/** A person changes the language of their app. Without one, the bot cannot know it. */
export function changeLanguage({ world, person }: PersonSubject, language?: string): void {
  if (language === undefined || language === '') delete person.language
  else person.language = language
  world.journal.publish({ type: 'change', what: `person ${person.userId}` })
}

/**
 * A group gets another name.
 * @throws {EmulatorError} `option_invalid`
 */
export function renameGroup({ world, chat }: GroupSubject, name: string): void {
  checkName(name)
  // The name is not known to the index if the group had none before.
  world.state.chats.delete(chat.id)
  chat.name = name
  world.state.chats.set(chat.id, chat)
  world.journal.publish({ type: 'change', what: `chat ${chat.id}` })
}

/** Removes a person: their chat, and their membership in groups. The bot receives no event. */
export function removePerson(world: World, userId: string): void {
  const { people, chats } = world.state
  people.delete(userId)
  for (const chat of chats.values()) if (chat.id !== userId) forgetMember(chat, userId)
  removeChat(world, userId)
}

function forgetMember(chat: Chat, userId: string): void {
  chat.members = chat.members.filter((id) => id !== userId)
  const { [userId]: _, ...others } = chat.seenUpTo
  chat.seenUpTo = others
}

/** Removes a chat with its messages. */
export function removeChat(world: World, chatId: string): void {
  const chat = world.state.chats.get(chatId)
  if (chat) world.forget(chat)
  world.state.chats.delete(chatId)
  world.journal.publish({ type: 'change', what: `removed ${chatId}` })
}
