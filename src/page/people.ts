/** People and groups, the most recent chat first. */
import type { ChatView } from '../emulator/ui/view.js'
import { send } from './api.js'
import { askGroup, askPerson } from './dialogs.js'
import { fill, h, icon, iconButton, set } from './dom.js'
import { inShort, timeOf } from './lines.js'
import type { Live } from './live.js'
import type { Store } from './store.js'
import { attempt } from './toast.js'

/** Soft colors with enough contrast to white letters. */
const colors = ['#4a7bd0', '#c75f84', '#b8703a', '#3f8f66', '#7d67c4', '#2f8796']

function avatar(store: Store, chat: ChatView): HTMLElement {
  const name = store.nameOfChat(chat)
  let sum = 0
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 9973
  const face = h(
    'span',
    { class: 'face', 'aria-hidden': 'true' },
    chat.kind === 'user' ? String.fromCodePoint(name.codePointAt(0) ?? 63) : icon('people'),
  )
  face.style.background = colors[sum % colors.length]!
  return face
}

/** Asks for a name, and adds a person who becomes a friend of the account. */
export async function addsPerson(store: Store, live: Live, opened: () => void): Promise<void> {
  const answers = await askPerson(store)
  if (!answers) return
  const { userId } = await send<{ userId: string }>('/people', { ...answers, friend: false })
  live.refresh()
  opened()
  await live.open(userId)
  await send(`/people/${userId}/does`, { what: 'follow', settle: false })
}

export function peoplePart(store: Store, live: Live, opened: () => void): HTMLElement {
  const list = h('ul', { class: 'people-list' })
  const empty = h('p', { class: 'quiet' })
  const title = h('h2')
  const rows = new Map<string, HTMLButtonElement>()

  const open = (id: string) => {
    attempt(live.open(id))
    opened()
  }
  const addPerson = iconButton('plus', '', () => attempt(addsPerson(store, live, opened)))
  const addGroup = iconButton('people', '', () =>
    attempt(
      askGroup(store).then(async (answers) => {
        if (!answers) return
        const { id } = await send<{ id: string }>('/groups', { ...answers, bot: false })
        await send(`/groups/${id}/does`, { what: 'inviteBot', settle: false })
        live.refresh()
        open(id)
      }),
    ),
  )

  const row = (id: string): HTMLButtonElement => {
    const existing = rows.get(id)
    if (existing) return existing
    const made = h('button', { type: 'button', class: 'person', onclick: () => open(id) })
    rows.set(id, made)
    return made
  }

  const draw = () => {
    const { view, words } = store
    fill(title, words.people)
    set(addPerson, { 'aria-label': words.addPerson, title: words.addPerson })
    set(addGroup, { 'aria-label': words.addGroup, title: words.addGroup })
    if (!view) return
    const groups = view.chats.filter(({ kind }) => kind !== 'user').map(({ id }) => id)
    const chats = [...view.people.map(({ userId }) => userId), ...groups]
      .map((id) => store.chatWith(id)!)
      .sort((one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0))
    const items = chats.map((chat) => {
      const { id, last } = chat
      const isOpen = id === store.chatId
      const seen = Object.values(chat.seenUpTo).sort().at(-1) ?? ''
      const isNew = !isOpen && last?.from === 'bot' && last.id > seen
      const button = row(id)
      set(button, { 'aria-current': isOpen ? 'true' : undefined })
      fill(
        button,
        avatar(store, chat),
        h(
          'span',
          { class: 'person-text' },
          h('span', { class: 'person-name' }, store.nameOfChat(chat)),
          h('span', { class: 'person-last' }, last ? inShort(last, store) : ''),
        ),
        h(
          'span',
          { class: 'person-side' },
          h('time', {}, last ? timeOf(last.at) : ''),
          isNew && h('span', { class: 'dot', role: 'img', 'aria-label': words.newMessages }),
        ),
      )
      return button
    })
    // Moving an element removes its focus.
    const order = [...list.children].map(({ firstElementChild }) => firstElementChild)
    if (items.length !== order.length || items.some((item, i) => item !== order[i])) {
      const focused = document.activeElement
      fill(list, ...items.map((item) => h('li', {}, item)))
      if (focused instanceof HTMLElement && list.contains(focused)) focused.focus()
    }
    fill(empty, chats.length === 0 ? words.nobodyYet : '')
  }
  store.on(['view', 'chat', 'look'], draw)
  return h(
    'nav',
    { class: 'people', id: 'people' },
    h('header', { class: 'part-head' }, title, addGroup, addPerson),
    empty,
    list,
  )
}
