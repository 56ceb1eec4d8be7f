/** The phone in the middle: header, messages, and everything that can be tapped. */
import { stylesheet } from '../preview/index.js'
import { act, send } from './api.js'
import { composer } from './composer.js'
import { offers } from './deeds.js'
import { fill, h, icon, set } from './dom.js'
import { linesPart } from './line-list.js'
import { menuPart } from './menus.js'
import { openMenu } from './popup.js'
import { reading } from './reading.js'
import type { Store } from './store.js'
import { onTaps } from './taps.js'
import { attempt } from './toast.js'

/** The name of the chat, and its menu. */
function headPart(store: Store) {
  const title = h('h2', { class: 'chat-name' })
  const sub = h('span', { class: 'chat-sub' })
  const more = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-haspopup': 'menu',
      onclick: () => openMenu(more, choices(store), { atEnd: true }),
    },
    icon('more'),
  )
  const head = h('header', { class: 'chat-head' }, h('div', {}, title, sub), more)
  const draw = () => {
    const { chat, words } = store
    set(more, { 'aria-label': words.more, title: words.more, disabled: !chat })
    // On the phone the chat has the account's name; the owner of the phone is beside it.
    const isGroup = chat !== undefined && chat.kind !== 'user'
    const account = store.view?.account.displayName ?? ''
    fill(title, chat ? (isGroup ? store.nameOfChat(chat) : account) : '')
    fill(
      sub,
      !chat
        ? ''
        : isGroup
          ? `(${chat.members.length + (chat.botInside ? 1 : 0)})`
          : words.phoneOf(store.nameOfChat(chat)),
    )
  }
  store.on(['view', 'chat', 'look'], draw)
  return head
}

/** People that a menu has room for. */
const MOST_ADDED = 8

function choices(store: Store) {
  const { chat, me } = store
  const person = store.person(me)
  if (!chat || !person || me === undefined) return []
  if (chat.kind === 'user')
    return offers('person', 'chat', store, person).map(({ what, label }) => ({
      label,
      run: () => attempt(act(me, 'does', { what, ...store.where })),
    }))
  const outsiders = (store.view?.people ?? [])
    .filter(({ userId, deleted }) => !deleted && !chat.members.includes(userId))
    .map(({ userId }) => userId)
    .slice(0, MOST_ADDED)
  return offers('group', 'chat', store, chat, { outsiders, me: [me] }).map(
    ({ what, label, who }) => ({
      label,
      run: () => {
        const body = { what, settle: false, ...(who !== undefined && { people: [who] }) }
        attempt(send(`/groups/${chat.id}/does`, body))
      },
    }),
  )
}

/** A hint why the bot receives nothing. */
function hintPart(store: Store) {
  const hint = h('p', { class: 'hint', role: 'note' })
  store.on(['view', 'chat', 'look'], () => {
    const { chat, words } = store
    const person = chat?.kind === 'user' ? store.person(chat.id) : undefined
    const why =
      chat && !chat.botInside
        ? words.absentHint
        : person?.blocked
          ? words.blockedHint
          : person && !person.friend
            ? words.strangerHint
            : undefined
    fill(hint, why)
    set(hint, { hidden: why === undefined })
  })
  return hint
}

/** Displayed while there are no people. */
function nobodyPart(store: Store, addPerson: () => void): HTMLElement {
  const text = h('p')
  const button = h('button', { type: 'button', class: 'primary', onclick: addPerson })
  const part = h('div', { class: 'nobody' }, h('span', { class: 'logo' }), text, button)
  store.on(['view', 'look'], () => {
    const { words, view } = store
    set(part, { hidden: !view || view.people.length > 0 })
    fill(text, words.nobody)
    fill(button, words.addPerson)
  })
  return part
}

export function chatPart(store: Store, addPerson: () => void): HTMLElement {
  const style = h('style')
  style.textContent = stylesheet()
  document.head.append(style)
  const part = h('section', { class: 'phone', id: 'chat' }, headPart(store), hintPart(store))
  const { quickReplies, richMenu } = menuPart(store)
  part.append(
    nobodyPart(store, addPerson),
    linesPart(store),
    quickReplies,
    composer(store),
    richMenu,
  )
  onTaps(part, store)
  reading(store, part)
  store.on(['look', 'view', 'chat'], () => set(part, { 'aria-label': store.words.chat }))
  return part
}
