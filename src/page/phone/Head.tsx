/** The name of the chat, whose phone it is, and the menu of the chat. */
import type { ChatView } from '../../emulator/ui/view.js'
import { offers } from '../i18n/deeds.js'
import { say, words } from '../i18n/language.js'
import { IconButton } from '../kit/Icon.js'
import { type Choice, openMenu } from '../kit/Menu.js'
import { attempt } from '../kit/toasts.js'
import { chatName, nameOf, type PhoneModel, whereOf } from './model.js'

/** People that a menu has room for. */
const MOST_ADDED = 8

/** What can happen in a chat. */
function deedsIn(chat: ChatView, me: string, phone: PhoneModel): Choice[] {
  const { people } = phone.scene.value
  const { act, actInGroup } = phone.actions
  if (chat.kind === 'user')
    return offers('person', 'chat', people.get(me)).map(({ what, label }) => ({
      label,
      run: () => attempt(act(me, 'does', { what, ...whereOf(phone) })),
    }))
  const outsiders = [...people.values()]
    .filter(({ userId, deleted }) => !deleted && !chat.members.includes(userId))
    .map(({ userId }) => userId)
    .slice(0, MOST_ADDED)
  const around = {
    outsiders,
    me: [me],
    nameOf: (id: string) => nameOf(phone.scene.value, id),
  }
  return offers('group', 'chat', chat, around).map(({ what, label, who }) => ({
    label,
    run: () => attempt(actInGroup(chat.id, { what, ...(who !== undefined && { people: [who] }) })),
  }))
}

export function Head({ phone }: { phone: PhoneModel }) {
  const chat = phone.chat.value
  const me = phone.me.value
  const scene = phone.scene.value
  const isGroup = chat !== undefined && chat.kind !== 'user'
  const { account } = scene
  // On the phone the chat has the account's name; the owner of the phone is beside it.
  const title = isGroup ? chatName(scene, chat) : chat ? account.displayName : ''
  const owner = !chat
    ? ''
    : isGroup
      ? `(${chat.members.length + (chat.botInside ? 1 : 0)})`
      : say('phoneOf', { who: chatName(scene, chat) })
  return (
    <header class="chat-head">
      <div>
        <h2 class="chat-name">{title}</h2>
        <span class="chat-sub">{owner}</span>
      </div>
      <IconButton
        icon="more"
        label={words.value.more}
        menu
        disabled={!chat}
        onClick={({ currentTarget }) => {
          if (!chat) return
          const more = phone.actions.chatChoices?.(chat) ?? []
          const deeds = me === undefined ? [] : deedsIn(chat, me, phone)
          openMenu(currentTarget, [...deeds, ...more], { atEnd: true })
        }}
      />
    </header>
  )
}

/** A hint why the bot receives nothing. */
export function Hint({ phone }: { phone: PhoneModel }) {
  const chat = phone.chat.value
  const { people, hasBot } = phone.scene.value
  const person = chat?.kind === 'user' ? people.get(chat.id) : undefined
  const { absentHint, blockedHint, strangerHint, noBotHint } = words.value
  const why =
    chat && !chat.botInside
      ? absentHint
      : person?.blocked
        ? blockedHint
        : chat && !hasBot
          ? noBotHint
          : person && !person.friend
            ? strangerHint
            : undefined
  const { connectBot } = phone.actions
  return why === undefined ? null : (
    <p class="hint" role="note">
      {why}
      {why === noBotHint && connectBot && (
        <>
          {' '}
          <button type="button" onClick={connectBot}>
            {words.value.connect}
          </button>
        </>
      )}
    </p>
  )
}
