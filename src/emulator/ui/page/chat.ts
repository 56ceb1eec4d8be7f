/** The phone in the middle: its head, the lines, what can be tapped. */
import { stylesheet, toHtml } from '../../../preview/index.js'
import { act, send } from './api.js'
import { composer } from './composer.js'
import { fill, h, icon, set } from './dom.js'
import { isRead, lineHtml, look } from './lines.js'
import { menuPart } from './menus.js'
import { openMenu } from './popup.js'
import type { Store } from './store.js'
import type { ShownEntry } from '../view.js'
import { onTaps } from './taps.js'
import { attempt } from './toast.js'

interface Line {
  element: HTMLElement
  /** What it was drawn from. */
  entry?: ShownEntry
  before?: ShownEntry | undefined
  read?: boolean
}

/** Lines that are drawn at first, and more of them each time somebody comes to the upper end. */
const PORTION = 150

/** Lines that are there already stay: only what has changed is drawn anew. */
function linesPart(store: Store) {
  const list = h('ol', { class: 'lines fk-root' })
  const empty = h('p', { class: 'quiet' })
  const dots = h('div', { class: 'fk-root loading', role: 'status' })
  // The log is around the list, which would be none with another role.
  const log = h('div', { role: 'log', 'aria-live': 'polite' }, list)
  const scroller = h('div', { class: 'scroller', tabindex: '0' }, empty, log, dots)
  const drawn = new Map<string, Line>()
  let chatId: string | undefined
  let drawnFor = ''
  let atEnd = true
  let most = PORTION
  let loadingEnds: ReturnType<typeof setTimeout> | undefined

  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    atEnd = scrollHeight - scrollTop - clientHeight < 60
    if (scrollTop > 200 || most >= store.entries.length) return
    most += PORTION
    draw()
    scroller.scrollTop = scrollTop + scroller.scrollHeight - scrollHeight
  })
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight })
  // Pictures come later, and need room.
  scroller.addEventListener('load', () => atEnd && toEnd(), true)
  new ResizeObserver(() => atEnd && toEnd()).observe(scroller)

  const draw = () => {
    const { entries, me, chat } = store
    const people = store.view?.people.length
    const key = [store.chatId, me, store.theme, store.language, people].join(' ')
    if (key !== drawnFor) {
      drawnFor = key
      drawn.clear()
      list.replaceChildren()
    }
    if (store.chatId !== chatId) {
      chatId = store.chatId
      atEnd = true
      most = PORTION
    }
    const from = Math.max(0, entries.length - most)
    let last: Element | null = null
    for (let i = from; i < entries.length; i++) {
      const entry = entries[i]!
      const before = entries[i - 1]
      const read = isRead(entry, store)
      const line: Line = drawn.get(entry.id) ?? { element: h('li', { 'data-id': entry.id }) }
      if (line.entry !== entry || line.before !== before || line.read !== read) {
        // The preview escapes every text; its markup holds no script.
        line.element.innerHTML = lineHtml(entry, before, store)
        drawn.set(entry.id, Object.assign(line, { entry, before, read }))
      }
      const next: Element | null = last ? last.nextElementSibling : list.firstElementChild
      if (next !== line.element) list.insertBefore(line.element, next)
      last = line.element
    }
    if (drawn.size > entries.length - from) {
      const there = new Set(entries.slice(from).map(({ id }) => id))
      for (const [id, { element }] of drawn)
        if (!there.has(id)) {
          element.remove()
          drawn.delete(id)
        }
    }
    fill(empty, entries.length === 0 && chat ? store.words.quiet : '')
    if (atEnd) toEnd()
  }

  const drawDots = () => {
    clearTimeout(loadingEnds)
    const left = (store.chat?.loadingUntil ?? 0) - store.now
    const has = dots.childElementCount > 0
    if (left > 0) {
      if (!has)
        dots.innerHTML = toHtml({ entries: [{ kind: 'loading' }], quickReply: false }, look(store))
      dots.setAttribute('aria-label', store.words.typing)
      loadingEnds = setTimeout(drawDots, left)
    } else if (has) {
      dots.replaceChildren()
      dots.removeAttribute('aria-label')
    }
    if (left > 0 !== has && atEnd) toEnd()
  }

  // The view tells who has read what, and how people are called.
  store.on(['entries', 'chat', 'look', 'view'], draw)
  store.on(['view', 'chat', 'look'], drawDots)
  return scroller
}

/** Name of the chat, and what can be done about it. */
function headPart(store: Store) {
  const title = h('h2', { class: 'chat-name' })
  const sub = h('span', { class: 'chat-sub' })
  const more = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-haspopup': 'menu',
      onclick: () => openMenu(more, choices(store)),
    },
    icon('more'),
  )
  const head = h('header', { class: 'chat-head' }, h('div', {}, title, sub), more)
  const draw = () => {
    const { chat, words } = store
    set(more, { 'aria-label': words.more, title: words.more, disabled: !chat })
    // On the phone the chat has the account's name; whose phone it is stands beside it.
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

function choices(store: Store) {
  const { chat, words, me } = store
  const person = store.person(me)
  if (!chat || !person || me === undefined) return []
  const does = (what: string) => () =>
    attempt(act(me, 'does', { what, ...(chat.kind !== 'user' && { in: chat.id }) }))
  const group = (what: string) => () =>
    attempt(send(`/groups/${chat.id}/does`, { what, settle: false }))
  const last = store.entries.findLast(
    ({ from, unsent, shownOnly }) => from === me && !unsent && !shownOnly,
  )
  return [
    ...(chat.kind === 'user'
      ? [
          person.blocked
            ? { label: words.unblock, run: does('unblock') }
            : person.friend
              ? { label: words.block, run: does('block') }
              : { label: words.follow, run: does('follow') },
        ]
      : [
          chat.botInside
            ? { label: words.removeBot, run: group('removeBot') }
            : { label: words.inviteBot, run: group('inviteBot') },
        ]),
    ...(last ? [{ label: words.unsend, run: does('unsend') }] : []),
    { label: words.readAll, run: does('read') },
  ]
}

/** Says why the bot will not hear anything. */
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

export function chatPart(store: Store): HTMLElement {
  const style = h('style')
  style.textContent = stylesheet()
  document.head.append(style)
  const part = h('section', { class: 'phone', id: 'chat' }, headPart(store), hintPart(store))
  const { quickReplies, richMenu } = menuPart(store)
  part.append(linesPart(store), quickReplies, composer(store), richMenu)
  onTaps(part, store)
  store.on(['look', 'view', 'chat'], () => set(part, { 'aria-label': store.words.chat }))
  return part
}
