/** What can be done with a person or group itself: copy the id, rename, delete. */
import type { ChatView } from '../../emulator/ui/view.js'
import { words } from '../i18n/language.js'
import { copy } from '../kit/copy.js'
import type { Choice } from '../kit/Menu.js'
import { attempt, report } from '../kit/toasts.js'
import { chatName } from '../phone/model.js'
import { act, actInGroup, send } from '../state/api.js'
import type { Session } from '../state/session.js'
import { askName, askPersonLanguage, askRemoval } from './ask-people.js'

/** @param refresh - reloads what is known of people and groups */
export function chatChoices(chat: ChatView, session: Session, refresh: () => void): Choice[] {
  const { id } = chat
  const isUser = chat.kind === 'user'
  const name = chatName(session.scene.value, chat)
  const rename = async () => {
    const answer = await askName(chat, name)
    if (answer === undefined) return
    if (isUser) await send(`/people/${id}/does`, { what: 'rename', name: answer })
    else await send(`/groups/${id}/does`, { what: 'rename', name: answer })
    refresh()
  }
  const changeLanguage = async () => {
    const tag = await askPersonLanguage(session.scene.value.people.get(id)?.language ?? '')
    if (tag === undefined) return
    await send(`/people/${id}/does`, { what: 'language', language: tag })
    report(words.value.saved)
    refresh()
  }
  const remove = async () => {
    if (!(await askRemoval(name))) return
    await send(`/${isUser ? 'people' : 'groups'}/${id}`, {}, 'DELETE')
    refresh()
  }
  const {
    copyUserId,
    copyGroupId,
    rename: renameWord,
    personLanguage,
    remove: removeWord,
  } = words.value
  return [
    { label: isUser ? copyUserId : copyGroupId, icon: 'copy', run: () => copy(id) },
    { label: renameWord, icon: 'edit', run: () => attempt(rename()) },
    ...(isUser
      ? [
          {
            label: personLanguage,
            icon: 'language' as const,
            run: () => attempt(changeLanguage()),
          },
        ]
      : []),
    { label: removeWord, icon: 'undo', run: () => attempt(remove()) },
  ]
}

/** Adds a group that the bot is invited to. Returns its id. */
export async function addGroup(answers: { name: string; members: string[] }): Promise<string> {
  const { id } = await send<{ id: string }>('/groups', { ...answers, bot: false })
  await actInGroup(id, { what: 'inviteBot' })
  return id
}

/** Adds a person. Returns a function with which they become a friend of the account. */
export async function addPerson(answers: { name: string }) {
  const { userId } = await send<{ userId: string }>('/people', { ...answers, friend: false })
  return { userId, follow: () => act(userId, 'does', { what: 'follow' }) }
}
