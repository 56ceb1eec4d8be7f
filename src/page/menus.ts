/** Quick replies above the input field, and the rich menu below it. */
import type { QuickReply } from '../spec/quick-reply.js'
import { toHtml } from '../preview/index.js'
import { fill, h, icon, set } from './dom.js'
import { look } from './lines.js'
import type { Store } from './store.js'
import { menuUrl } from './where.js'

/** Whether menus are open, by person and menu; stored while the page is open. */
const opened = new Map<string, boolean>()

export function menuPart(store: Store) {
  const quickReplies = h('div', { class: 'quick-bar fk-root', role: 'group' })
  const bar = h('button', { type: 'button', class: 'menu-bar', onclick: () => toggle() })
  const picture = h('div', { class: 'menu-picture fk-root', id: 'menu-picture' })
  const richMenu = h('div', { class: 'menu', role: 'group' }, bar, picture)
  set(bar, { 'aria-controls': 'menu-picture' })

  const current = () => {
    const person = store.chat?.kind === 'user' ? store.person(store.chat.id) : undefined
    const id = person?.richMenu
    const menu = id === undefined ? undefined : store.view?.menus[id]
    return menu && person && id !== undefined
      ? { ...menu, id, key: `${person.userId} ${id}` }
      : undefined
  }
  const isOpen = (richMenuNow: NonNullable<ReturnType<typeof current>>) =>
    opened.get(richMenuNow.key) ?? richMenuNow.menu.selected

  const toggle = (to?: boolean) => {
    const richMenuNow = current()
    if (!richMenuNow) return
    opened.set(richMenuNow.key, to ?? !isOpen(richMenuNow))
    draw()
  }

  let drawnMenu = ''
  let drawnQuick = ''
  const draw = () => {
    const asker = store.entries.find(({ id }) => id === store.chat?.quickReplyOf)
    const quickReply = (asker?.message as { quickReply?: QuickReply } | undefined)?.quickReply
    const quick = quickReply ? toHtml({ entries: [], quickReply }, look(store)) : ''
    if (quick !== drawnQuick) quickReplies.innerHTML = drawnQuick = quick
    set(quickReplies, { hidden: quick === '', 'aria-label': store.words.quickReplies })

    const richMenuNow = current()
    set(richMenu, { hidden: !richMenuNow, 'aria-label': store.words.richMenu })
    if (!richMenuNow) return
    const open = isOpen(richMenuNow)
    set(bar, { 'aria-expanded': String(open) })
    fill(bar, richMenuNow.menu.chatBarText, icon(open ? 'down' : 'up'))
    const html = open
      ? toHtml(
          {
            menu: richMenuNow.menu,
            open: true,
            ...(richMenuNow.hasImage && { imageUrl: menuUrl(richMenuNow.id) }),
          },
          look(store),
        )
      : ''
    if (html !== drawnMenu) picture.innerHTML = drawnMenu = html
  }
  store.on(['view', 'entries', 'chat', 'look'], draw)
  // Postbacks can open and close the menu.
  richMenu.addEventListener('fukidashi-menu', (event) =>
    toggle((event as CustomEvent<boolean>).detail),
  )
  return { quickReplies, richMenu }
}
