/** The menu of a message: its “…” button, a right click, or a long press. */
import type { EntryView } from '../emulator/ui/view.js'
import { act } from './api.js'
import { copy } from './copy.js'
import { labelOf } from './deeds.js'
import { h, icon } from './dom.js'
import { inShort, quotedBy, textOf } from './lines.js'
import { type Choice, openMenu } from './popup.js'
import { recordOf } from './records.js'
import type { Store } from './store.js'
import { attempt, say } from './toast.js'

/** What the menu needs of the list. */
export interface LineList {
  /** The entry with an id, if it is rendered. */
  entryAt(id: string | undefined): EntryView | undefined
  /** Scrolls to an entry. */
  goTo(id: string): void
}

/** Returns whether a message has a menu. */
export const hasMenu = ({ message, unsent }: EntryView): boolean =>
  message.type !== 'note' && !unsent

function isPlayable({ message }: EntryView): boolean {
  if (message.type === 'imagemap') return 'video' in message && message.video !== undefined
  if (message.type === 'flex')
    return message.contents.type === 'bubble' && message.contents.hero?.type === 'video'
  return message.type === 'video' || message.type === 'audio'
}

function choices(entry: EntryView, store: Store, list: LineList): Choice[] {
  const { words, me, chat, where } = store
  if (!chat || me === undefined) return []
  const { id: messageId, message } = entry
  const own = entry.from === me && !entry.shownOnly
  const text = textOf(entry, store)
  const quoted = quotedBy(entry, store)
  const record = recordOf(entry, store.log.values())
  const does = (what: string) => act(me, 'does', { what, messageId, ...where })
  const entries: (Choice | false)[] = [
    entry.quoteToken !== undefined && {
      label: words.reply,
      icon: 'reply',
      run: () => store.drafts({ kind: 'reply', entry }),
    },
    // LINE offers this in groups only.
    own &&
      chat.kind === 'group' &&
      message.type === 'text' && {
        label: labelOf('edits', store),
        icon: 'edit',
        run: () => store.drafts({ kind: 'edit', entry }),
      },
    isPlayable(entry) && {
      label: labelOf('plays', store),
      icon: 'play',
      run: () => attempt(does('play').then(() => say(words.played))),
    },
    text !== undefined && {
      label: words.copyText,
      icon: 'copy',
      run: () => copy(text, store),
    },
    {
      label: words.copyJson,
      icon: 'code',
      run: () => copy(JSON.stringify(message, null, 2), store),
    },
    quoted !== undefined && {
      label: words.goToQuoted,
      icon: 'up',
      run: () => list.goTo(quoted.id),
    },
    record !== undefined && {
      label: words.inspect,
      icon: 'list',
      run: () => store.reveal(record),
    },
    own && { label: labelOf('unsends', store), icon: 'undo', run: () => attempt(does('unsend')) },
  ]
  return entries.filter((choice) => choice !== false)
}

/** The menu button of a message. */
export const lineButton = (store: Store): HTMLButtonElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'line-more',
      tabindex: '-1',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'aria-label': store.words.lineMenu,
    },
    icon('more'),
  )

/** Milliseconds after which a press is a long press. */
const LONG = 500

/** Opens the menus of a list by button, keyboard, right click and long press. */
export function onLineMenus(element: HTMLElement, list: LineList, store: Store): void {
  const buttons = () => [...element.querySelectorAll<HTMLButtonElement>('.line-more')]
  const lineAt = (event: Event) => (event.target as Element).closest<HTMLElement>('li')
  const openAt = (line: HTMLElement | null, at?: { x: number; y: number }): boolean => {
    const entry = list.entryAt(line?.dataset['id'])
    const button = line?.querySelector<HTMLButtonElement>('.line-more')
    if (!entry || !button) return false
    openMenu(button, choices(entry, store, list), { at, label: inShort(entry, store) })
    return true
  }

  element.addEventListener('click', (event) => {
    const target = event.target as Element
    const line = lineAt(event)
    if (target.closest('.line-more')) openAt(line)
    if (!target.closest('.fk-quote')) return
    const entry = list.entryAt(line?.dataset['id'])
    const quoted = entry && quotedBy(entry, store)
    if (quoted) list.goTo(quoted.id)
  })
  // All of them are one stop of the Tab key: at the newest message, or at the last focused one.
  element.addEventListener('focusin', ({ target }) => {
    if (!(target as Element).matches('.line-more')) return
    for (const button of buttons()) button.tabIndex = button === target ? 0 : -1
  })
  element.addEventListener('keydown', (event) => {
    const all = buttons()
    const at = all.indexOf(event.target as HTMLButtonElement)
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const step = steps[event.key]
    if (at === -1 || step === undefined) return
    event.preventDefault()
    const next = event.key === 'ArrowUp' && at === 0 ? all[0] : all.at(step)
    next?.focus()
  })

  let pressing: ReturnType<typeof setTimeout> | undefined
  let pressed = false
  const letGo = () => clearTimeout(pressing)
  element.addEventListener('contextmenu', (event) => {
    letGo()
    // With selected text, or on a video, the browser's own menu opens.
    const isMedia = (event.target as Element).matches('video, audio')
    if (isMedia || !getSelection()?.isCollapsed) return
    const at = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : undefined
    if (pressed || openAt(lineAt(event), at)) event.preventDefault()
  })
  element.addEventListener('pointerdown', (event) => {
    letGo()
    pressed = false
    if (event.pointerType !== 'touch') return
    const { clientX: x, clientY: y } = event
    const line = lineAt(event)
    pressing = setTimeout(() => {
      pressed = openAt(line, { x, y })
    }, LONG)
    element.addEventListener('pointermove', function move({ clientX, clientY }) {
      if (Math.hypot(clientX - x, clientY - y) < 10) return
      letGo()
      element.removeEventListener('pointermove', move)
    })
  })
  for (const end of ['pointerup', 'pointercancel']) element.addEventListener(end, letGo)
  // A long press is not also a tap.
  element.addEventListener(
    'click',
    (event) => {
      if (!pressed) return
      pressed = false
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
}
