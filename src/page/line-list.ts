/** The entries of the open chat, the newest at the end. */
import { toHtml } from '../preview/index.js'
import type { EntryView } from '../emulator/ui/view.js'
import { fill, h, set } from './dom.js'
import { hasMenu, lineButton, type LineList, onLineMenus } from './line-menu.js'
import { lineHtml, look, quotedBy, readBy } from './lines.js'
import type { Store } from './store.js'

interface Line {
  element: HTMLElement
  /** The values that it was rendered from. */
  entry?: EntryView
  before?: EntryView | undefined
  read?: boolean | number
  quoted?: EntryView | undefined
}

/** How many entries are rendered first, and added each time the user scrolls to the top. */
const PORTION = 150

/** Milliseconds for which an entry is highlighted. */
const MARKED = 1_600

/** Only changed entries are rendered again. */
export function linesPart(store: Store) {
  const list = h('ol', { class: 'lines fk-root' })
  const empty = h('p', { class: 'quiet' })
  const dots = h('div', { class: 'fk-root loading', role: 'status' })
  // The role `log` is on a parent, because the list would lose its own role.
  const log = h('div', { role: 'log', 'aria-live': 'polite' }, list)
  const scroller = h('div', { class: 'scroller', tabindex: '0' }, empty, log, dots)
  const drawn = new Map<string, Line>()
  let chatId: string | undefined
  let drawnFor = ''
  let atEnd = true
  let lastTop = 0
  let most = PORTION
  let loadingEnds: ReturnType<typeof setTimeout> | undefined

  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    // Entries that grow while they become visible move the end; only the user scrolls up.
    if (scrollHeight - scrollTop - clientHeight < 60) atEnd = true
    else if (scrollTop < lastTop) atEnd = false
    lastTop = scrollTop
    if (scrollTop > 200 || most >= store.entries.length) return
    most += PORTION
    draw()
    scroller.scrollTop = scrollTop + scroller.scrollHeight - scrollHeight
  })
  const toEnd = () => scroller.scrollTo({ top: scroller.scrollHeight })
  // Pictures load later, and entries have their real height only when they are visible.
  const sizes = new ResizeObserver(() => atEnd && toEnd())
  for (const part of [scroller, log, dots]) sizes.observe(part)

  const write = (element: HTMLElement, entry: EntryView, before: EntryView | undefined) => {
    const hadFocus = element.contains(document.activeElement)
    // The preview escapes every text; its HTML contains no script.
    element.innerHTML = lineHtml(entry, before, store)
    const button = hasMenu(entry) ? lineButton(store) : undefined
    if (button) element.querySelector('.fk-time')?.append(button)
    if (hadFocus) (button ?? scroller).focus()
  }

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
    // The list scrolls to a person's own message.
    const newest = entries.at(-1)
    if (newest && newest.from === me && !drawn.has(newest.id)) atEnd = true
    const from = Math.max(0, entries.length - most)
    let last: Element | null = null
    for (let i = from; i < entries.length; i++) {
      const entry = entries[i]!
      const before = entries[i - 1]
      const read = readBy(entry, store)
      const quoted = quotedBy(entry, store)
      const line: Line = drawn.get(entry.id) ?? { element: h('li', { 'data-id': entry.id }) }
      if (
        line.entry !== entry ||
        line.before !== before ||
        line.read !== read ||
        line.quoted !== quoted
      ) {
        write(line.element, entry, before)
        drawn.set(entry.id, Object.assign(line, { entry, before, read, quoted }))
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
    if (!list.contains(document.activeElement)) {
      for (const button of list.querySelectorAll('.line-more[tabindex="0"]'))
        set(button, { tabindex: '-1' })
      const last = [...list.querySelectorAll('.line-more')].at(-1)
      if (last) set(last, { tabindex: '0' })
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

  const lines: LineList = {
    entryAt: (id) => drawn.get(id ?? '')?.entry,
    goTo: (id) => {
      const at = store.entries.findIndex((entry) => entry.id === id)
      if (at === -1) return
      most = Math.max(most, store.entries.length - at + 20)
      atEnd = false
      draw()
      const element = drawn.get(id)!.element
      element.scrollIntoView({ block: 'center' })
      element.querySelector<HTMLElement>('.line-more')?.focus({ preventScroll: true })
      element.classList.add('marked')
      setTimeout(() => element.classList.remove('marked'), MARKED)
    },
  }
  onLineMenus(log, lines, store)

  // Read marks and names are in the view.
  store.on(['entries', 'chat', 'look', 'view'], draw)
  store.on(['view', 'chat', 'look'], drawDots)
  return scroller
}
